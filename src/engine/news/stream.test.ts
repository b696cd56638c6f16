import { bulletinText, readBulletin } from './bulletin';
import type { News, Watcher } from './news';
import { HEARTBEAT, LIFETIME, streamNews } from './stream';

const change = (index: number, urgent = false) => ({
  type: 'ticket',
  documentId: `t${String(index).padStart(23, '0')}`,
  stage: 'registered',
  urgent,
});

test('a bulletin fits what PostgreSQL takes, names the urgent first and says that there was more', () => {
  const cases = [...Array.from({ length: 200 }, (_, index) => change(index)), change(999, true)];
  const text = bulletinText({ cases, more: false });
  expect(Buffer.byteLength(text)).toBeLessThan(8000);
  const read = readBulletin(text);
  expect(read.cases[0]).toEqual(change(999, true));
  expect(read).toMatchObject({ more: true, policy: false });
});

test('a bulletin that nobody understands means that anything may have changed', () => {
  expect(readBulletin('x')).toEqual({ cases: [], more: true, policy: false });
  expect(readBulletin(undefined).more).toBe(true);
});

describe('a stream', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function open(backlog = () => 0) {
    const written: string[] = [];
    const watchers = new Set<Watcher>();
    const news = {
      watch: (watcher: Watcher) => {
        watchers.add(watcher);
        return () => watchers.delete(watcher);
      },
    } as unknown as News;
    let ended = 0;
    const reader = { write: (text: string) => written.push(text), backlog, end: () => (ended += 1) };
    const end = streamNews(news, reader);
    return { written, watchers, end, ended: () => ended };
  }

  test('greets, passes on what is heard, gives signs of life', () => {
    const { written, watchers } = open();
    expect(written.join('')).toContain('event: hello');
    const [watcher] = watchers;
    watcher?.hear({ cases: [change(1, true)], more: false, policy: false });
    expect(written.at(-1)).toMatch(/^event: change\ndata: \{"cases":\[\{.*"urgent":true\}\]/);
    watcher?.lookAgain();
    expect(written.at(-1)).toBe('event: reset\ndata: {}\n\n');
    jest.advanceTimersByTime(HEARTBEAT);
    expect(written.at(-1)).toBe(': alive\n\n');
  });

  test('ends after its time, when the office closes and when nobody takes what is written, once', () => {
    const aged = open();
    jest.advanceTimersByTime(LIFETIME);
    expect([aged.ended(), aged.watchers.size]).toEqual([1, 0]);
    aged.end();
    expect(aged.ended()).toBe(1);

    const closing = open();
    [...closing.watchers][0]?.leave();
    expect([closing.ended(), closing.watchers.size]).toEqual([1, 0]);

    let lying = 0;
    const stuck = open(() => lying);
    lying = 1_000_000;
    [...stuck.watchers][0]?.lookAgain();
    expect([stuck.ended(), stuck.watchers.size]).toEqual([1, 0]);
  });
});
