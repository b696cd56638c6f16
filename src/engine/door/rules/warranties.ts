import { invalid } from '../../../rules/refusal';
import { localDate } from '../../../rules/time';
import { judgeWarranty } from '../../../rules/warranty';
import { momentOf } from '../intake/preview';
import { enumLabel, type Viewing } from '../views';
import type { Setting } from './settings';

export interface WarrantyCheck {
  readonly warranty: string;
  readonly warrantyLabel: string;
  /** The last day covered; null where there is none or it is not known. */
  readonly until: string | null;
  /** Code of the term that decides. */
  readonly term: string | null;
  /** Whether it is the one that is looked at. */
  readonly thisOne: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the builder would answer for a fault in a home handed over on a day [B-04]. Throws INPUT_INVALID. */
export async function checkWarranty(
  { office, row }: Setting,
  { locale }: Viewing,
  { category, deliveredOn, at }: Readonly<Record<string, unknown>>,
): Promise<WarrantyCheck> {
  const given = deliveredOn === undefined || deliveredOn === '' ? null : deliveredOn;
  if (given !== null && !(typeof given === 'string' && DAY.test(given) && !Number.isNaN(Date.parse(given))))
    throw invalid('INPUT_INVALID', { field: 'deliveredOn', reason: 'format' });
  const { categories, warrantyTerms } = await office.policy.current(office.pool);
  const judged = judgeWarranty({
    terms: warrantyTerms,
    path: categories.get(String(category))?.path ?? [],
    dates: { deliveredOn: given, warrantyUntil: null, completedOn: null, communityDeliveredOn: null },
    on: localDate(office.timeZone, momentOf(at) ?? office.now()),
  });
  return {
    ...judged,
    warrantyLabel: enumLabel('dispatch-order', 'warranty', judged.warranty, locale),
    thisOne: judged.term !== null && judged.term === row?.code,
  };
}
