import type { Core } from '@strapi/strapi';
import { createHash } from 'node:crypto';
import { canonical } from '../canonical';
import { groupBy } from '../group';
import { type BoundName, BOUNDS } from '../scope/bounds';
import { conditionId } from '../scope/conditions';
import { uidOf } from '../tables';

const EXPLORER = 'plugin::content-manager.explorer';
const VERBS = ['create', 'read', 'update'] as const;

/** For each type the name of a list of its fields. */
type FieldLists = Readonly<Record<string, string>>;

/** A handful of rights that several roles share. */
interface Bundle {
  /** The office's own actions, e.g. `office.work`. */
  readonly actions?: readonly string[];
  /** Actions of Strapi itself, by full id. */
  readonly panel?: readonly string[];
  readonly create?: FieldLists;
  readonly read?: FieldLists;
  readonly update?: FieldLists;
  readonly delete?: readonly string[];
}

/** `database/policy/roles.json`: what each post may see and do in the panel, field by field. */
export interface RolePolicy {
  readonly fields: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly bundles: Readonly<Record<string, Bundle>>;
  readonly roles: readonly {
    readonly code: string;
    readonly name: string;
    readonly description: string;
    /** Names of bundles. */
    readonly may: readonly string[];
    /** Which records of a type it is about, by the name of a condition; all of them where nothing is said. */
    readonly within?: Readonly<Record<string, BoundName>>;
  }[];
}

export interface Permission {
  readonly action: string;
  readonly subject: string | null;
  readonly properties: { readonly fields?: readonly string[] };
  readonly conditions: readonly string[];
}

/**
 * The permissions of a role, fields always listed: a permission without a list would open every field, those
 * of later releases too. `actionId` gives the full id of an action of the office.
 */
export function permissionsOf(
  policy: RolePolicy,
  { may, within = {} }: Pick<RolePolicy['roles'][number], 'may' | 'within'>,
  actionId: (uid: string) => string,
): Permission[] {
  const bundles = may.map((name) => {
    const bundle = policy.bundles[name];
    if (!bundle) throw new Error(`roles.json: no bundle ${name}`);
    return bundle;
  });
  const stray = Object.entries(within).find(([type, name]) => !Object.hasOwn(BOUNDS[name], type));
  if (stray) throw new Error(`roles.json: ${stray.join(' cannot be bound by ')}`);
  const on = (verb: string, type: string, fields?: readonly string[]): Permission => {
    const name = within[type];
    return {
      ...permission(`${EXPLORER}.${verb}`, uidOf(type), fields),
      conditions: name ? [conditionId(name)] : [],
    };
  };
  const plain = [
    ...bundles.flatMap(({ actions = [] }) => actions.map(actionId)),
    ...bundles.flatMap(({ panel = [] }) => panel),
  ];
  const deleted = bundles.flatMap((bundle) => bundle.delete ?? []);
  return [
    ...[...new Set(plain)].map((action) => permission(action, null)),
    ...VERBS.flatMap((verb) =>
      [
        ...fieldsByType(
          policy,
          bundles.map((bundle) => bundle[verb] ?? {}),
        ),
      ].map(([type, fields]) => on(verb, type, [...fields])),
    ),
    ...[...new Set(deleted)].map((type) => on('delete', type)),
  ];
}

function permission(action: string, subject: string | null, fields?: readonly string[]): Permission {
  return { action, subject, properties: fields ? { fields } : {}, conditions: [] };
}

/** The fields that several bundles open of each type, together. */
function fieldsByType({ fields }: RolePolicy, lists: readonly FieldLists[]): Map<string, Set<string>> {
  const open = new Map<string, Set<string>>();
  for (const [type, list] of lists.flatMap((one) => Object.entries(one))) {
    const names = fields[type]?.[list];
    if (!names) throw new Error(`roles.json: ${type} has no list ${list}`);
    const set = open.get(type) ?? new Set<string>();
    for (const name of names) set.add(name);
    open.set(type, set);
  }
  return open;
}

/** A role's rights as they were given to it: a fingerprint of each, by what it is a right to. */
export type RightsGiven = Readonly<Record<string, string>>;

/** The same for every role, by its code; one fingerprint of all of them, as offices of before kept it. */
export type RolesGiven = Readonly<Record<string, RightsGiven | string>>;

interface Role {
  readonly id: number;
  readonly code: string;
}

