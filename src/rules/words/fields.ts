import { casesFields } from './fields/cases';
import { holdingsFields } from './fields/holdings';
import { estateFields } from './fields/estate';
import { keysFields } from './fields/keys';
import { peopleFields } from './fields/people';
import { policyFields } from './fields/policy';
import type { Words, WordTable } from './say';

/** Columns that every record has. */
const common: WordTable = {
  id: { zh: '序号', en: 'Row' },
  documentId: { zh: '记录编码', en: 'Record id' },
  createdAt: { zh: '创建时间', en: 'Created' },
  updatedAt: { zh: '更新时间', en: 'Updated' },
  publishedAt: { zh: '发布时间', en: 'Published' },
  createdBy: { zh: '创建人', en: 'Created by' },
  updatedBy: { zh: '更新人', en: 'Updated by' },
  locale: { zh: '语言', en: 'Language' },
  localizations: { zh: '语言版本', en: 'Language versions' },
};

/** What a field is called on forms and in lists, by record type (component uid) and field. */
export const fieldWords: Readonly<Record<string, WordTable>> = {
  common,
  ...estateFields,
  ...peopleFields,
  ...policyFields,
  ...casesFields,
  ...keysFields,
  ...holdingsFields,
};

/** The words for one field of a type; undefined for a field that there is not. */
export const fieldWord = (type: string, field: string): Words | undefined =>
  fieldWords[type]?.[field] ?? common[field];
