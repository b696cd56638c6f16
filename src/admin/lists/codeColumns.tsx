import { type ListFieldLayout, type ListLayout } from '@strapi/content-manager/strapi-admin';
import { CodeText } from './CodeText';
import { CODE_FIELDS } from './codes';

interface Columns {
  displayedHeaders: ListFieldLayout[];
  layout: ListLayout;
}

const holdsCodes = ({ attribute, name }: ListFieldLayout): boolean =>
  attribute.type === 'enumeration' || (attribute.type === 'string' && CODE_FIELDS.has(name));

/** Lets columns of enumerations and of the office's codes show words; Strapi prints the bare value. */
export function showWords({ displayedHeaders, layout }: Columns): Columns {
  return {
    layout,
    displayedHeaders: displayedHeaders.map((header) =>
      holdsCodes(header) && !header.cellFormatter
        ? { ...header, cellFormatter: (row) => <CodeText field={header.name} row={row} /> }
        : header,
    ),
  };
}
