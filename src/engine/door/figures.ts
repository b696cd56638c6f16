import { forbidden } from '../../rules/refusal';
import { SUPERIORS } from '../../rules/cases/people';
import { drill, figuresFor, figuresQueryOf } from '../figures';
import { groupBy } from '../group';
import type { DoorContext } from './context';
import type { Viewing } from './views';

/** Who may see how the office does: those who answer for others' work, and the clerk who makes the summaries. */
const READERS: ReadonlySet<string> = new Set([...SUPERIORS, 'clerk']);

/** Throws NOT_ENTITLED for anybody who may not see figures. */
export function assertMayReadFigures({ actor }: Viewing): void {
  const may =
    actor.kind === 'integration' ||
    actor.kind === 'system' ||
    (actor.kind === 'staff' && actor.posts.some((post) => READERS.has(post)));
  if (!may) throw forbidden('NOT_ENTITLED', { action: 'read', type: 'figure' });
}

/** The figures that a query string asks for, of the requests that the reader may see. */
export async function showFigures(viewing: Viewing, given: DoorContext['query']) {
  assertMayReadFigures(viewing);
  return figuresFor(viewing.office, await figuresQueryOf(viewing, given));
}

/** The records behind one of them, as many of the page as the reader may open. */
export async function showFigureRecords(viewing: Viewing, figure: string, given: DoorContext['query']) {
  assertMayReadFigures(viewing);
  const { records, ...page } = await drill(viewing, figure, given);
  return { ...page, records: await openOf(viewing, records) };
}

interface Listed {
  readonly type: string;
  readonly documentId: string;
}

/** Those of these records that the reader may see. */
export async function openOf<Line extends Listed>(
  { scope }: Viewing,
  lines: readonly Line[],
): Promise<readonly Line[]> {
  if (!scope) return lines;
  const open = new Set<string>();
  for (const [type, some] of groupBy(lines, (line) => line.type)) {
    const ids = some.map(({ documentId }) => documentId);
    for (const id of await scope.among(type, ids)) open.add(id);
  }
  return lines.filter(({ documentId }) => open.has(documentId));
}
