import { z } from 'zod';

/** The longest free text that is kept, in characters. */
export const TEXT_LIMIT = 10_000;

/** Text that PostgreSQL can store as it is given: well formed, without NUL. */
const storable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** Whether a text has at most `max` characters, as a reader counts them: one for each code point. */
const fits = (text: string, max: number): boolean => text.length <= max || [...text].length <= max;

/** Anything but blanks, controls and signs that nobody sees (zero-width spaces, fillers, the empty braille cell). */
const VISIBLE = /[^\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether a text says anything to whoever reads it. */
const saysSomething = (text: string): boolean => VISIBLE.test(text);

/** Free text, kept as given, of at most `max` characters; a text that says nothing is none. */
export const text = (max: number = TEXT_LIMIT) =>
  z
    .string()
    // No code point takes more than two units: whatever is longer need not be counted.
    .refine((value) => value.length <= 2 * max && fits(value, max), {
      message: 'TEXT_TOO_LONG',
      params: { limit: max },
      abort: true,
    })
    .refine(storable, { message: 'TEXT_NOT_STORABLE' })
    .transform((value) => (saysSomething(value) ? value : ''))
    .meta(textForm(max));

const textForm = (max: number) => ({ widget: max > 255 ? 'text' : 'line', maxLength: max });

/** Free text that must say something. */
export const someText = (max: number = TEXT_LIMIT) =>
  text(max)
    .refine((value) => value !== '', { message: 'TEXT_EMPTY' })
    .meta(textForm(max));

/** A moment as an ISO 8601 string with its offset (or Z), kept to the millisecond in UTC. */
export const moment = () =>
  z.iso
    .datetime({ offset: true })
    .refine((value) => !Number.isNaN(Date.parse(value)) && Date.parse(value) > 0, {
      message: 'MOMENT_INVALID',
    })
    .transform((value) => new Date(Date.parse(value)).toISOString())
    .meta({ widget: 'moment' });

/** A local date, `yyyy-MM-dd`. */
export const day = () => z.iso.date();

/** The documentId of a record of `type`; the engine refuses one that does not exist, naming the field. */
export const reference = (type: string) =>
  z
    .string()
    .regex(/^[a-z][a-z0-9]{23}$/, { message: 'REFERENCE_UNKNOWN' })
    .meta({ widget: 'reference', reference: type });

/** One of the codes of an enumeration. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) => z.enum(values);

/** Photos of one action at most. */
export const MOST_PHOTOS = 9;

/** Photos that were sent in for the case before, by their ids; the engine refuses one that was not. */
export const photos = () =>
  z
    .array(z.string().regex(/^[a-z0-9]{24}$/, { message: 'PHOTO_UNKNOWN' }))
    .min(1)
    .max(MOST_PHOTOS)
    .meta({ widget: 'photos' });

/** A drawn signature as a PNG/SVG data URL, or the word-for-word mark of a paper signature kept on file. */
export const signature = () =>
  z
    .string()
    .min(1)
    .max(200_000)
    .refine(storable, { message: 'TEXT_NOT_STORABLE' })
    .refine(saysSomething, { message: 'TEXT_EMPTY' })
    .meta({ widget: 'signature' });
