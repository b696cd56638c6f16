import { invalid, type Refusal } from '../refusal';

/** The papers of `wanted`, fields of a case of `type`, that nobody has seen: refused by name. */
export function papersSeen(
  seen: Readonly<Record<string, unknown>>,
  { type, wanted }: { readonly type: string; readonly wanted: readonly string[] },
): Refusal | undefined {
  const missing = wanted.filter((paper) => seen[paper] !== true);
  return missing.length === 0
    ? undefined
    : invalid('PAPERS_MISSING', { type, field: missing[0], fields: missing });
}
