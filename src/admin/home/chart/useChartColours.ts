import * as React from 'react';
import { useTheme } from 'styled-components';
import { type ChartColours } from './options';

/** The colours of the panel's theme, light or dark, as charts use them. */
export function useChartColours(): ChartColours {
  const { colors } = useTheme();
  return React.useMemo(
    () => ({
      good: colors.success500,
      bad: colors.danger500,
      plain: colors.neutral400,
      pale: colors.neutral150,
      text: colors.neutral700,
      faint: colors.neutral200,
      ground: colors.neutral0,
    }),
    [colors],
  );
}
