import type { ActionContext, CaseRecord, Entitlement, Post, Who } from './types';

/** Those who take requests in: desk, steward and everyone above them, outside systems, imports. */
export const INTAKE: readonly Who[] = [
  'front_desk',
  'steward',
  'clerk',
  'security',
  'supervisor',
  'department_head',
  'director',
  'manager',
  'integration',
  'import',
];

/** Those who give work out. */
export const DISPATCHERS: readonly Who[] = [
  'front_desk',
  'steward',
  'supervisor',
  'department_head',
  'director',
  'manager',
  'import',
];

/** Those who answer for others' work. */
export const SUPERIORS: readonly Post[] = ['supervisor', 'department_head', 'director', 'manager'];

/** Does the actor hold the matter: as its person, or as one of its team. */
function holds(field: string, actor: Parameters<Entitlement['test']>[0], record: CaseRecord): boolean {
  if (actor.kind !== 'staff') return false;
  if (actor.id !== null && record[field] === actor.id) return true;
  return typeof record.team === 'string' && actor.teams.includes(record.team);
}

/** The technician of the order, or a member of the team it went to. */
export const theTechnician: Entitlement = {
  name: 'the_technician',
  test: (actor, record) => holds('technician', actor, record),
};

/** The person handling the ticket, or a member of the team that does. */
export const theHandler: Entitlement = {
  name: 'the_handler',
  test: (actor, record) => holds('handler', actor, record),
};

/** The person accountable for the request; in person, not as one of a team. */
export const theAccountable: Entitlement = {
  name: 'the_accountable',
  test: (actor, record) => actor.kind === 'staff' && actor.id !== null && record.accountable === actor.id,
};

/** The steward whose duty the visit is. */
export const theSteward: Entitlement = {
  name: 'the_steward',
  test: (actor, record) => holds('steward', actor, record),
};

/** The outside contractor that the order went to, by a one-time link [B-03]. */
export const theContractor: Entitlement = {
  name: 'the_contractor',
  test: (actor, record) => actor.kind === 'contractor' && actor.id !== null && record.contractor === actor.id,
};

/** Those who hand keys out at the desk and take them back [F-03]. */
export const KEY_DESK: readonly Who[] = ['front_desk', 'security', ...SUPERIORS];

/** Whoever has borrowed the key, if he is one of the staff. */
export const theBorrower: Entitlement = {
  name: 'the_borrower',
  test: (actor, record) => actor.kind === 'staff' && actor.id !== null && record.borrower === actor.id,
};

/** documentId of the member of staff who acts; null for everybody else. */
export const staffActing = ({ actor, office }: Pick<ActionContext, 'actor' | 'office'>): string | null =>
  actor.kind === 'staff' && actor.id !== null && office.directory.staff.has(actor.id) ? actor.id : null;
