/** The parts of Apache ECharts that the home page draws with; loaded when the first chart is drawn. */
import { BarChart, PieChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([
  AriaComponent,
  BarChart,
  GridComponent,
  LegendComponent,
  PieChart,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
]);

export { init };
