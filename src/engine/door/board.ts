import { DISPATCHERS } from '../../rules/cases/people';
import { forbidden } from '../../rules/refusal';
import { boardChoices, boardQueryOf, readBoard, type MaySee } from '../board';
import type { DoorContext } from './context';
import type { Viewing } from './views';

const GIVERS: ReadonlySet<unknown> = new Set(DISPATCHERS);

/** Who may look at the board: those who give work out [B-03]. Throws NOT_ENTITLED. */
export function assertMayDispatch({ actor }: Viewing): void {
  const may = actor.kind === 'staff' && actor.posts.some((post) => GIVERS.has(post));
  if (!may) throw forbidden('NOT_ENTITLED', { action: 'dispatch' });
}

/** The board as a query string asks for it: `community`, `building`, `category`, `urgency`, `trade`. Throws NOT_ENTITLED, INPUT_INVALID. */
export async function showBoard(viewing: Viewing, may: MaySee, given: DoorContext['query']) {
  assertMayDispatch(viewing);
  return readBoard({ ...viewing, may }, boardQueryOf(given));
}

/** What it can be narrowed down by. Throws NOT_ENTITLED. */
export async function showBoardChoices(viewing: Viewing, may: MaySee) {
  assertMayDispatch(viewing);
  return boardChoices({ ...viewing, may });
}
