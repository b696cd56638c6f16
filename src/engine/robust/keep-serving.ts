import { randomUUID } from 'node:crypto';
import { describeDefect } from './describe';

/** The part of Node's `process` that matters here; a test gives its own. */
export interface ProcessEvents {
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): unknown;
  on(event: 'uncaughtException', listener: (error: unknown) => void): unknown;
  off(event: 'unhandledRejection', listener: (reason: unknown) => void): unknown;
  off(event: 'uncaughtException', listener: (error: unknown) => void): unknown;
}

interface Keeping {
  readonly log: (line: string) => void;
  /** Ends the process in good order; called once, when an exception has left it in an unknown state. */
  readonly stop: () => void;
}

/** Failures of a connection that nobody was listening to: the connection is gone, the office is not. */
const OF_A_CONNECTION = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'ETIMEDOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

const kept = new WeakMap<ProcessEvents, () => void>();

/**
 * One forgotten promise does not close the office: a rejection that nobody handles is logged under an id and
 * the process goes on. After an exception that nobody caught Node cannot promise a sound state, so the process
 * is ended in good order (whoever supervises it starts it again), unless it was a broken connection only.
 * Doing it twice is doing it once. Gives what takes the listeners away again.
 */
export function keepServing(process: ProcessEvents, { log, stop }: Keeping): () => void {
  const before = kept.get(process);
  if (before) return before;
  let stopping = false;
  const rejected = (reason: unknown): void => {
    log(`${randomUUID()} a rejection that nobody handled: ${describeDefect(reason)}`);
  };
  const thrown = (error: unknown): void => {
    log(`${randomUUID()} an exception that nobody caught: ${describeDefect(error)}`);
    if (stopping || OF_A_CONNECTION.has(codeOf(error))) return;
    stopping = true;
    stop();
  };
  process.on('unhandledRejection', rejected);
  process.on('uncaughtException', thrown);
  const letGo = (): void => {
    process.off('unhandledRejection', rejected);
    process.off('uncaughtException', thrown);
    kept.delete(process);
  };
  kept.set(process, letGo);
  return letGo;
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}
