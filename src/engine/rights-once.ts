import type { Core } from '@strapi/strapi';
import { digestOf, unlessDone, valueOf } from './once';

interface Roles {
  resetSuperAdminPermissions(): Promise<void>;
}

interface Permissions {
  cleanPermissionsInDatabase(): Promise<void>;
  readonly actionProvider: { values(): readonly object[] };
  readonly conditionProvider: { keys(): readonly string[] };
}

/** Every right that anybody was given, to whom, and the languages that rights can be bound to. */
const STORED = `SELECT md5(concat(
  (SELECT string_agg(p::text, ' ' ORDER BY p.id) FROM admin_permissions p), '|',
  (SELECT string_agg(l::text, ' ' ORDER BY l.id) FROM admin_permissions_role_lnk l), '|',
  (SELECT string_agg(l::text, ' ' ORDER BY l.id) FROM admin_permissions_api_token_lnk l), '|',
  (SELECT string_agg(r.id || ' ' || r.code, ' ' ORDER BY r.id) FROM admin_roles r), '|',
  (SELECT string_agg(l.code, ' ' ORDER BY l.id) FROM i18n_locale l)))`;

/** Strapi's own ways, which outlive an office that is closed. */
let stock: Pick<Roles, 'resetSuperAdminPermissions'> & Pick<Permissions, 'cleanPermissionsInDatabase'>;

/**
 * On every start Strapi gives the super admin all rights there are, and takes rights away from everybody that there are not
 * any more. Here that is left out as long as neither the actions, the types nor the rights are others than those it found
 * nothing to do for. Called from `register`.
 */
export function settleRightsOnce(strapi: Core.Strapi): void {
  const roles = strapi.service('admin::role') as unknown as Roles;
  const permissions = strapi.service('admin::permission') as unknown as Permissions;
  stock ??= {
    resetSuperAdminPermissions: roles.resetSuperAdminPermissions,
    cleanPermissionsInDatabase: permissions.cleanPermissionsInDatabase,
  };
  const { resetSuperAdminPermissions, cleanPermissionsInDatabase } = stock;
  let known: string | undefined;
  const digest = async (): Promise<string> => {
    known ??= digestOf([
      strapi.config.get('info.strapi'),
      permissions.actionProvider.values(),
      permissions.conditionProvider.keys(),
      strapi.contentTypes,
      strapi.components,
    ]);
    return `${known} ${await valueOf(strapi, STORED)}`;
  };
  roles.resetSuperAdminPermissions = async () => {
    // Once it is open, an office does what it is asked for: a language was added, say.
    if (strapi.isLoaded) return resetSuperAdminPermissions();
    await unlessDone(strapi, { key: 'super-admin-settled', digest, work: resetSuperAdminPermissions });
  };
  permissions.cleanPermissionsInDatabase = () =>
    unlessDone(strapi, { key: 'rights-settled', digest, work: cleanPermissionsInDatabase });
}
