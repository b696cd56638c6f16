export { judgeWarranty, type Judging } from './judge';
export { isDayOfYear, lastDay } from './last-day';
export {
  WARRANTY_UNITS,
  WARRANTY_VERDICTS,
  type HomeAnswer,
  type HomeDates,
  type Judgement,
  type WarrantyTerm,
  type WarrantyUnit,
  type WarrantyVerdict,
} from './types';
