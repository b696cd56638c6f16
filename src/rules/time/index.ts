export { ALWAYS_OPEN, compileCalendar, opensForGood } from './calendar';
export { dueAt, offsetFromDue, pausedSeconds, usedSeconds } from './due';
export { CalendarInvalid, TimeRefused, type TimeCode, type TimeDetails } from './errors';
export { explainDue, sayAmount, type ExplainInput } from './explain';
export { localDate } from './local-date';
export { localMinute } from './local-minute';
export { addOpenTime, isOpenAt, openSecondsBetween } from './open-time';
export { statutoryDaysOf, type StatutoryDay } from './statutory-year';
export { parseLocalTime } from './parse-local-time';
export type {
  Amount,
  AmountUnit,
  Calendar,
  CalendarSpec,
  DueInput,
  Pause,
  Span,
  SpecialWorkday,
  Weekday,
} from './types';
