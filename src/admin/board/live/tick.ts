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

function onTick(show: () => void): () => void {
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

const seen = new WeakMap<Element, (visible: boolean) => void>();
let observer: IntersectionObserver | undefined;

/** Tells every second as long as the element is on the screen, and once when it comes there: what nobody sees need not count. */
export function whileSeen(element: Element | null, show: () => void): () => void {
  if (!element) return onTick(show);
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) seen.get(target)?.(isIntersecting);
    },
    { rootMargin: '200px' },
  );
  let stop: (() => void) | undefined;
  seen.set(element, (visible) => {
    stop?.();
    stop = visible ? onTick(show) : undefined;
    if (visible) show();
  });
  observer.observe(element);
  return () => {
    stop?.();
    seen.delete(element);
    observer?.unobserve(element);
  };
}
