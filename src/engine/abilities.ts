import { serialize } from 'node:v8';
import type { Core } from '@strapi/strapi';
import { lately } from '../rules/lately';

/** What a role lets somebody do, as Strapi keeps it. */
interface Permission {
  readonly conditions?: readonly string[];
}

interface User {
  readonly id: number;
  readonly roles?: readonly { readonly code: string }[];
}

/** What Strapi makes of permissions; asked, never changed. */
type Ability = object;

interface PermissionService {
  readonly engine: {
    generateUserAbility(user: User): Promise<Ability>;
    generateTokenAbility(permissions: readonly Permission[], user: User): Promise<Ability>;
  };
  readonly conditionProvider: {
    get(id: string): { readonly handler?: (asked: object) => unknown } | undefined;
  };
  findUserPermissions(user: User): Promise<Permission[]>;
}

interface Database {
  raw(sql: string, values?: readonly unknown[]): Promise<{ rows: readonly { fingerprint: string }[] }>;
}

/** Permissions as they were read, and what was made of them for each set of answers of their conditions. */
interface Known {
  readonly permissions: readonly Permission[];
  readonly abilities: ReturnType<typeof lately<Ability>>;
}

/** Sets of permissions, and for each of them sets of answers, that are kept. */
const KEPT = 50;

/** Everything that the roles of user $1 allow, in one word: any change of a row, however it was made, changes it. */
const FINGERPRINT = `SELECT coalesce(md5(string_agg(p::text, ' ' ORDER BY p.id)), '') AS fingerprint FROM admin_permissions p
  WHERE p.id IN (SELECT l.permission_id FROM admin_permissions_role_lnk l
    JOIN admin_users_roles_lnk u ON u.role_id = l.role_id WHERE u.user_id = ?)`;

/**
 * Strapi works out for every request of the panel what its user may do: hundreds of permissions, each through half a dozen
 * hooks. Here what comes out is kept, under a fingerprint that the database takes of the permissions anew for each request,
 * and under what their conditions answer, which are asked anew as well: a right, a role or a record that is taken away is
 * gone with the next request, on every instance. Called from `bootstrap`, when everybody's hooks are registered.
 */
export function keepAbilities(strapi: Core.Strapi): void {
  const service = strapi.service('admin::permission') as unknown as PermissionService;
  const { engine } = service;
  const known = lately<Known>(KEPT);

  const fingerprintOf = async (user: User, database: Pick<Database, 'raw'>): Promise<string> => {
    const { rows } = await database.raw(FINGERPRINT, [user.id]);
    // Hooks may ask for the roles by name: Strapi's own does, for who may do everything.
    return JSON.stringify([rows[0]?.fingerprint, (user.roles ?? []).map(({ code }) => code)]);
  };

  const knownOf = async (user: User): Promise<Known> => {
    const fingerprint = await fingerprintOf(user, strapi.db.connection);
    const kept = known.get(fingerprint);
    if (kept) return kept;
    // Both of one moment: what is kept under a fingerprint is what it was taken of.
    return await strapi.db.transaction(async ({ trx }) => {
      const database = trx as unknown as Database;
      await database.raw('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      const taken = await fingerprintOf(user, database);
      const permissions = await service.findUserPermissions(user);
      const fresh: Known = { permissions, abilities: lately<Ability>(KEPT) };
      known.set(taken, fresh);
      return fresh;
    });
  };

  /** What the conditions answer now; the answers of one request are alike. */
  const answersOf = async (permissions: readonly Permission[], user: User): Promise<string> => {
    const asked = permissions.flatMap((permission) =>
      (permission.conditions ?? []).map((id) => ({ id, permission })),
    );
    const answers = await Promise.all(
      asked.map(({ id, permission }) =>
        service.conditionProvider.get(id)?.handler?.({ ...user, permission }),
      ),
    );
    return answers.length === 0 ? '' : serialize(answers).toString('latin1');
  };

  engine.generateUserAbility = async (user) => {
    const { permissions, abilities } = await knownOf(user);
    const answers = await answersOf(permissions, user);
    const kept = abilities.get(answers);
    if (kept) return kept;
    const made = await engine.generateTokenAbility(permissions, user);
    if ((await answersOf(permissions, user)) === answers) abilities.set(answers, made);
    return made;
  };
}
