import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a link is signed over: whoever changes any of it in the database makes the link void. */
export interface LinkFacts {
  /** Of no use to anybody without the key. */
  readonly id: string;
  readonly caseType: string;
  readonly caseId: string;
  /** documentId of whoever may answer. */
  readonly holder: string;
  /** ISO moment. */
  readonly expiresAt: string;
}

export const newLinkId = (): string => randomBytes(16).toString('base64url');

/**
 * The token of a link: its id and HMAC-SHA256 over its facts. It can be made again from the row by whoever has the
 * key, so nothing secret is stored.
 */
export function tokenOf({ id, caseType, caseId, holder, expiresAt }: LinkFacts, key: Buffer): string {
  const signed = [id, caseType, caseId, holder, expiresAt].join('\n');
  return id + createHmac('sha256', key).update(signed).digest('base64url');
}

/** By what a token is found: it stands in the database in place of the token. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whether this is the token of that link, in a time that does not tell how much of it is right. */
export function isTokenOf(token: string, facts: LinkFacts, key: Buffer): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(token), digest(tokenOf(facts, key)));
}

/**
 * The key that links are signed with: `CONTRACTOR_LINK_KEY`, 32 bytes in base64. Throws a plain `Error` that names
 * the setting and never repeats its value.
 */
export function linkKey(env: Readonly<Record<string, string | undefined>> = process.env): Buffer {
  const key = Buffer.from((env.CONTRACTOR_LINK_KEY ?? '').trim(), 'base64');
  if (key.length === 32) return key;
  throw new Error(
    'CONTRACTOR_LINK_KEY must be a key of 32 bytes in base64; make one with: openssl rand -base64 32',
  );
}
