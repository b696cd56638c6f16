/** How a due time came about, in one sentence for the people who live by it [C-09][C-10]. */

import { DAY } from './days';
import { dueAt, pausedSeconds } from './due';
import { isOpenAt } from './open-time';
import { nextOpening } from './working-days';
import { wallAt, type Zone } from './zone';
import type { Amount, AmountUnit, Calendar, DueInput } from './types';

export interface ExplainInput extends DueInput {
  /** Rule id, e.g. 'C-01'. */
  rule?: string;
  /** What is promised: 到场 / 'On site'. */
  promise: { zh: string; en: string };
  /** What starts it: 接报 / 'report'. */
  startWord: { zh: string; en: string };
  /** The due time on record, where it is not what `dueAt` gives (the owner asked for sooner). */
  due?: number;
  /** The due time is the moment that was promised by word, not what the amount gives. */
  agreed?: boolean;
}

interface Facts {
  started: string;
  /** Where counting began, if the start lay outside the hours. */
  opened: string | undefined;
  due: string;
  pausedMinutes: number;
}

const HOUR = 60;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const UNITS: Record<AmountUnit, { zh: string; en: string; many: string }> = {
  minutes: { zh: '分钟', en: 'minute', many: 'minutes' },
  hours: { zh: '小时', en: 'hour', many: 'hours' },
  working_days: { zh: '个工作日', en: 'working day', many: 'working days' },
  calendar_days: { zh: '天', en: 'calendar day', many: 'calendar days' },
  same_day: { zh: '限当天内', en: 'the same day,', many: '' },
  same_visit: { zh: '限当次上门内', en: 'on the same visit,', many: '' },
};

/**
 * One plain sentence in local time: what is promised, under which rule, from when, how much of which
 * time, how long it was paused, and the due time. Years show only where start and due differ in them;
 * a due time at midnight reads 24:00 of the day that ends. Throws as `dueAt` does.
 */
export function explainDue(input: ExplainInput, locale: 'zh-Hans' | 'en'): string {
  const facts = gather(input, locale);
  return locale === 'en' ? inEnglish(input, facts) : inChinese(input, facts);
}

function inChinese(input: ExplainInput, facts: Facts): string {
  const { rule, promise, startWord, amount, calendar } = input;
  const head = rule ? `${promise.zh}（${rule}）` : promise.zh;
  if (input.agreed)
    return `${head}：${facts.started} ${startWord.zh}，按约定应于 ${facts.due} 前${promise.zh}`;
  const parts = [
    bySingleDay(amount)
      ? `${head}：${facts.started} ${startWord.zh}，${amountWords(amount, 'zh')}`
      : `${head}：自 ${facts.started} ${startWord.zh}起 ${amountWords(amount, 'zh')}`,
    countedHow(calendar, amount).zh,
    facts.opened && `非工作时间${startWord.zh}，从 ${facts.opened} 上班起算`,
    facts.pausedMinutes > 0 && `其间暂停 ${lengthWords(facts.pausedMinutes, 'zh')}`,
    `应于 ${facts.due} 前${promise.zh}`,
  ];
  return parts.filter(Boolean).join('，');
}

function inEnglish(input: ExplainInput, facts: Facts): string {
  const { rule, promise, startWord, amount, calendar } = input;
  const head = rule ? `${promise.en} (${rule})` : promise.en;
  if (input.agreed) return `${head}: ${startWord.en} at ${facts.started}, as agreed: due ${facts.due}`;
  const parts = [
    `${head}: ${amountWords(amount, 'en')} from the ${startWord.en} at ${facts.started}`,
    countedHow(calendar, amount).en,
    facts.opened && `counted from opening at ${facts.opened}`,
    facts.pausedMinutes > 0 && `paused for ${lengthWords(facts.pausedMinutes, 'en')}`,
  ];
  return `${parts.filter(Boolean).join(', ')}: due ${facts.due}`;
}

function gather(input: ExplainInput, locale: 'zh-Hans' | 'en'): Facts {
  const { calendar, start, amount } = input;
  const { zone } = calendar.tables;
  const due = input.due ?? dueAt(input);
  const withYear = yearShown(zone, start) !== yearShown(zone, due - 1);
  const say = (at: number, closing = false): string => momentWords({ zone, at, closing, withYear }, locale);
  const waits = byOfficeHours(amount) && !isOpenAt(calendar, start);
  return {
    started: say(start),
    opened: waits ? say(nextOpening(calendar, start)) : undefined,
    due: say(due, true),
    pausedMinutes: Math.round(pausedSeconds({ ...input, until: due }) / 60),
  };
}

/** How much time that is and how it is counted: '48 小时，全天计时' / '48 hours, round the clock'. */
export function sayAmount(
  { calendar, amount }: Pick<DueInput, 'calendar' | 'amount'>,
  locale: 'zh-Hans' | 'en',
): string {
  const language = locale === 'en' ? 'en' : 'zh';
  const counted = countedHow(calendar, amount)[language];
  return [amountWords(amount, language), counted].filter(Boolean).join(language === 'en' ? ', ' : '，');
}

function byOfficeHours({ unit }: Amount): boolean {
  return unit === 'minutes' || unit === 'hours' || unit === 'working_days';
}

function bySingleDay({ unit }: Amount): boolean {
  return unit === 'same_day' || unit === 'same_visit';
}

function countedHow({ tables }: Calendar, amount: Amount): { zh: string; en: string } {
  if (amount.unit === 'calendar_days') return { zh: '按自然日计', en: '' };
  if (!byOfficeHours(amount)) return { zh: '', en: '' };
  if (tables.schedule.roundTheClock) return { zh: '全天计时', en: 'round the clock' };
  return { zh: '按工作时间计时', en: 'in working hours' };
}

function amountWords({ value, unit }: Amount, language: 'zh' | 'en'): string {
  const words = UNITS[unit];
  if (bySingleDay({ unit, value })) return words[language];
  if (language === 'zh') return `${value} ${words.zh}`;
  return `${value} ${value === 1 ? words.en : words.many}`;
}

function lengthWords(minutes: number, language: 'zh' | 'en'): string {
  const hours = Math.floor(minutes / HOUR);
  const rest = minutes % HOUR;
  const [h, m] = language === 'zh' ? ['小时', '分钟'] : ['h', 'min'];
  return [hours > 0 && `${hours} ${h}`, rest > 0 && `${rest} ${m}`].filter(Boolean).join(' ');
}

interface Moment {
  zone: Zone;
  at: number;
  /** Read midnight as 24:00 of the day that ends. */
  closing: boolean;
  withYear: boolean;
}

function momentWords({ zone, at, closing, withYear }: Moment, locale: 'zh-Hans' | 'en'): string {
  const wall = wallAt(zone, at);
  const endsDay = closing && wall % DAY === 0;
  const date = new Date(endsDay ? wall - DAY : wall);
  const clock = endsDay ? '24:00' : date.toISOString().slice(11, 16);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (locale === 'en') return `${day} ${MONTHS[month]}${withYear ? ` ${year}` : ''} ${clock}`;
  return `${withYear ? `${year}年` : ''}${month + 1}月${day}日 ${clock}`;
}

function yearShown(zone: Zone, at: number): number {
  return new Date(wallAt(zone, at)).getUTCFullYear();
}
