import { createSecretKey, type KeyObject } from 'node:crypto';

/** The keys that personal data is sealed with. */
export interface KeyRing {
  /** Seals what is written from now on. */
  readonly current: { readonly id: string; readonly key: KeyObject };
  /** Opens what was sealed before, by key id; the current one is among them. */
  readonly all: ReadonlyMap<string, KeyObject>;
  /** Key of the look-up hashes. It has no id: changing it needs `rotatePersonalKeys` before look-ups work again. */
  readonly lookup: KeyObject;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the keys from the environment: `PERSONAL_DATA_KEY` (32 bytes in base64) with its `PERSONAL_DATA_KEY_ID`,
 * `PERSONAL_DATA_KEYS_OLD` (`id:base64,id:base64`) for what was sealed before, and `LOOKUP_HASH_KEY`.
 * Throws a plain `Error` that names the setting; it never repeats a value.
 */
export function keysFrom(env: Environment): KeyRing {
  const current = {
    id: keyId(env.PERSONAL_DATA_KEY_ID ?? ''),
    key: keyOf('PERSONAL_DATA_KEY', env.PERSONAL_DATA_KEY),
  };
  const all = new Map<string, KeyObject>();
  for (const pair of (env.PERSONAL_DATA_KEYS_OLD ?? '').split(',')) {
    if (pair.trim() === '') continue;
    const colon = pair.indexOf(':');
    all.set(keyId(pair.slice(0, colon).trim()), keyOf('PERSONAL_DATA_KEYS_OLD', pair.slice(colon + 1)));
  }
  all.set(current.id, current.key);
  return { current, all, lookup: keyOf('LOOKUP_HASH_KEY', env.LOOKUP_HASH_KEY) };
}

function keyId(id: string): string {
  if (/^[A-Za-z0-9_-]{1,32}$/.test(id)) return id;
  throw new Error(
    'PERSONAL_DATA_KEY_ID must be 1 to 32 letters, digits, - or _ (so must the ids in PERSONAL_DATA_KEYS_OLD)',
  );
}

function keyOf(setting: string, text: string | undefined): KeyObject {
  const key = Buffer.from((text ?? '').trim(), 'base64');
  if (key.length === 32) return createSecretKey(key);
  throw new Error(`${setting} must be a key of 32 bytes in base64; make one with: openssl rand -base64 32`);
}
