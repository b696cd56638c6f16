import type { Core } from '@strapi/strapi';

/** Roles that a new Strapi makes with the right to edit everything. */
const DEFAULT_ROLES = ['strapi-editor', 'strapi-author'];
/** Tokens that a new Strapi makes; the second of them opens everything to whoever reads it. */
const DEFAULT_TOKENS = ['Read Only', 'Full Access'];
const REGISTER = 'plugin::users-permissions.auth.register';

/**
 * Closes what a new Strapi leaves open: two roles and two tokens with sweeping rights, and registration
 * for anybody. Only once (`firstTime`), so that what an administrator opens later stays open; the tokens also
 * as long as there is no account, because until then Strapi makes them anew on every start.
 */
export async function closeDefaultDoors(strapi: Core.Strapi, firstTime: boolean): Promise<void> {
  if (firstTime || (await strapi.service('admin::user').count()) === 0) {
    await strapi.db
      .query('admin::api-token')
      .deleteMany({ where: { name: { $in: DEFAULT_TOKENS }, lastUsedAt: null } });
  }
  if (!firstTime) return;
  await dropDefaultRoles(strapi);
  await closeRegistration(strapi);
}

async function dropDefaultRoles(strapi: Core.Strapi): Promise<void> {
  const service = strapi.service('admin::role');
  for (const code of DEFAULT_ROLES) {
    const role = (await service.findOneWithUsersCount({ code })) as { id: number; usersCount: number } | null;
    if (!role) continue;
    await service.assignPermissions(role.id, []);
    if (role.usersCount === 0) await service.deleteByIds([role.id]);
  }
}

async function closeRegistration(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
  const settings = (await store.get({})) as Record<string, unknown> | null;
  await store.set({ value: { ...settings, allow_register: false } });
  await strapi.db.query('plugin::users-permissions.permission').deleteMany({ where: { action: REGISTER } });
}
