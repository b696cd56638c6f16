import { invalid } from '../../../rules/refusal';
import { onSiteOnly } from '../../../rules/visits';
import type { Setting } from './settings';

export interface VisitCheck {
  /** The visits of a matter that stays unsettled, one after the other, and whether somebody must go there. */
  readonly visits: readonly { readonly ordinal: number; readonly onSiteOnly: boolean }[];
  /** After how many tries in vain somebody counts as unreachable. */
  readonly tries: number;
  /** Whether those must fall on different days. */
  readonly onDifferentDays: boolean;
}

const USUAL = 6;
const MOST = 20;

/** Which forms are open to the visits of a matter that stays unsettled, by the rule in force [D-07]. Throws INPUT_INVALID. */
export async function checkVisits(
  { office }: Setting,
  { count = USUAL }: Readonly<Record<string, unknown>>,
): Promise<VisitCheck> {
  const wanted = Number(count);
  if (!(Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST))
    throw invalid('INPUT_INVALID', { field: 'count', reason: 'range' });
  const { visits } = await office.policy.current(office.pool);
  return {
    visits: Array.from({ length: wanted }, (_, index) => ({
      ordinal: index + 1,
      onSiteOnly: onSiteOnly(visits, index + 1),
    })),
    tries: visits.tries,
    onDifferentDays: visits.onDifferentDays,
  };
}
