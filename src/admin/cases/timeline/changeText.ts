import { type ChangeView } from '../http/contract';
import { type OfficeWords } from '../useOfficeWords';

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
/** The id of a record, which says nothing to a reader. */
const RECORD_ID = /^[a-z][a-z0-9]{23}$/;
const LONGEST = 120;

/** One side of a change, as text: moments on the office's wall, codes in words, pictures and tables named only. */
export function changeText(value: unknown, words: OfficeWords): string {
  if (value === null || value === undefined || value === '') return words.say('timeline.empty');
  if (typeof value === 'boolean') return words.say(value ? 'form.yes' : 'form.no');
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.length === 0) return words.say('timeline.empty');
  if (Array.isArray(value)) return shortened(value.map((one) => changeText(one, words)).join('、'));
  if (typeof value === 'object') {
    const { label, name, number } = value as Record<string, unknown>;
    const known = [label, name, number].find((one) => typeof one === 'string');
    // Tables of figures and the like are shown where they belong; written out here they say nothing.
    return typeof known === 'string' ? shortened(known) : words.say('timeline.data');
  }
  const text = String(value);
  if (text.startsWith('data:image/')) return words.say('timeline.signature');
  if (RECORD_ID.test(text)) return words.say('timeline.record');
  if (MOMENT.test(text)) return words.moment(text);
  return shortened(words.value(text));
}

/** A change in words; what was empty before needs no "from". */
export function changeLine({ field, label = field, from, to }: ChangeView, words: OfficeWords): string {
  const empty = from === null || from === undefined || from === '';
  return words.say(empty ? 'timeline.set' : 'timeline.change', {
    label,
    from: changeText(from, words),
    to: changeText(to, words),
  });
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
