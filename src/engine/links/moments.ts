import type { Locale } from '../../rules/words/say';

/** Says an ISO moment in the local time of the office. */
export function momentIn(timeZone: string, locale: Locale): (moment: string) => string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (moment) => format.format(Date.parse(moment));
}
