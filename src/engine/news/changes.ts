import { onceCommitted } from '../db';
import type { HeldCase, Work } from '../work';
import type { CaseChange } from './bulletin';

/** Types whose changes are watched for: what a dispatch board shows. */
const WATCHED: ReadonlySet<string> = new Set(['ticket', 'dispatch-order']);

/** Tells what a transaction has changed as soon as it is on disk; of a history that is taken over nothing is told. */
export function tellWhenCommitted(work: Work, cases: readonly HeldCase[]): void {
  const { client, office, past, moments } = work;
  if (!client || past) return;
  const changes = [
    ...cases.filter(({ type }) => WATCHED.has(type)).map(changeOf),
    // A clock that gave warning or broke shows on the board, though its case is as it was.
    ...moments
      .filter(({ clock }) => WATCHED.has(clock.caseType))
      .map(({ clock }) => ({ type: clock.caseType, documentId: clock.caseId, stage: '', urgent: false })),
  ];
  if (changes.length > 0) onceCommitted(client, () => office.news.tell(changes));
}

const changeOf = ({ type, record }: HeldCase): CaseChange => ({
  type,
  documentId: record.documentId,
  stage: record.stage,
  urgent: record.urgency === 'urgent',
});
