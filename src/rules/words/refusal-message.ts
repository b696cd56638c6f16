import { localMinute } from '../time';
import { actionWord, inputWords } from './cases';
import { enumWord } from './enums';
import { fieldWord } from './fields';
import { reasonWords, refusalWords } from './refusals';
import { type Locale, say, type Words } from './say';
import { typeWords } from './types';

type Details = Readonly<Record<string, unknown>>;

interface Said {
  readonly code: string;
  readonly locale: Locale;
  readonly details?: Details;
  /** The office's time zone, in which moments are written. */
  readonly timeZone?: string;
}

/**
 * The sentence of a refusal in the language asked for: codes among its details (stage, action, field, type,
 * reason) are put into words, moments into the office's local time. An unknown code is its own sentence.
 */
export function refusalMessage({ code, locale, details = {}, timeZone = 'UTC' }: Said): string {
  const words = refusalWords[code];
  if (!words) return code;
  const type = typeOf(details.type);
  const spoken = Object.fromEntries(
    Object.entries(details)
      .map(([name, value]) => [name, spokenDetail({ name, value, type, locale, timeZone })] as const)
      .filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
  return say(words, locale, { ...UNNAMED[locale], ...spoken });
}

/** What a field is called, as far as it is known: of a path, the last name says what it is. */
export function fieldName(type: string | undefined, path: string, locale: Locale): string {
  const names = path.split('.').filter((part) => !/^\d+$/.test(part));
  const last = names[names.length - 1] ?? path;
  if (isNobodys(last)) return path;
  const words = (type && fieldWord(type, last)) ?? inputWords[last] ?? fieldWord('common', last);
  return words ? say(words, locale) : path;
}

/** Details that a sentence may lack: said in a general way rather than left as a gap. */
const UNNAMED: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-Hans': {
    action: '此操作',
    changed: '内容有变动',
    field: '所填内容',
    fields: '关键内容',
    number: '该记录',
    order: '（尚未办结）',
    reason: '不符合要求',
    stage: '其他',
    type: '此类记录',
  },
  en: {
    action: 'this',
    changed: 'its contents differ',
    field: 'The input',
    fields: 'what identifies it',
    number: 'This record',
    order: 'of this case',
    reason: 'it is not acceptable',
    stage: 'another',
    type: 'These records',
  },
};

interface Detail {
  readonly name: string;
  readonly value: unknown;
  readonly type: string | undefined;
  readonly locale: Locale;
  readonly timeZone: string;
}

function spokenDetail(detail: Detail): unknown {
  const { name, value, type, locale, timeZone } = detail;
  if (Array.isArray(value))
    return listed(
      value.map((one: unknown) => spokenDetail({ ...detail, value: one })),
      locale,
    );
  if (typeof value !== 'string') return value;
  if (name === 'type') return type ? (inWords(typeWords[type], locale) ?? type) : value;
  if (name === 'field' || name === 'fields' || name === 'changed') return fieldName(type, value, locale);
  if (name === 'action') return (type && inWords(actionWord(type, value), locale)) ?? value;
  if (name === 'stage') return (type && inWords(enumWord(type, 'stage', value), locale)) ?? value;
  if (name === 'reason') return reasonIn(value, locale);
  return isMoment(value) ? localMinute(timeZone, Date.parse(value)) : value;
}

const ISO_MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const isMoment = (value: string): boolean => ISO_MOMENT.test(value) && !Number.isNaN(Date.parse(value));

/** A reason by code in words; any other only where it is written in the language of the sentence. */
function reasonIn(reason: string, locale: Locale): string | undefined {
  const words = inWords(reasonWords[reason], locale);
  if (words) return words;
  const chinese = /\p{Script=Han}/u.test(reason);
  return chinese === (locale === 'zh-Hans') ? reason : undefined;
}

/** Names that every table of words seems to have, because every object does: `constructor`, `__proto__`. */
const isNobodys = (name: string): boolean => Object.hasOwn(Object.prototype, name);

const inWords = (words: Words | undefined, locale: Locale): string | undefined =>
  words?.zh === undefined ? undefined : say(words, locale);

const listed = (names: readonly unknown[], locale: Locale): string | undefined =>
  names.length === 0 ? undefined : names.map(String).join(locale === 'en' ? ', ' : '、');

/** `api::ticket.ticket` and `ticket` are the same type. */
function typeOf(type: unknown): string | undefined {
  if (typeof type !== 'string') return undefined;
  const name = /^api::[^.]+\.(.+)$/.exec(type)?.[1] ?? type;
  return isNobodys(name) ? undefined : name;
}
