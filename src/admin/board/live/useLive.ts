import * as React from 'react';
import { refreshAccessToken, useAuth } from '@strapi/strapi/admin';
import { eventReader, newsIn } from './eventText';
import { refresherOf } from './refresher';

/** `live`: changes are told; `asking`: the server tells no more people, so it is asked; `resting`: nobody is here. */
export type LiveState = 'connecting' | 'live' | 'offline' | 'asking' | 'resting';

const FIRST_TRY = 1000;
const LAST_TRY = 15_000;
/** A line on which nothing has come for so long is dead: signs of life come every 20 seconds. */
const SILENCE = 50_000;
/** A stream that lived so long was a good one: it is opened again at once. */
const SETTLED = 10_000;
/** Whatever is told or not, the board is looked at so often. */
const OWN_LOOK = 60_000;
const ASK_EVERY = 10_000;
/** A hidden tab is not kept up to date; a board that nobody uses any more does not keep a log-in alive. */
const HIDDEN = 60_000;
const UNUSED = 2 * 3_600_000;

interface Following {
  token: string | null;
  signal: AbortSignal;
  onOpen: () => void;
  onEvent: (event: { name: string; data: string }) => void;
}

/** Reads the events of the office until they end. Gives back the status of the answer, 0 where there was none. */
async function follow({ token, signal, onOpen, onEvent }: Following): Promise<number> {
  const silence = new AbortController();
  const quit = () => silence.abort();
  signal.addEventListener('abort', quit);
  let timer = window.setTimeout(quit, SILENCE);
  try {
    // EventSource cannot send the token of the panel's session, so the stream is read by hand.
    const answer = await fetch(`${backend()}/office/events`, {
      headers: { Accept: 'text/event-stream', Authorization: `Bearer ${token ?? ''}` },
      signal: silence.signal,
    });
    if (!answer.ok || !answer.body) return answer.status;
    onOpen();
    const read = eventReader();
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      window.clearTimeout(timer);
      timer = window.setTimeout(quit, SILENCE);
      for (const event of read(value ?? '')) onEvent(event);
    }
    return answer.status;
  } catch {
    return 0;
  } finally {
    window.clearTimeout(timer);
    signal.removeEventListener('abort', quit);
  }
}

/** Strapi's own settings of the page; its types know only those of the server under this name. */
const backend = (): string => (window.strapi as unknown as { backendURL: string }).backendURL;

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = window.setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      window.clearTimeout(timer);
      resolve();
    });
  });

/** Keeps the board up to date: `look` is called when something has changed, and after every interruption. */
export function useLive(look: () => Promise<unknown>): { state: LiveState; goOn: () => void } {
  const token = useAuth('useLive', (auth) => auth.token);
  const [state, setState] = React.useState<LiveState>('connecting');
  const present = usePresence();
  const latest = React.useRef({ look, token });
  latest.current = { look, token };

  React.useEffect(() => {
    if (!present.here) {
      setState('resting');
      return undefined;
    }
    const away = new AbortController();
    const { signal } = away;
    const refresher = refresherOf(() => latest.current.look());
    const ownLook = window.setInterval(() => refresher.ask(false), OWN_LOOK);

    const run = async (): Promise<void> => {
      let wait = FIRST_TRY;
      while (!signal.aborted) {
        const used = latest.current.token;
        const began = Date.now();
        const status = await follow({
          token: used,
          signal,
          onOpen: () => {
            wait = FIRST_TRY;
            setState('live');
          },
          onEvent: (event) => {
            const { changed, pressing } = newsIn(event);
            if (changed) refresher.ask(pressing);
          },
        });
        if (signal.aborted) return;
        // A stream ends after some minutes, so that it is asked again who reads it.
        if (status === 200 && Date.now() - began > SETTLED) continue;
        if (status === 403) return;
        if (status === 401) await refreshAccessToken(used);
        if (status === 409) {
          setState('asking');
          refresher.ask(false);
          await pause(ASK_EVERY, signal);
          continue;
        }
        setState('offline');
        await pause(wait * (0.75 + Math.random() / 2), signal);
        wait = Math.min(wait * 2, LAST_TRY);
      }
    };
    void run();
    return () => {
      away.abort();
      refresher.stop();
      window.clearInterval(ownLook);
    };
  }, [present.here]);

  return { state, goOn: present.goOn };
}

/** Whether somebody is here to look: the tab can be seen, and was used in the last hours. */
function usePresence(): { here: boolean; goOn: () => void } {
  const [here, setHere] = React.useState(true);
  React.useEffect(() => {
    let hidden: number | undefined;
    let unused = window.setTimeout(() => setHere(false), UNUSED);
    const used = () => {
      window.clearTimeout(unused);
      unused = window.setTimeout(() => setHere(false), UNUSED);
    };
    const seen = () => {
      window.clearTimeout(hidden);
      if (document.visibilityState === 'visible') {
        used();
        setHere(true);
      } else hidden = window.setTimeout(() => setHere(false), HIDDEN);
    };
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('pointerdown', used);
    window.addEventListener('keydown', used);
    return () => {
      window.clearTimeout(hidden);
      window.clearTimeout(unused);
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('pointerdown', used);
      window.removeEventListener('keydown', used);
    };
  }, [here]);
  return { here, goOn: React.useCallback(() => setHere(true), []) };
}
