import type { CaseRecord } from '../../../rules/cases/types';
import { groupTermsOf, type Neighbours } from '../../../rules/groups';
import { branchOf } from '../../../rules/repeats';
import { query } from '../../db';
import type { Policy } from '../../policy';
import type { Viewing } from '../views';

/** Others who have lately reported the same of one building or public place [E-04]. */
export interface GroupView {
  /** The open group matter that the request would join. */
  readonly number: string | null;
  readonly documentId: string | null;
  /** How many other households have reported it. */
  readonly others: number;
  /** With this one they would be enough to make a group matter. */
  readonly forms: boolean;
}

interface Rehearsed {
  readonly record: CaseRecord;
  readonly policy: Policy;
  readonly neighbours: Neighbours | undefined;
}

/** What group matter a request would belong to; null where nobody else has reported the same. */
export async function likelyGroup(
  { office }: Viewing,
  { record, policy, neighbours }: Rehearsed,
): Promise<GroupView | null> {
  if (!neighbours?.key || typeof record.category !== 'string') return null;
  const { others } = neighbours;
  const [open] = await query<{ documentId: string; number: string }>(
    office.pool,
    `SELECT document_id AS "documentId", number FROM group_matters
     WHERE group_key = $1 AND branch_key = ANY($2::text[]) AND stage <> 'closed' ORDER BY id LIMIT 1`,
    [neighbours.key, branchOf(policy, record.category)],
  );
  if (others === 0 && !open) return null;
  const { households } = groupTermsOf(policy, record.category);
  return {
    number: open?.number ?? null,
    documentId: open?.documentId ?? null,
    others,
    forms: !open && households > 0 && others + 1 >= households,
  };
}
