/** One clock for the whole board: every second it tells those who show a time, and only then. */
const showing = new Set<() => void>();
let timer: number | undefined;
let offset = 0;

/** Sets the difference between the server's clock and this machine's, milliseconds. */
export function setClockOffset(milliseconds: number): void {
  offset = milliseconds;
}

/** The server's time, epoch milliseconds, whole seconds. */
export const serverNow = (): number => Math.floor((Date.now() + offset) / 1000) * 1000;

export function onTick(show: () => void): () => void {
  showing.add(show);
  timer ??= window.setInterval(() => {
    for (const one of showing) one();
  }, 1000);
  return () => {
    showing.delete(show);
    if (showing.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}
