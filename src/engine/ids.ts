import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const LENGTH = 24;

/**
 * A new documentId: 24 characters like Strapi's own, the first a letter (Strapi reads a relation that
 * starts with a digit as a row id).
 */
export function newDocumentId(): string {
  const bytes = randomBytes(LENGTH * 2);
  let id = ALPHABET.charAt(10 + (bytes.readUInt16LE(0) % 26));
  for (let index = 1; index < LENGTH; index += 1) id += ALPHABET.charAt(bytes.readUInt16LE(index * 2) % 36);
  return id;
}
