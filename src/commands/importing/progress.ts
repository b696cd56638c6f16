import { SingleBar } from 'cli-progress';

type Output = NodeJS.WriteStream;

/** How often a line is written where there is no terminal to redraw. */
const EVERY = 5_000;

export interface Progress {
  /** So much of so much has been done. */
  readonly tell: (done: number, total: number) => void;
  readonly end: () => void;
}

/** A progress bar in a terminal; a line every few seconds where the output goes to a file. */
export function openProgress(label: string, output: Output = process.stderr): Progress {
  return output.isTTY ? bar(label, output) : lines(label, output);
}

function bar(label: string, output: Output): Progress {
  const single = new SingleBar({
    stream: output,
    format: `${label} {bar} {percentage}%  {duration_formatted}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    fps: 10,
  });
  let started = false;
  return {
    tell(done, total) {
      if (started) single.setTotal(total);
      else single.start(total, 0);
      started = true;
      single.update(done);
    },
    end: () => {
      if (started) single.stop();
    },
  };
}

function lines(label: string, output: Output): Progress {
  let told = Date.now();
  return {
    tell(done, total) {
      if (Date.now() - told < EVERY) return;
      told = Date.now();
      output.write(`… ${label} ${Math.floor((100 * done) / total)}%\n`);
    },
    end: () => undefined,
  };
}
