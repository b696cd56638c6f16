/** The PostgreSQL channel on which instances tell each other what has changed. */
export const NEWS_CHANNEL = 'gj_news';

/** What is said on it when a row of the policy changes: who is on duty, which trades there are, and so on. */
export const POLICY_CHANGED = '{"policy":true}';

/** That a case has changed: enough to know whether to look again, and nothing personal. */
export interface CaseChange {
  readonly type: string;
  readonly documentId: string;
  readonly stage: string;
  readonly urgent: boolean;
}

/** What one message on the channel says. */
export interface Bulletin {
  readonly cases: readonly CaseChange[];
  /** More has changed than is named: whoever watches looks at everything again. */
  readonly more: boolean;
  readonly policy: boolean;
}

/** PostgreSQL takes less than 8000 bytes; a change has about a hundred. */
const MOST_NAMED = 60;

/** The text of a bulletin; urgent ones are named first, and what is too much is only said to be there. */
export function bulletinText({ cases, more }: Pick<Bulletin, 'cases' | 'more'>): string {
  const inOrder = [...cases].sort((a, b) => Number(b.urgent) - Number(a.urgent));
  const named = inOrder.slice(0, MOST_NAMED).map(({ type, documentId, stage, urgent }) => ({
    ...{ t: type, i: documentId, s: stage },
    ...(urgent ? { u: 1 } : {}),
  }));
  return JSON.stringify({ c: named, ...(more || cases.length > MOST_NAMED ? { m: 1 } : {}) });
}

interface Short {
  readonly c?: readonly { readonly t: string; readonly i: string; readonly s: string; readonly u?: 1 }[];
  readonly m?: 1;
  readonly policy?: boolean;
}

/** Reads a bulletin; a text that is none (of another release) means that anything may have changed. */
export function readBulletin(text: string | undefined): Bulletin {
  try {
    const { c = [], m, policy = false } = JSON.parse(text ?? '') as Short;
    const cases = c.map(({ t, i, s, u }) => ({ type: t, documentId: i, stage: s, urgent: u === 1 }));
    return { cases, more: m === 1, policy };
  } catch {
    return { cases: [], more: true, policy: false };
  }
}
