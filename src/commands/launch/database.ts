import path from 'node:path';

import { findEmbedded, hasEmbeddedData, startEmbedded } from '../../../database/embedded';
import type { House } from './housekeeping';
import { holderOf, takeLock, type Holder } from './lock';
import { DATA } from './paths';
import { CannotStart, type Sentence } from './sentences';

const LOCK = path.join(DATA, 'lock');

/** What a lock's holder is doing: about to open the office, keeping it open, or running one command. */
export type Purpose = 'opening' | 'office' | 'command';

/** Whether the office is to bring its own PostgreSQL. */
export function isBundled(env: NodeJS.ProcessEnv): boolean {
  return !env['DATABASE_URL'];
}

/** Whether the bundled PostgreSQL already holds an office. */
export function bundledDataExist(): boolean {
  return hasEmbeddedData(DATA);
}

/**
 * Claims the data folder for this process, until it ends.
 * @returns a function that tells what we are doing now.
 * @throws CannotStart when another living process has it.
 */
export function claimData(house: House, purpose: Purpose): (now: Purpose) => void {
  const claim = takeLock(LOCK, purpose);
  if ('heldBy' in claim) throw inUse(claim.heldBy);
  house.onClose(() => Promise.resolve(claim.release()));
  return claim.change;
}

/** Starts the bundled PostgreSQL on the claimed data folder, and stops it when the house is closed. */
export async function openBundled(house: House): Promise<void> {
  const server = await startEmbedded({ folder: DATA }).catch((error: unknown) => {
    throw doesNotStart(error);
  });
  house.onClose(() => server.stop());
  use(server.url, house);
  if (server.folder !== DATA) tellWhere(server.folder);
}

/** PostgreSQL does not run as root, and the user it runs as cannot get into every folder of root's. */
function tellWhere(folder: string): void {
  const zh = `项目在 PostgreSQL 用户进不去的文件夹里，数据库放在 ${folder}，备份时请记得它。`;
  const en = `PostgreSQL's user cannot enter the project's folder: the database is in ${folder}. Back that up.`;
  process.stderr.write(`! ${zh}\n  ${en}\n`);
}

/** Uses the PostgreSQL of an office that is open in this folder; false when none is. */
export function shareBundled(house: House): boolean {
  if (holderOf(LOCK)?.purpose !== 'office') return false;
  const running = findEmbedded(DATA);
  if (running) use(running.url, house);
  return running !== undefined;
}

/** Tells everything in this process where the database is, for as long as the house is open. */
function use(url: string, house: House): void {
  process.env['DATABASE_URL'] = url;
  house.onClose(() => {
    delete process.env['DATABASE_URL'];
    return Promise.resolve();
  });
}

const IN_USE: Readonly<Record<string, Sentence>> = {
  opening: {
    zh: '这个文件夹里的管家正在开门，请稍等再试。',
    en: 'The office in this folder is just opening. Try again in a moment.',
  },
  office: {
    zh: '这个文件夹里的管家已经在运行。请先停掉它，或在另一个文件夹里启动。',
    en: 'The office in this folder is open already. Stop it first, or start in another folder.',
  },
  command: {
    zh: '另一个命令正在使用这个文件夹的数据库，请等它结束。',
    en: "Another command is using this folder's database. Wait for it to end.",
  },
};

function inUse({ pid, purpose }: Holder): CannotStart {
  const { zh, en } = IN_USE[purpose] ?? { zh: '这个文件夹正在使用。', en: 'This folder is in use.' };
  return new CannotStart({ zh: `${zh}（进程 ${pid}）`, en: `${en} (process ${pid})` });
}

function doesNotStart(error: unknown): CannotStart {
  const reason = error instanceof Error ? error.message : String(error);
  return new CannotStart({
    zh: `自带的 PostgreSQL 无法启动。可设 DATABASE_URL 改用自己的数据库。原因：`,
    en: `The bundled PostgreSQL does not start. DATABASE_URL can name a database of your own. Reason: ${reason}`,
  });
}
