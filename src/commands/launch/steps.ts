import { inLine, type Sentence } from './sentences';

const QUICK = 1_000;
const EVERY = 10_000;

type Output = NodeJS.WritableStream & { isTTY?: boolean };

export type Steps = {
  /** Does one step, telling what it is, how far along it is and how long it took. */
  run: <T>(what: Sentence, work: () => Promise<T>) => Promise<T>;
};

/** Counts steps for people who wait: a ticking line in a terminal, a line every ten seconds elsewhere. */
export function countSteps(total: number, output: Output = process.stderr): Steps {
  let number = 0;
  const line = (what: Sentence): string => `[${number}/${total}] ${inLine(what)}`;
  return {
    run: async (what, work) => {
      number += 1;
      const started = Date.now();
      const seconds = (): string => ((Date.now() - started) / 1000).toFixed(1);
      const ticking = tick({ line: line(what), seconds, output });
      try {
        const result = await work();
        ticking.end();
        output.write(`✓ ${line(what)}  ${seconds()} s\n`);
        return result;
      } catch (error) {
        ticking.end();
        throw error;
      }
    },
  };
}

/** No output at all, for commands whose own output is all that is wanted. */
export const silentSteps: Steps = { run: (_what, work) => work() };

type Ticking = { line: string; seconds: () => string; output: Output };

function tick({ line, seconds, output }: Ticking): { end: () => void } {
  const now = (): string => `… ${line}  ${Math.floor(Number(seconds()))} s`;
  if (output.isTTY) {
    const timer = setInterval(() => output.write(`\r\u001b[K${now()}`), QUICK);
    return {
      end: () => {
        clearInterval(timer);
        output.write('\r\u001b[K');
      },
    };
  }
  const first = setTimeout(() => output.write(`… ${line}\n`), QUICK);
  const timer = setInterval(() => output.write(`${now()}\n`), EVERY);
  return {
    end: () => {
      clearTimeout(first);
      clearInterval(timer);
    },
  };
}
