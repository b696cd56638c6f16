import { z } from 'zod';

/** The longest free text that is kept, in characters. */
export const TEXT_LIMIT = 10_000;

/** Text that PostgreSQL can store as it is given: well formed, without NUL. */
const storable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** Free text, kept as given. */
export const text = (max: number = TEXT_LIMIT) =>
  z
    .string()
    .max(max)
    .refine(storable, { message: 'TEXT_NOT_STORABLE' })
    .meta({ widget: max > 255 ? 'text' : 'line' });

/** Free text that must say something. */
export const someText = (max: number = TEXT_LIMIT) =>
  text(max).refine((value) => value.trim() !== '', { message: 'TEXT_EMPTY' });

/** A moment as an ISO 8601 string with its offset (or Z), kept to the millisecond in UTC. */
export const moment = () =>
  z.iso
    .datetime({ offset: true })
    .refine((value) => !Number.isNaN(Date.parse(value)) && Date.parse(value) > 0, {
      message: 'MOMENT_INVALID',
    })
    .transform((value) => new Date(Date.parse(value)).toISOString())
    .meta({ widget: 'moment' });

/** The documentId of a record of `type`; the engine refuses one that does not exist, naming the field. */
export const reference = (type: string) =>
  z
    .string()
    .regex(/^[a-z][a-z0-9]{23}$/, { message: 'REFERENCE_UNKNOWN' })
    .meta({ widget: 'reference', reference: type });

/** One of the codes of an enumeration. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) => z.enum(values);

/** A drawn signature as a PNG/SVG data URL, or the word-for-word mark of a paper signature kept on file. */
export const signature = () =>
  z
    .string()
    .min(1)
    .max(200_000)
    .refine(storable, { message: 'TEXT_NOT_STORABLE' })
    .meta({ widget: 'signature' });
