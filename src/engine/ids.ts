import { randomBytes } from './chance';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const LENGTH = 24;
/** Milliseconds since 1970 in base 36; enough until the year 5188. */
const MOMENT = 9;
/** Strapi reads a relation that starts with a digit as a row id. */
const LETTER = 'g';

/**
 * A new documentId: 24 characters like Strapi's own. It begins with a letter and the moment, and 72 bits of chance follow:
 * what is made together stands together in every index, so that one more row changes one page of each and not any.
 */
export function newDocumentId(): string {
  const chance = LENGTH - 1 - MOMENT;
  const bytes = randomBytes(chance * 2);
  let id = LETTER + Date.now().toString(36).padStart(MOMENT, '0');
  for (let index = 0; index < chance; index += 1) id += ALPHABET.charAt(bytes.readUInt16LE(index * 2) % 36);
  return id;
}
