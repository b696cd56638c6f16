import { createCipheriv, createDecipheriv, createHmac, type KeyObject } from 'node:crypto';
import { lately } from '../../rules/lately';
import { conflict, invalid } from '../../rules/refusal';
import {
  HIDDEN,
  isMask,
  isPersonalKind,
  mask,
  normalise,
  type PersonalKind,
  tailOf,
} from '../../rules/masking';
import { randomBytes } from '../chance';
import { type KeyRing, keysFrom } from './keys';

/** What is written for a personal value: the sealed text, and the hash by which it can be found again. */
export interface Sealed {
  readonly stored: string;
  readonly hash: string;
}

/** Seals, opens and masks with one ring of keys. */
export interface Sealer {
  /**
   * Seals a value of a kind (`phone`, `id_number`, `bank_card`) for its column. A value that is sealed already
   * stays as it is. Throws INPUT_INVALID (a mask is no number), TEXT_TOO_LONG.
   */
  seal(kind: string, value: string): Sealed;
  /** The value as it was given; a text that was never sealed is itself. Throws PERSONAL_DATA_KEY_MISSING. */
  open(stored: string): string;
  /** A stored (or plain) value as everybody may see it. Never throws: what cannot be opened is hidden whole. */
  masked(kind: string, stored: string): string;
  /** The look-up hash of a value, however it is spelt. */
  hash(kind: string, value: string): string;
  /** The look-up hash of the last four digits of a value; '' where it has not so many. */
  tailHash(kind: string, value: string): string;
  /** True for a text sealed with the current key. */
  isCurrent(stored: string): boolean;
}

/** Masks that are kept, so that what is shown again need not be opened again. */
const MASKS_KEPT = 5000;
const PREFIX = 'enc:';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Sealed, this many characters fit the column of 255 whatever they are. */
export const LONGEST = 40;

export function sealerOf({ current, all, lookup }: KeyRing): Sealer {
  const hash = (kind: string, value: string): string =>
    createHmac('sha256', lookup)
      .update(`${kind}\0${normalise(known(kind), value)}`)
      .digest('base64url');

  const tailHash = (kind: string, value: string): string => {
    const tail = tailOf(known(kind), value);
    if (tail === '') return '';
    return createHmac('sha256', lookup).update(`${kind}-tail\0${tail}`).digest('base64url');
  };

  const open = (stored: string): string => {
    const [, id = '', body = ''] = PARTS.exec(stored) ?? [];
    if (id === '') return stored;
    const key = all.get(id);
    if (!key) throw conflict('PERSONAL_DATA_KEY_MISSING', { keyId: id });
    return decrypt(key, id, Buffer.from(body, 'base64url'));
  };

  const seal = (kind: string, value: string): Sealed => {
    if (value.startsWith(PREFIX) && opens(open, value))
      return { stored: value, hash: hash(kind, open(value)) };
    const given = value.trim();
    known(kind);
    if (isMask(given)) throw invalid('INPUT_INVALID', { reason: 'masked' });
    if (given.length > LONGEST) throw invalid('TEXT_TOO_LONG', { limit: LONGEST });
    const stored = encrypt(current.key, current.id, given);
    masks.set(`${kind} ${stored}`, mask(known(kind), given));
    return { stored, hash: hash(kind, given) };
  };

  const masks = lately<string>(MASKS_KEPT);
  const masked = (kind: string, stored: string): string => {
    const name = `${kind} ${stored}`;
    const seen = masks.get(name);
    if (seen !== undefined) return seen;
    try {
      const made = mask(known(kind), open(stored));
      masks.set(name, made);
      return made;
    } catch {
      return HIDDEN.repeat(8);
    }
  };

  return {
    seal,
    open,
    masked,
    hash,
    tailHash,
    isCurrent: (stored) => stored.startsWith(`${PREFIX}${current.id}:`),
  };
}

const PARTS = /^enc:([A-Za-z0-9_-]{1,32}):([A-Za-z0-9_-]+)$/;

/** `enc:<key id>:<base64url of iv, tag and cipher text>`; the key id is authenticated with it. */
function encrypt(key: KeyObject, id: string, plain: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(id));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return `${PREFIX}${id}:${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
}

function decrypt(key: KeyObject, id: string, sealed: Buffer): string {
  const iv = sealed.subarray(0, IV_BYTES);
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  if (tag.length < TAG_BYTES) throw new Error('a sealed value is cut short');
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(id))
    .setAuthTag(tag);
  return decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

function opens(open: (stored: string) => string, stored: string): boolean {
  try {
    return open(stored) !== stored;
  } catch {
    return false;
  }
}

function known(kind: string): PersonalKind {
  if (isPersonalKind(kind)) return kind;
  throw new Error(`${kind} is no kind of personal data`);
}

let sealer: Sealer | undefined;

/** The sealer with the keys of this process, which are read at its first use. */
export function theSealer(): Sealer {
  sealer ??= sealerOf(keysFrom(process.env));
  return sealer;
}

/** Reads the keys anew: when the office opens, and before a rotation. Throws when one is missing or malformed. */
export function readKeys(): Sealer {
  sealer = sealerOf(keysFrom(process.env));
  return sealer;
}

export const seal: Sealer['seal'] = (kind, value) => theSealer().seal(kind, value);
export const open: Sealer['open'] = (stored) => theSealer().open(stored);
export const tailHash: Sealer['tailHash'] = (kind, value) => theSealer().tailHash(kind, value);
export const masked: Sealer['masked'] = (kind, stored) => theSealer().masked(kind, stored);
