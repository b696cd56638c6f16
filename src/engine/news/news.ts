import { Client, type ClientConfig } from 'pg';
import { bulletinText, NEWS_CHANNEL, readBulletin, type Bulletin, type CaseChange } from './bulletin';

/** Somebody who wants to know. */
export interface Watcher {
  /** Something has changed, in this process or another. */
  hear(bulletin: Bulletin): void;
  /** The line was down: anything may have changed meanwhile. */
  lookAgain(): void;
  /** The office closes. */
  leave(): void;
}

/** The news of the office: what any instance changes, every instance hears. */
export interface News {
  /** Says that cases have changed, at most once per `PAUSE` whatever comes; never throws, never waits. */
  tell(changes: readonly CaseChange[]): void;
  /** Begins to watch; gives back how to stop. */
  watch(watcher: Watcher): () => void;
  readonly watchers: number;
  /** Says what is still to be said, lets every watcher go and hangs up. */
  close(): Promise<void>;
}

/** How long changes are gathered before they are told, milliseconds. */
const PAUSE = 150;
/** How long until a lost line is tried again, and how long at most. */
const FIRST_TRY = 250;
const LAST_TRY = 5000;
/** How often a line that others are listening on is asked whether it still stands. */
const LISTEN_CHECK = 20_000;
const ANSWER_WITHIN = 5000;
/** Changes kept while the line is down; past that it is only said that there were more. */
const MOST_KEPT = 200;

interface Opening {
  readonly connection: ClientConfig;
  readonly log: { warn(message: string): void };
}

/**
 * Opens the news on a connection of its own, made when it is first needed. Telling is apart from the transaction that
 * changes something: a NOTIFY inside it would make all commits of the database that notify wait for each other (PostgreSQL
 * holds one lock from there to the end of the commit). So it is told right afterwards, gathered, without waiting for the disk.
 * What is lost with a process that dies in between, whoever watches finds when he next looks by himself.
 */
export function openNews({ connection, log }: Opening): News {
  const watchers = new Set<Watcher>();
  const gathered = new Map<string, CaseChange>();
  let more = false;
  let line: Promise<Client> | undefined;
  let wait = FIRST_TRY;
  let sendTimer: NodeJS.Timeout | undefined;
  let retryTimer: NodeJS.Timeout | undefined;
  let checkTimer: NodeJS.Timeout | undefined;
  let lastSent = 0;
  let busy = false;
  let closed = false;
  let wasDown = false;

  const toAll = (say: (watcher: Watcher) => void): void => {
    for (const watcher of [...watchers]) say(watcher);
  };

  function open(): Promise<Client> {
    line ??= dial().catch((error: unknown) => {
      line = undefined;
      lost(error);
      throw error;
    });
    return line;
  }

  async function dial(): Promise<Client> {
    const client = new Client({
      ...connection,
      application_name: 'guanjia-news',
      options: '-c TimeZone=UTC -c synchronous_commit=off',
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN,
      query_timeout: ANSWER_WITHIN,
    });
    client.on('error', (error) => hungUp(client, error));
    client.on('end', () => hungUp(client, undefined));
    client.on('notification', ({ payload }) => {
      const bulletin = readBulletin(payload);
      toAll((watcher) => watcher.hear(bulletin));
    });
    await client.connect();
    await client.query(`LISTEN ${NEWS_CHANNEL}`);
    wait = FIRST_TRY;
    if (wasDown) toAll((watcher) => watcher.lookAgain());
    wasDown = false;
    return client;
  }

  function hungUp(client: Client, error: unknown): void {
    const held = line;
    void held?.then(
      (current) => {
        if (current !== client || line !== held) return;
        line = undefined;
        client.end().catch(() => undefined);
        lost(error);
      },
      () => undefined,
    );
  }

  function lost(error: unknown): void {
    if (closed) return;
    if (!wasDown && error) log.warn(`News: the line to the database is down: ${(error as Error).message}`);
    wasDown = true;
    if (retryTimer || (watchers.size === 0 && gathered.size === 0 && !more)) return;
    retryTimer = setTimeout(() => {
      retryTimer = undefined;
      wait = Math.min(wait * 2, LAST_TRY);
      open().then(schedule, () => undefined);
    }, wait);
    retryTimer.unref();
  }

  function schedule(): void {
    if (closed || busy || sendTimer || (gathered.size === 0 && !more)) return;
    sendTimer = setTimeout(
      () => {
        sendTimer = undefined;
        void send();
      },
      Math.max(0, lastSent + PAUSE - Date.now()),
    );
    sendTimer.unref();
  }

  async function send(): Promise<void> {
    const text = bulletinText({ cases: [...gathered.values()], more });
    gathered.clear();
    more = false;
    lastSent = Date.now();
    busy = true;
    try {
      const client = await open();
      await client.query('SELECT pg_notify($1, $2)', [NEWS_CHANNEL, text]);
      wait = FIRST_TRY;
      wasDown = false;
    } catch {
      // Said again, if only in general, when the line stands again.
      more = true;
      lost(undefined);
    } finally {
      busy = false;
    }
    if (!wasDown) schedule();
  }

  /** A line that died without a word (a cable, a firewall) is found out by asking. */
  function checkLine(): void {
    if (busy) return;
    busy = true;
    void Promise.resolve(line)
      .then(async (client) => {
        await client?.query('SELECT 1').catch((error: unknown) => client && hungUp(client, error));
      })
      .catch(() => undefined)
      .finally(() => {
        busy = false;
        schedule();
      });
  }

  return {
    tell(changes) {
      if (closed) return;
      for (const change of changes) {
        const before = gathered.get(change.documentId);
        if (!before && gathered.size >= MOST_KEPT) more = true;
        else gathered.set(change.documentId, { ...change, urgent: change.urgent || before?.urgent === true });
      }
      schedule();
    },
    watch(watcher) {
      watchers.add(watcher);
      checkTimer ??= setInterval(checkLine, LISTEN_CHECK);
      checkTimer.unref();
      open().catch(() => undefined);
      return () => {
        watchers.delete(watcher);
        if (watchers.size > 0) return;
        clearInterval(checkTimer);
        checkTimer = undefined;
      };
    },
    get watchers() {
      return watchers.size;
    },
    async close() {
      if (closed) return;
      const unsaid = gathered.size > 0 || more;
      if (unsaid && !wasDown) await send();
      closed = true;
      clearTimeout(sendTimer);
      clearTimeout(retryTimer);
      clearInterval(checkTimer);
      toAll((watcher) => watcher.leave());
      watchers.clear();
      const client = await line?.catch(() => undefined);
      line = undefined;
      await client?.end().catch(() => undefined);
    },
  };
}