/**
 * Makes the roles that were never given to this office (`given`: their codes) with their rights. Those that were get what a
 * later release has new in each right that nobody has touched since (`asGiven`); a right that an administrator has changed,
 * taken away or added stays as he left it, and so does a role that he deleted. Gives back what has been given so far.
 */
export async function loadRoles(
  strapi: Core.Strapi,
  policy: RolePolicy,
  { given, asGiven }: { readonly given: readonly string[]; readonly asGiven: RolesGiven },
): Promise<{ given: string[]; asGiven: RolesGiven }> {
  const service = strapi.service('admin::role');
  const kept = new Map(Object.entries(asGiven));
  for (const one of policy.roles) {
    const { code, name, description } = one;
    const wanted = strapi
      .service('admin::content-type')
      .cleanPermissionFields(permissionsOf(policy, one, (uid) => registeredId(strapi, uid))) as Permission[];
    const present = (await service.findOne({ code })) as Role | null;
    if (given.includes(code)) {
      const last = kept.get(code);
      if (!present || last === undefined) continue;
      const now = await rightsOf(strapi, present);
      const merged = mergedRights(now, { wanted, asGiven: knownOf(last, { now, wanted }) });
      if (fingerprintOf(merged) !== fingerprintOf(now)) await service.assignPermissions(present.id, merged);
    } else {
      if (present) continue;
      const role = (await service.create({ code, name, description })) as Role;
      await service.assignPermissions(role.id, wanted);
    }
    kept.set(code, rightsGiven(wanted));
  }
  return {
    given: [...new Set([...given, ...policy.roles.map(({ code }) => code)])],
    asGiven: Object.fromEntries(kept),
  };
}

/** What a permission is a right to. */
const keyOf = ({ action, subject }: Permission): string => (subject ? `${action} ${subject}` : action);

const byKey = (rights: readonly Permission[]): Map<string, Permission[]> => groupBy(rights, keyOf);

/** A fingerprint of each right, by what it is a right to. */
export function rightsGiven(rights: readonly Permission[]): RightsGiven {
  const prints = [...byKey(rights)].map(([key, some]) => [key, fingerprintOf(some).slice(0, 16)] as const);
  return Object.fromEntries(prints.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Of which right we know how it was given; of an office of before only whether all are as they were. */
function knownOf(
  last: RightsGiven | string,
  { now, wanted }: { readonly now: readonly Permission[]; readonly wanted: readonly Permission[] },
): RightsGiven {
  if (typeof last !== 'string') return last;
  return rightsGiven(last === fingerprintOf(now) ? now : wanted);
}

/**
 * The rights of a role in an office that has it already: each as it is wanted now where it still is as it was given (or was
 * never given and is not there), and as it is where somebody has changed it.
 */
export function mergedRights(
  now: readonly Permission[],
  { wanted, asGiven }: { readonly wanted: readonly Permission[]; readonly asGiven: RightsGiven },
): Permission[] {
  const [prints, isNow, isWanted] = [rightsGiven(now), byKey(now), byKey(wanted)];
  return [...new Set([...isNow.keys(), ...isWanted.keys()])].flatMap((key) => {
    const untouched = prints[key] === asGiven[key];
    return (untouched ? isWanted : isNow).get(key) ?? [];
  });
}

/** The rights that a role has now. */
async function rightsOf(strapi: Core.Strapi, { id }: Role): Promise<Permission[]> {
  return (await strapi.db.query('admin::permission').findMany({ where: { role: id } })) as Permission[];
}

/** The same for the same rights, in whatever order they are written down. */
export function fingerprintOf(rights: readonly Permission[]): string {
  const lines = rights.map(({ action, subject, properties, conditions }) =>
    canonical({
      action,
      subject: subject ?? null,
      fields: properties.fields ? [...properties.fields].sort() : null,
      conditions: [...conditions].sort(),
    }),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/** Throws when nobody registered the action: a role given without it would never get it later. */
function registeredId(strapi: Core.Strapi, uid: string): string {
  const actions = strapi.service('admin::permission').actionProvider.values() as { actionId: string }[];
  const found = actions.find(({ actionId }) => actionId === `api::${uid}` || actionId.endsWith(`.${uid}`));
  if (!found) throw new Error(`The action ${uid} is not registered, so no role can be given it`);
  return found.actionId;
}
