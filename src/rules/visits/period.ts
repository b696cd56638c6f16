import { invalid, type Refusal } from '../refusal';

/** A span of local dates that ends no earlier than it begins; open ends allowed. */
export function periodInOrder(given: Readonly<Record<string, unknown>>): Refusal | undefined {
  const { periodFrom, periodTo } = given;
  const inOrder = typeof periodFrom !== 'string' || typeof periodTo !== 'string' || periodFrom <= periodTo;
  return inOrder ? undefined : invalid('PERIOD_INVALID', { field: 'periodTo', reason: 'order' });
}
