import { showWords } from './codeColumns';
import { nameFilters } from './filterLabels';

export { nameLayoutFields } from './layoutLabels';

/** What is hooked into Strapi's list views: the hook's name and what it does. */
export const LIST_HOOKS = [
  ['Admin/CM/pages/ListView/inject-column-in-table', showWords],
  ['Admin/CM/pages/ListView/inject-in-filters', nameFilters],
] as const;
