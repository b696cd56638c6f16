import { type Words, type WordTable } from '../../rules/words/say';
import { uidOf } from '../cases/http/caseType';
import { fieldWords, typeWords, valueWords } from './officeWords';

/** The id under which Strapi looks for the label of a field; a dotted name is a component's uid. */
export const fieldLabelId = (type: string, field: string): string =>
  type.includes('.')
    ? `content-manager.components.${type}.${field}`
    : `content-manager.content-types.${uidOf(type)}.${field}`;

/**
 * Our words under the ids that Strapi looks up: a type under its display name (which is its English
 * name), a field under its type's uid, a value of an enumeration under the bare value.
 */
export function labels(): WordTable {
  const table: Record<string, Words> = { ...valueWords };
  for (const [type, name] of Object.entries(typeWords)) {
    table[name.en] = name;
    for (const [field, words] of Object.entries({ ...fieldWords.common, ...fieldWords[type] })) {
      table[fieldLabelId(type, field)] = words;
    }
  }
  return table;
}
