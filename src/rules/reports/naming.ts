import { enumWord } from '../words/enums';
import { say, type Locale, type Words } from '../words/say';
import { reportWord } from './text';

/** What records are called, by documentId. */
export type Names = ReadonlyMap<string, Words>;

/** In what words a report is written. */
export interface Wording {
  readonly locale: Locale;
  readonly names: Names;
}

/** A value of an enumeration; what is `none` is not given. */
export function valueName(type: string, field: string, value: string, { locale }: Wording): string {
  if (value === 'none') return reportWord('none', locale);
  const words = enumWord(type, field, value);
  return words ? say(words, locale) : value;
}

/** A record; `none` is called as `nowhere` says. */
export function recordName(id: string | null, { locale, names }: Wording, nowhere: string): string {
  if (id === null || id === 'none') return nowhere;
  const words = names.get(id);
  return words ? say(words, locale) : reportWord('deleted', locale);
}
