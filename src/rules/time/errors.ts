import { Refusal } from '../refusal';

/** What business time refuses. The words for people live in the translations, by code. */

export type TimeCode =
  | 'CALENDAR_INVALID'
  | 'CALENDAR_NEVER_OPEN'
  | 'TIME_ZONE_UNKNOWN'
  | 'HORIZON_EXCEEDED'
  | 'AMOUNT_INVALID'
  | 'PAUSE_INVALID'
  | 'LOCAL_TIME_INVALID'
  | 'TIME_FORMAT_UNKNOWN';

export type TimeDetails = Readonly<Record<string, string | number>>;

/** Any refusal of the calculator: a stable `code`, and `details` that name the field or value at fault. */
export class TimeRefused extends Refusal {
  declare readonly code: TimeCode;
  declare readonly details: TimeDetails;

  constructor(code: TimeCode, details: TimeDetails = {}) {
    super(code, 'invalid', details);
    this.name = 'TimeRefused';
  }
}

/** A calendar that cannot be used; `details.field` says which part of its spec is wrong. */
export class CalendarInvalid extends TimeRefused {
  constructor(code: 'CALENDAR_INVALID' | 'CALENDAR_NEVER_OPEN', details: TimeDetails & { field: string }) {
    super(code, details);
    this.name = 'CalendarInvalid';
  }
}
