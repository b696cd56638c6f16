import { type ListFieldLayout, type ListLayout } from '@strapi/content-manager/strapi-admin';
import { EnumText } from './EnumText';

interface Columns {
  displayedHeaders: ListFieldLayout[];
  layout: ListLayout;
}

/** Lets the columns of enumerations show words; Strapi prints the bare value. */
export function showEnumWords({ displayedHeaders, layout }: Columns): Columns {
  return {
    layout,
    displayedHeaders: displayedHeaders.map((header) =>
      header.attribute.type === 'enumeration' && !header.cellFormatter
        ? { ...header, cellFormatter: (row) => <EnumText field={header.name} value={row[header.name]} /> }
        : header,
    ),
  };
}
