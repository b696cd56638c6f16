import * as React from 'react';
import { useIntl } from 'react-intl';
import { fieldLabelId } from '../translations/labels';
import { lengthText, officeTime } from './time';

type Params = Record<string, string | number>;

export interface OfficeWords {
  locale: string;
  /** A text of the case panels by its short key. */
  say: (key: string, params?: Params) => string;
  /** A moment (ISO 8601) on the wall of the office. */
  moment: (iso: string) => string;
  /** A length of time, counted out. */
  length: (milliseconds: number) => string;
  /** The word for a code of an enumeration; the code itself where there is none. */
  value: (code: string) => string;
  /** The label of a field of a type; its name where there is none. */
  field: (type: string, name: string) => string;
}

/** The words of the case panels in the user's language, and times in the office's zone. */
export function useOfficeWords(timeZone: string, now: number = Date.now()): OfficeWords {
  const { formatMessage, locale, messages } = useIntl();
  // Only whether the year is the same hangs on it; a new day need not draw everything anew.
  const hour = Math.floor(now / 3_600_000) * 3_600_000;
  return React.useMemo(() => {
    const say = (key: string, params?: Params) =>
      formatMessage({ id: `guanjia.${key}`, defaultMessage: key }, params);
    return {
      locale,
      say,
      moment: (iso: string) => officeTime(iso, { zone: timeZone, locale, now: hour }),
      length: (milliseconds: number) => lengthText(milliseconds, say('days')),
      field: (type: string, name: string) =>
        formatMessage({ id: fieldLabelId(type, name), defaultMessage: name }),
      value: (code: string) => (messages[code] ? formatMessage({ id: code, defaultMessage: code }) : code),
    };
  }, [formatMessage, locale, messages, timeZone, hour]);
}
