import { hashAttribute, type Model, tailAttribute } from './fields';
import type { Sealer } from './seal';

interface Spot {
  readonly model: Pick<Model, 'attributes'>;
  readonly name: string;
  readonly kind: string;
}

/** What stands in the look-up attributes beside a personal one, of a sealed value or of none. */
export function hashColumns(
  { model, name, kind }: Spot,
  stored: string | null,
  sealer: Pick<Sealer, 'hash' | 'tailHash' | 'open'>,
): Readonly<Record<string, string | null>> {
  const plain = stored === null ? null : sealer.open(stored);
  const hashes = [
    [hashAttribute(name), sealer.hash],
    [tailAttribute(name), sealer.tailHash],
  ] as const;
  return Object.fromEntries(
    hashes
      .filter(([attribute]) => model.attributes[attribute])
      .map(([attribute, hash]) => [attribute, plain === null ? null : hash(kind, plain)]),
  );
}
