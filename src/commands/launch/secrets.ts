import { randomBytes } from 'node:crypto';
import fs from 'node:fs';

import dotenv from 'dotenv';

import { ENV_FILE } from './paths';
import { CannotStart } from './sentences';

const key = (): string => randomBytes(32).toString('base64');

/** What an office cannot run without and nobody should have to think up. */
const MAKE: Readonly<Record<string, () => string>> = {
  APP_KEYS: () => [key(), key()].join(','),
  API_TOKEN_SALT: key,
  ADMIN_JWT_SECRET: key,
  TRANSFER_TOKEN_SALT: key,
  JWT_SECRET: key,
  ENCRYPTION_KEY: key,
  PERSONAL_DATA_KEY: key,
  PERSONAL_DATA_KEY_ID: () => `k${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`,
  LOOKUP_HASH_KEY: key,
  CONTRACTOR_LINK_KEY: key,
};

/** Without these, what has been stored under them can never be read or found again. */
const IRREPLACEABLE = ['PERSONAL_DATA_KEY', 'LOOKUP_HASH_KEY'];

/**
 * Reads `.env` into the process, where a variable that is set and not empty goes first.
 * @throws CannotStart when the file is there and closed to us.
 */
export function loadEnvironment(): void {
  if (!fs.existsSync(ENV_FILE)) return;
  for (const [name, value] of Object.entries(dotenv.parse(readEnvironment()))) {
    if (!process.env[name]) process.env[name] = value;
  }
}

function readEnvironment(): string {
  try {
    return fs.readFileSync(ENV_FILE, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CannotStart({
      zh: `无法读取密钥文件 ${ENV_FILE}（${reason}）。请用它的主人来启动。`,
      en: `The secrets in ${ENV_FILE} cannot be read (${reason}). Start as the user who owns the file.`,
    });
  }
}

/**
 * Makes the secrets that are missing and adds them to `.env`, readable by its owner only. What is there is
 * never changed. Call `loadEnvironment` first.
 * @param dataExist whether a database is there already. Then a lost key is no reason to make a new one.
 * @throws CannotStart when a key is lost, or `.env` cannot be written.
 */
export function ensureSecrets({ dataExist }: { dataExist: boolean }): void {
  const missing = Object.keys(MAKE).filter((name) => !process.env[name]);
  if (missing.length === 0) return;
  const lost = missing.filter((name) => IRREPLACEABLE.includes(name));
  if (dataExist && lost.length > 0 && process.env['GUANJIA_NEW_KEYS'] !== '1') throw keysAreLost(lost);

  const made = missing.map((name) => [name, MAKE[name]?.() ?? ''] as const);
  append(made.map(([name, value]) => `${name}="${value}"\n`).join(''));
  for (const [name, value] of made) process.env[name] = value;
}

/** Written whole beside the file and moved into place: an `.env` is never half there. */
function append(lines: string): void {
  try {
    const file = fs.existsSync(ENV_FILE) ? fs.realpathSync(ENV_FILE) : ENV_FILE;
    const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    const draft = `${file}.new`;
    fs.writeFileSync(draft, before + (before && !before.endsWith('\n') ? '\n' : '') + lines, { mode: 0o600 });
    fs.renameSync(draft, file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CannotStart({
      zh: `无法写入密钥文件 ${ENV_FILE}（${reason}）。请给出写权限，或用环境变量提供密钥。`,
      en: `The secrets cannot be written to ${ENV_FILE} (${reason}). Make it writable, or give them as environment variables.`,
    });
  }
}

function keysAreLost(lost: string[]): CannotStart {
  const names = lost.join(', ');
  return new CannotStart({
    zh: `数据库里的个人信息是用 ${names} 加密的，现在找不到它。请放回原来的 .env；若已永久遗失，设 GUANJIA_NEW_KEYS=1 再启动。`,
    en: `Personal data in the database was encrypted with ${names}, which is gone. Put the old .env back; if it is lost for good, start with GUANJIA_NEW_KEYS=1.`,
  });
}
