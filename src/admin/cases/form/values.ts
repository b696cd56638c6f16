import { fenOfYuan, yuanOfFen } from '../money';
import { isoOfWall, wallTime } from '../time';
import { type Field } from './fields';

/** What the inputs hold: text as typed, answers of yes and no; undefined where nothing was given. */
export type FormValue = string | boolean | undefined;
export type FormValues = Readonly<Record<string, FormValue>>;

/** What is wrong with a value: the key of a sentence and what goes into it. */
export interface Complaint {
  key: string;
  params?: Record<string, string | number>;
}

export type Reading = { value?: unknown; complaint?: undefined } | { complaint: Complaint };

const INTEGER = /^[+-]?\d{1,15}$/;
const NUMBER = /^[+-]?\d{1,15}(\.\d{1,10})?$/;

/** The values that a form begins with: the defaults of its schema. */
export function firstValues(fields: readonly Field[], timeZone: string): FormValues {
  return Object.fromEntries(fields.map((field) => [field.name, firstValue(field, timeZone)]));
}

function firstValue({ kind, schema }: Field, timeZone: string): FormValue {
  const given = schema.default;
  if (given === undefined || given === null) return undefined;
  if (kind === 'yes-no') return given === true;
  if (kind === 'fen') return typeof given === 'number' ? yuanOfFen(given) : undefined;
  if (kind === 'moment') return typeof given === 'string' ? wallTime(Date.parse(given), timeZone) : undefined;
  return typeof given === 'string' || typeof given === 'number' ? String(given) : undefined;
}

/**
 * Reads what was typed into the input of an action. Fields left empty are left out. What only the office
 * can judge is left to the office; here is checked what needs no question.
 */
export function readInput(
  fields: readonly Field[],
  values: FormValues,
  timeZone: string,
): { input: Record<string, unknown>; complaints: Record<string, Complaint> } {
  const input: Record<string, unknown> = {};
  const complaints: Record<string, Complaint> = {};
  for (const field of fields) {
    const reading = readValue(field, values[field.name], timeZone);
    if (reading.complaint) complaints[field.name] = reading.complaint;
    else if (reading.value !== undefined) input[field.name] = reading.value;
  }
  return { input, complaints };
}

function readValue(field: Field, value: FormValue, timeZone: string): Reading {
  const blank = value === undefined || (typeof value === 'string' && value.trim() === '');
  if (blank) return field.required ? { complaint: { key: 'form.required' } } : {};
  if (typeof value === 'boolean') return { value };
  switch (field.kind) {
    case 'integer':
      return readNumber(field, value, INTEGER);
    case 'number':
      return readNumber(field, value, NUMBER);
    case 'fen': {
      const fen = fenOfYuan(value);
      return fen === undefined ? { complaint: { key: 'form.notAnAmount' } } : { value: fen };
    }
    case 'moment': {
      const iso = isoOfWall(value, timeZone);
      return iso === undefined ? { complaint: { key: 'form.notATime' } } : { value: iso };
    }
    case 'choice':
      return { value: field.schema.enum?.find((one) => String(one) === value) ?? value };
    case 'photos':
      return { value: value.split(' ') };
    case 'line':
    case 'text':
      return readText(field, value);
    case 'date':
    case 'reference':
    case 'signature':
    case 'yes-no':
      return { value };
  }
}

/** Text goes as it was typed: the office keeps the words of the people who call. */
function readText({ schema: { maxLength } }: Field, value: string): Reading {
  if (maxLength !== undefined && value.length > maxLength) {
    return { complaint: { key: 'form.tooLong', params: { max: maxLength } } };
  }
  return { value };
}

function readNumber({ schema: { minimum, maximum } }: Field, text: string, pattern: RegExp): Reading {
  if (!pattern.test(text.trim())) return { complaint: { key: 'form.notANumber' } };
  const value = Number(text);
  if (minimum !== undefined && value < minimum)
    return { complaint: { key: 'form.tooLow', params: { min: minimum } } };
  if (maximum !== undefined && value > maximum) {
    return { complaint: { key: 'form.tooHigh', params: { max: maximum } } };
  }
  return { value };
}
