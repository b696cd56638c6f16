import { type InjectableListViewFilter, type ListLayout } from '@strapi/content-manager/strapi-admin';
import { fieldLabelId } from '../translations/labels';
import { typeOfPath } from './currentType';

interface Filters {
  displayedFilters: InjectableListViewFilter[];
  layout: ListLayout;
}

/** Gives filters the labels of their fields; Strapi takes them from the stored layout, untranslated. */
export function nameFilters({ displayedFilters, layout }: Filters): Filters {
  const type = typeOfPath(window.location.pathname);
  if (!type) return { displayedFilters, layout };
  return {
    layout,
    displayedFilters: displayedFilters.map((filter) =>
      typeof filter.label === 'string' && !filter.name.startsWith('__')
        ? { ...filter, label: { id: fieldLabelId(type, filter.name), defaultMessage: filter.label } }
        : filter,
    ),
  };
}
