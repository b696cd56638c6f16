import { conflict, invalid, notFound } from '../../rules/refusal';
import { routeOfTicket } from '../../rules/routing/ticket-route';
import { enumWord } from '../../rules/words/enums';
import { say } from '../../rules/words/say';
import { definitionOf } from '../office';
import { holdings, ledgerQueryOf, PASSING_LISTS, passings, type Pages } from '../responsibility/ledger';
import type { DoorContext } from './context';
import { assertMayLook } from './handlers';
import { readCase, type Viewing } from './views';

type Query = DoorContext['query'];

/**
 * A list of the ledger: `holdings` (who holds what since when), `offers` (open ones), `refusals` (who refused and
 * why), `awaiting-feedback` (handed over, requester not told yet ). Throws NOT_ENTITLED, NOT_FOUND, INPUT_INVALID.
 */
export async function showLedger(viewing: Viewing, list: string, given: Query) {
  assertMayLook(viewing);
  const open = viewing.scope?.sql('ticket', 't') ?? 'true';
  const asked = { ...ledgerQueryOf(given), open };
  const inPages = ({ lines, total }: Pages<unknown>) => {
    const { page, pageSize } = asked;
    return { lines, pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } };
  };
  if (list === 'holdings') return inPages(await holdings(viewing.office, asked));
  const passing = PASSING_LISTS.find((one) => one === list);
  if (!passing) throw notFound('NOT_FOUND', { list });
  return inPages(await passings(viewing.office, passing, asked));
}

/**
 * Where `refer` would take a request now, before anybody is asked: the step, its name, and the person; `department` and
 * `severalDepartments` as in the action. Throws NOT_ENTITLED, CASE_UNKNOWN, TICKET_NOT_OPEN, INPUT_INVALID.
 */
export async function showRoute(viewing: Viewing, id: string, given: Query) {
  assertMayLook(viewing);
  const { office, locale } = viewing;
  const { department, severalDepartments } = given;
  if (department !== undefined && typeof department !== 'string')
    throw invalid('INPUT_INVALID', { field: 'department', reason: 'format' });
  const ticket = await readCase(office, 'ticket', id);
  if (definitionOf(office, 'ticket').finalStages.includes(ticket.stage)) {
    throw conflict('TICKET_NOT_OPEN', { number: ticket.number, stage: ticket.stage });
  }
  const policy = await office.policy.current(office.pool);
  const route = routeOfTicket({
    ticket,
    office: policy,
    department,
    severalDepartments: severalDepartments === 'true',
  });
  const to = 'to' in route ? policy.directory.staff.get(route.to) : undefined;
  const words = enumWord('hand-over', 'step', route.step);
  return {
    step: route.step,
    label: words ? say(words, locale) : null,
    to: to ? { documentId: to.id, name: to.name, jobNumber: to.jobNumber, post: to.post } : null,
  };
}
