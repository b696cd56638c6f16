export interface Refresher {
  /** Something has changed: look again, at once if it presses, else when the last look is some time ago. */
  ask(pressing: boolean): void;
  stop(): void;
}

/** Between two looks that nothing presses for, milliseconds; a slow office is left alone longer. */
export const GAP = 800;
const TIMES_SLOWER = 4;

/** Looks again when something has changed: never twice at a time, never once for each of many changes. */
export function refresherOf(look: () => Promise<unknown>): Refresher {
  let looking = false;
  let wanted: 'no' | 'soon' | 'now' = 'no';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gap = 0;
  let stopped = false;

  async function go(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    wanted = 'no';
    looking = true;
    const began = Date.now();
    await look().catch(() => undefined);
    looking = false;
    gap = Math.max(GAP, (Date.now() - began) * TIMES_SLOWER);
    timer = setTimeout(() => {
      timer = undefined;
      gap = 0;
      if (wanted !== 'no') next();
    }, gap);
    if ((wanted as string) === 'now') next();
  }

  function next(): void {
    if (!looking && !stopped) void go();
  }

  return {
    ask(pressing) {
      if (wanted !== 'now') wanted = pressing ? 'now' : 'soon';
      if (pressing || !timer) next();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
