import type { Clause } from '../clause';

/** L. Patrols, equipment, environment (巡检、设备、保洁绿化) */
export const rounds = [
  {
    id: 'L-01',
    en: 'Inspection forms are templates that managers build: items, how each is judged, limits, photo wanted or not; records keep the version they were made with.',
    zh: '巡检表由管理人员自建模板：检查项目、判定方式、限值、是否拍照；记录保留所用的模板版本。',
    source: ['S1', 'card'],
  },
  {
    id: 'L-02',
    en: 'Rounds by route and frequency; a round not made shows as missed.',
    zh: '按路线和频次巡检，未巡的显示为漏检。',
    source: ['S1'],
  },
  {
    id: 'L-03',
    en: 'Equipment register; maintenance plan; records of inspection, service and repair per machine.',
    zh: '设备台账、保养计划，以及每台设备的检查、保养、维修记录。',
    source: ['S1'],
  },
  {
    id: 'L-04',
    en: 'A finding becomes a request, linked, in one step.',
    zh: '巡检发现的问题一步转为来事，并相互关联。',
    source: ['S1'],
  },
  {
    id: 'L-05',
    en: 'Cleaning and greening: plans, spot checks, special events (mass soiling, pests) handled and reported back.',
    zh: '保洁绿化：计划、抽查；特殊情况（大面积污染、虫害）及时处理并回报。',
    source: ['S0'],
  },
  {
    id: 'L-06',
    en: 'Fire equipment checked on schedule; drills recorded.',
    zh: '消防器材按期检查，消防演练留有记录。',
    source: ['S1'],
  },
  {
    id: 'L-07',
    en: 'Notice boards are changed at least every two weeks.',
    zh: '宣传栏至少每两周更换一次。',
    source: ['S4'],
  },
  {
    id: 'L-08',
    en: 'Shops and renovation sites are on rounds too; escape routes kept clear.',
    zh: '商铺和装修现场同样纳入巡检，保持疏散通道畅通。',
    source: ['S4'],
  },
  {
    id: 'L-09',
    en: 'Control room: cameras and alarms watched round the clock, events logged and handed on.',
    zh: '监控室全天值守监控和报警，事件登记并交接。',
    source: ['S1'],
  },
] as const satisfies readonly Clause[];
