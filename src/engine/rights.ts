import type { Core } from '@strapi/strapi';

/**
 * The office's own rights, beside Strapi's: a manager gives them to roles in the panel. Registered before the
 * panel tidies its permissions, which would otherwise throw them out on every start.
 */
const RIGHTS = [
  { uid: 'office.work', displayName: '办理工单 / Work on cases', subCategory: 'cases' },
  {
    uid: 'office.reveal-personal',
    displayName: '查看个人信息原文 / See personal data in full',
    subCategory: 'personal data',
  },
  { uid: 'office.reports', displayName: '查看统计报表 / See reports', subCategory: 'reports' },
  {
    uid: 'office.reports-export',
    displayName: '导出统计报表与汇总 / Export reports and summaries',
    subCategory: 'reports',
  },
  { uid: 'office.policy', displayName: '设置时限与规则 / Set targets and rules', subCategory: 'policy' },
] as const;

/** Where the panel lists them: Strapi makes the id of an action from the plugin it is listed under. */
const LISTED_UNDER = 'content-manager';

/** The id under which the panel knows a right. */
export const rightId = (uid: (typeof RIGHTS)[number]['uid']): string => `plugin::${LISTED_UNDER}.${uid}`;

export async function registerRights(strapi: Core.Strapi): Promise<void> {
  await strapi
    .service('admin::permission')
    .actionProvider.registerMany(
      RIGHTS.map((right) => ({ ...right, section: 'plugins', pluginName: LISTED_UNDER })),
    );
}
