import { invalid } from '../../rules/refusal';
import { definitionOf, tableFor, type Office } from '../office';
import { readCase } from '../door/views';
import { documentIdOf } from './documents';
import { relationWish } from './values';

interface Body {
  readonly type: string;
  readonly action: string;
  readonly body: unknown;
  /** documentId of the case, where there is one already. */
  readonly id?: string;
}

/**
 * What the data of a REST body means as the input of an action: relations may come in any of Strapi's forms, and an
 * attribute that the action does not take is refused as guarded. Throws FIELD_GUARDED, REFERENCE_UNKNOWN.
 */
export async function inputOfBody(office: Office, { type, action, body, id }: Body): Promise<unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const taken = definitionOf(office, type).actions[action]?.input.shape ?? {};
  const { attributes, links } = tableFor(office, type);
  const input: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(body)) {
    if (!Object.hasOwn(taken, field) && attributes.has(field))
      throw invalid('FIELD_GUARDED', { field, type });
    const link = links.find(({ attribute }) => attribute === field);
    if (!link || value === null || typeof value === 'string') {
      input[field] = value;
      continue;
    }
    const stored = id === undefined ? null : ((await readCase(office, type, id))[field] as string | null);
    const documentId = await documentIdOf({ office, link, wish: relationWish(value), stored });
    if (documentId !== undefined) input[field] = documentId;
  }
  return input;
}
