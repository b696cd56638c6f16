import { type Field, type FieldKind } from '../../cases/form/fields';
import { type Draft } from '../draft';

/** Channels that a request comes by at the desk; the others come by themselves. */
const CHANNELS = ['phone', 'walk_in', 'online', 'letter', 'patrol', 'department'];
const KINDS = ['repair', 'complaint', 'inquiry', 'suggestion', 'help', 'paid_service'];

/** Fields of a draft that are drawn like those of any action's form. */
export type PlainField = Extract<
  keyof Draft,
  | 'kind'
  | 'channel'
  | 'exactLocation'
  | 'requesterName'
  | 'contactPhone'
  | 'suitableHours'
  | 'receivedAt'
  | 'promisedReplyAt'
  | 'answer'
  | 'urgencyReason'
>;

const KINDS_OF_FIELD: Readonly<Record<PlainField, FieldKind>> = {
  kind: 'choice',
  channel: 'choice',
  exactLocation: 'line',
  requesterName: 'line',
  contactPhone: 'line',
  suitableHours: 'line',
  receivedAt: 'moment',
  promisedReplyAt: 'moment',
  answer: 'text',
  urgencyReason: 'line',
};

const LENGTHS: Partial<Record<PlainField, number>> = {
  exactLocation: 255,
  requesterName: 100,
  contactPhone: 40,
  suitableHours: 255,
  urgencyReason: 1000,
};

const CHOICES: Partial<Record<PlainField, readonly string[]>> = { kind: KINDS, channel: CHANNELS };

/** A field of the desk as the case forms know fields. */
export function fieldNamed(name: PlainField, label: string, hint?: string): Field {
  const choices = CHOICES[name];
  return {
    name,
    kind: KINDS_OF_FIELD[name],
    label,
    ...(hint ? { hint } : {}),
    required: choices !== undefined,
    schema: { ...(choices ? { enum: choices } : {}), ...(LENGTHS[name] ? { maxLength: LENGTHS[name] } : {}) },
  };
}
