import { randomFillSync } from 'node:crypto';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const LENGTH = 24;

/** Chance is asked for by the page: asking for each id by itself costs more than the id. */
const page = Buffer.alloc(LENGTH * 2 * 256);
let used = page.length;

/**
 * A new documentId: 24 characters like Strapi's own, the first a letter (Strapi reads a relation that
 * starts with a digit as a row id).
 */
export function newDocumentId(): string {
  if (used === page.length) {
    randomFillSync(page);
    used = 0;
  }
  const bytes = page.subarray(used, used + LENGTH * 2);
  used += LENGTH * 2;
  let id = ALPHABET.charAt(10 + (bytes.readUInt16LE(0) % 26));
  for (let index = 1; index < LENGTH; index += 1) id += ALPHABET.charAt(bytes.readUInt16LE(index * 2) % 36);
  return id;
}
