import { createHmac, timingSafeEqual } from 'node:crypto';
import { linkKey } from '../links/token';

/** Characters of the check on a number: 60 bits, too many to guess, few enough for a code that a phone reads from a crumpled slip. */
const CHECK = 10;
const CODE = /(?:^|[?&]slip=)([A-Z]{2}-\d{8}-\d{4,9})\.([\w-]{10})$/;

/** `PG-20261120-0001.Ab3…`: a number with a check on it that only this office can make. */
export function slipCode(number: string, key: Buffer = linkKey()): string {
  const check = createHmac('sha256', key).update(`slip\n${number}`).digest('base64url').slice(0, CHECK);
  return `${number}.${check}`;
}

/** The number in what was read from a slip (the code alone, or the address that carries it); null for what is no code of ours. */
export function numberOfSlip(read: string, key: Buffer = linkKey()): string | null {
  const [, number, check] = CODE.exec(read.trim()) ?? [];
  if (number === undefined || check === undefined) return null;
  const right = Buffer.from(slipCode(number, key));
  return timingSafeEqual(right, Buffer.from(`${number}.${check}`)) ? number : null;
}
