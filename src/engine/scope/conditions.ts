import type { Core } from '@strapi/strapi';
import { typeOfUid } from '../tables';
import { boundFor, type BoundName } from './bounds';
import { personBehind } from './person';

/** What a manager reads in the matrix of a role. */
const NAMES: Readonly<Record<BoundName, string>> = {
  own: '本人登记、本人或本班组经手的 / Taken in by oneself, or in one’s own or one’s team’s hands',
  buildings: '本人所管楼栋的 / Of one’s own buildings',
  department: '本部门的 / Of one’s own department',
};

/** The id under which the panel knows a condition. */
export const conditionId = (name: BoundName): string => `api::office-${name}`;

interface Asker {
  readonly id: number;
  readonly permission: { readonly subject?: string | null };
}

/** Offers the conditions to the panel. Called from `register`: one that is not known by the seed would be dropped. */
export async function registerConditions(strapi: Core.Strapi): Promise<void> {
  await strapi.service('admin::permission').conditionProvider.registerMany(
    Object.entries(NAMES).map(([name, displayName]) => ({
      name: `office-${name}`,
      displayName,
      category: '管家 / Office',
      handler: async ({ id, permission }: Asker) =>
        boundFor(name as BoundName, typeOfUid(permission.subject ?? ''), await personBehind(strapi, id)),
    })),
  );
}
