import { setTimeout as wait } from 'node:timers/promises';

import { complain, inLine, CannotStart, Interrupted } from './sentences';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How long work that cannot be broken off is waited for before everything under it is taken away. */
const PATIENCE = 5_000;

/** One Ctrl-C may arrive twice, from the terminal and from npm: that is not somebody insisting. */
const ECHO = 1_000;

export type House = {
  /** Aborts when we have been asked to stop. Children that can be broken off are given it. */
  signal: AbortSignal;
  /**
   * Remembers how to close what has just been opened. The last opened is closed first.
   * @returns a function that closes it now.
   */
  onClose: (close: () => Promise<void>) => () => Promise<void>;
  /** Throws when we have been asked to stop: call it between steps. */
  check: () => void;
  /** Runs until asked to stop. */
  untilStopped: () => Promise<never>;
};

/**
 * Runs a command that opens things, and closes them in reverse order however it ends: done, failed, or
 * stopped by Ctrl-C (exit code 0; a second Ctrl-C ends it at once with 130).
 */
export async function keepHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const closers: (() => Promise<void>)[] = [];
  const stopping = new AbortController();
  const stopped = new Promise<never>((_resolve, reject) => {
    stopping.signal.addEventListener('abort', () => reject(new Interrupted()));
  });
  stopped.catch(() => undefined);

  let asked = 0;
  const answer = (): void => {
    if (stopping.signal.aborted) {
      if (Date.now() - asked > ECHO) process.exit(130);
      return;
    }
    asked = Date.now();
    process.stderr.write(`\n${inLine({ zh: '正在停止……', en: 'stopping …' })}\n`);
    stopping.abort();
  };
  const ignore = (): void => {
    for (const signal of SIGNALS) process.removeListener(signal, answer);
  };
  const listen = (): void => {
    for (const signal of SIGNALS) {
      if (!process.listeners(signal).includes(answer)) process.on(signal, answer);
    }
  };
  const onClose: House['onClose'] = (undo) => {
    const close = async (): Promise<void> => {
      const place = closers.indexOf(close);
      if (place < 0) return;
      closers.splice(place, 1);
      await undo().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
      // Strapi takes every listener of the process with it when it goes.
      listen();
    };
    closers.push(close);
    return close;
  };

  listen();
  const running = work({
    signal: stopping.signal,
    onClose,
    check: () => stopping.signal.throwIfAborted(),
    untilStopped: () => stopped,
  });
  try {
    return await Promise.race([running, stopped]);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    await Promise.race([running.catch(() => undefined), wait(PATIENCE)]);
    throw new Interrupted();
  } finally {
    for (let last = closers.at(-1); last; last = closers.at(-1)) await last();
    ignore();
  }
}

/**
 * The same for what a command needs before it can begin: where that cannot be had (another command is running, no
 * database, Ctrl-C), one sentence says so and the process ends. What else goes wrong is thrown.
 */
export async function keepHouseOrEnd<T>(work: (house: House) => Promise<T>): Promise<T> {
  try {
    return await keepHouse(work);
  } catch (error) {
    if (error instanceof Interrupted) process.exit(130);
    if (!(error instanceof CannotStart)) throw error;
    complain(error.sentence);
    process.exit(1);
  }
}

/** Runs a command to its end: its exit code, and one sentence when it could not start. */
export function runToTheEnd(work: (house: House) => Promise<void>): void {
  keepHouse(work).then(
    () => process.exit(0),
    (error: unknown) => {
      if (error instanceof Interrupted) process.exit(0);
      if (error instanceof CannotStart) complain(error.sentence);
      else
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
}
