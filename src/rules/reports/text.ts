import { reportWords, type ReportWord } from '../words/reports';
import { say, type Locale } from '../words/say';
import type { Cell } from './model';

/** A word of reports in a language. */
export const reportWord = (
  key: ReportWord,
  locale: Locale,
  params: Readonly<Record<string, unknown>> = {},
): string => say(reportWords[key], locale, params);

/** A length of time in its two largest units, rounded to minutes: `3 小时 20 分`. */
export function lengthText(seconds: number, locale: Locale): string {
  const minutes = Math.round(seconds / 60);
  const parts = [
    [Math.floor(minutes / 1440), 'days'],
    [Math.floor((minutes % 1440) / 60), 'hours'],
    [minutes % 60, 'minutes'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  if (first < 0) return reportWord('minutes', locale, { count: 0 });
  const shown = parts.slice(first, first + 2).filter(([count]) => count > 0);
  return shown.map(([count, unit]) => reportWord(unit, locale, { count })).join(' ');
}

/** A share with one decimal, never rounded up to a whole that it is not. */
export function shareText(share: number | null): string {
  if (share === null) return '—';
  const tenths = share < 1 ? Math.min(Math.round(share * 1000), 999) : 1000;
  return `${tenths / 10}%`;
}

/** What a cell says on paper. */
export function cellText(cell: Cell, locale: Locale): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'count':
      return String(cell.value);
    case 'share':
      return shareText(cell.value);
    case 'time':
      return cell.value === null ? '—' : lengthText(cell.value, locale);
  }
}
