import type { Person } from './person';

/** A filter in the operators that Strapi matches in memory as well as in the database. */
export type Bound = Readonly<Record<string, unknown>>;

/** What a condition means for one record type; true where it bounds nothing for this person. */
type BoundOf = (person: Person) => Bound | true | Promise<Bound | true>;

const is = (relation: string, id: string): Bound => ({ [`${relation}.documentId`]: { $eq: id } });
const among = (relation: string, ids: readonly string[]): Bound => ({
  [`${relation}.documentId`]: { $in: [...ids] },
});
const ids = (some: readonly string[]): Bound => ({ documentId: { $in: [...some] } });
const without = (relation: string): Bound => ({ [`${relation}.documentId`]: { $eq: null } });
const any = (...bounds: readonly Bound[]): Bound => ({ $or: bounds });
const all = (...bounds: readonly Bound[]): Bound => ({ $and: bounds });

/** What somebody has in hand himself, or his team has, and the requests that he took in. */
const OWN: Readonly<Record<string, BoundOf>> = {
  ticket: async ({ me, teams, offered, takesIn }) =>
    any(
      is('handler', me),
      is('reworkBy', me),
      is('accountable', me),
      is('submittedTo', me),
      // Whoever took it in sees what becomes of it.
      { takenBy: { $eq: me } },
      among('team', teams),
      ids(await offered()),
      // Damage that goes on is for whoever is near enough to stop it [B-12].
      ...(takesIn ? [{ damageOngoing: { $eq: true } }] : []),
    ),
  'dispatch-order': ({ me, teams, technician }) =>
    any(
      is('technician', me),
      among('team', teams),
      // What is offered to every technician is nobody's yet.
      ...(technician ? [all({ stage: { $eq: 'offered' } }, without('team'))] : []),
    ),
  'hand-over': ({ me }) => any(is('giver', me), is('receiver', me)),
  'return-visit': ({ me }) => any(is('steward', me), is('visitor', me)),
  'visit-attempt': ({ me }) => any(is('visitor', me)),
  'house-call': ({ me }) => any(is('steward', me)),
  'house-call-plan': ({ me }) => any(is('steward', me)),
  'group-matter': ({ me }) => any(is('head', me)),
  'key-loan': ({ me }) => any(is('borrower', me)),
};

/** What happens in a steward's buildings or nobody's, what names no home, and what he has in hand himself. */
const inBuildings =
  (unit: string, type: string): BoundOf =>
  async (person) => {
    const own = (await OWN[type]?.(person)) as Bound | undefined;
    return any(among(`${unit}.building`, await person.buildings()), without(unit), ...(own ? [own] : []));
  };

const BUILDINGS: Readonly<Record<string, BoundOf>> = {
  ticket: inBuildings('unit', 'ticket'),
  'dispatch-order': inBuildings('ticket.unit', 'dispatch-order'),
  'hand-over': inBuildings('ticket.unit', 'hand-over'),
  'return-visit': inBuildings('ticket.unit', 'return-visit'),
  'visit-attempt': inBuildings('visit.ticket.unit', 'visit-attempt'),
  'house-call': inBuildings('unit', 'house-call'),
  transfer: inBuildings('unit', 'transfer'),
  'lease-registration': inBuildings('unit', 'lease-registration'),
  'house-call-plan': async (person) =>
    any(among('building', await person.buildings()), without('building'), is('steward', person.me)),
  key: inBuildings('unit', 'key'),
  'key-loan': inBuildings('key.unit', 'key-loan'),
  'key-authorisation': inBuildings('unit', 'key-authorisation'),
  incident: inBuildings('unit', 'incident'),
  building: async ({ buildings }) => ids(await buildings()),
  unit: async ({ buildings }) => among('building', await buildings()),
  occupancy: async ({ buildings }) => among('unit.building', await buildings()),
  // Whoever has just been entered has no home yet.
  owner: async ({ buildings, user }) =>
    any(among('occupancies.unit.building', await buildings()), { 'createdBy.id': { $eq: user } }),
};

/** What a department's people and teams have in hand, and what nobody has yet; everything for a head of no department. */
const DEPARTMENT: Readonly<Record<string, BoundOf>> = {
  ticket: async ({ me, departments, colleagues, crews, offered }) =>
    departments.length === 0 ||
    any(
      ids(await offered()),
      among('handler', colleagues),
      among('team', crews),
      among('accountable', colleagues),
      is('submittedTo', me),
      among('complainedDepartment', departments),
      all(without('handler'), without('team')),
    ),
  'dispatch-order': ({ departments, colleagues, crews }) =>
    departments.length === 0 ||
    any(
      among('technician', colleagues),
      among('team', crews),
      // With a contractor, or with nobody yet.
      all(without('technician'), without('team')),
    ),
  'hand-over': ({ departments, colleagues }) =>
    departments.length === 0 ||
    any(
      among('giver', colleagues),
      among('receiver', colleagues),
      among('fromDepartment', departments),
      among('toDepartment', departments),
    ),
};

/** The conditions by name, each with what it means for the types that it can be set on. */
export const BOUNDS = { own: OWN, buildings: BUILDINGS, department: DEPARTMENT } as const;
export type BoundName = keyof typeof BOUNDS;

/** What a condition leaves of a type to somebody; nothing (false) of a type that it says nothing about. */
export async function boundFor(name: BoundName, type: string, person: Person): Promise<Bound | boolean> {
  const bound = Object.hasOwn(BOUNDS[name], type) ? BOUNDS[name][type] : undefined;
  return bound ? await bound(person) : false;
}
