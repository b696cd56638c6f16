import type { Core } from '@strapi/strapi';
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
  may: readonly string[],
  actionId: (uid: string) => string,
): Permission[] {
  const bundles = may.map((name) => {
    const bundle = policy.bundles[name];
    if (!bundle) throw new Error(`roles.json: no bundle ${name}`);
    return bundle;
  });
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
      ].map(([type, fields]) => permission(`${EXPLORER}.${verb}`, uidOf(type), [...fields])),
    ),
    ...[...new Set(deleted)].map((type) => permission(`${EXPLORER}.delete`, uidOf(type))),
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

/**
 * Makes the roles that were never given to this office and sets their permissions, once: what an
 * administrator changes afterwards stays. Gives back all codes given so far.
 */
export async function loadRoles(
  strapi: Core.Strapi,
  policy: RolePolicy,
  given: readonly string[],
): Promise<string[]> {
  const service = strapi.service('admin::role');
  const fresh = policy.roles.filter(({ code }) => !given.includes(code));
  for (const { code, name, description, may } of fresh) {
    if (await service.exists({ code })) continue;
    const role = (await service.create({ code, name, description })) as { id: number };
    const wanted = permissionsOf(policy, may, (uid) => registeredId(strapi, uid));
    await service.assignPermissions(
      role.id,
      strapi.service('admin::content-type').cleanPermissionFields(wanted),
    );
  }
  return [...given, ...fresh.map(({ code }) => code)];
}

/** Throws when nobody registered the action: a role given without it would never get it later. */
function registeredId(strapi: Core.Strapi, uid: string): string {
  const actions = strapi.service('admin::permission').actionProvider.values() as { actionId: string }[];
  const found = actions.find(({ actionId }) => actionId === `api::${uid}` || actionId.endsWith(`.${uid}`));
  if (!found) throw new Error(`The action ${uid} is not registered, so no role can be given it`);
  return found.actionId;
}
