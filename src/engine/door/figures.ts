import { forbidden } from '../../rules/refusal';
import { SUPERIORS } from '../../rules/cases/people';
import { drill, figuresFor, figuresQueryOf } from '../figures';
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

/** The figures that a query string asks for. */
export async function showFigures(viewing: Viewing, given: DoorContext['query']) {
  assertMayReadFigures(viewing);
  return figuresFor(viewing.office, await figuresQueryOf(viewing.office, given));
}

/** The records behind one of them. */
export async function showFigureRecords(viewing: Viewing, figure: string, given: DoorContext['query']) {
  assertMayReadFigures(viewing);
  return drill(viewing.office, figure, given);
}
