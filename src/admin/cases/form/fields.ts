import { type FieldSchema, type InputSchema } from '../http/contract';

export type FieldKind =
  | 'line'
  | 'text'
  | 'integer'
  | 'number'
  | 'fen'
  | 'yes-no'
  | 'choice'
  | 'moment'
  | 'date'
  | 'reference'
  | 'signature'
  | 'photos';

/** One field of an action's form, ready to be drawn. */
export interface Field {
  name: string;
  kind: FieldKind;
  label: string;
  hint?: string;
  required: boolean;
  schema: FieldSchema;
}

/** Text up to this length is written on one line. */
const LINE_LENGTH = 255;

/** The unit in the label of an amount: it is kept in fen, and typed in yuan. */
const IN_FEN = /\s*[（(](?:分|fen)[)）]$/i;

/** The fields of an action's form, in the order that its schema gives them. */
export function fieldsOf(schema: InputSchema): readonly Field[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, given]) => {
    const property = withoutNull(given);
    const kind = kindOf(property);
    const title = property.title ?? name;
    return {
      name,
      kind,
      label: kind === 'fen' ? title.replace(IN_FEN, '') : title,
      hint: property.description,
      required: required.has(name) && property.default === undefined,
      schema: property,
    };
  });
}

/** `X or null` as X, with the notes of both: a field left empty is left out of the input anyway. */
function withoutNull(schema: FieldSchema): FieldSchema {
  const variants = schema.anyOf?.filter((variant) => variant.type !== 'null');
  const only = variants?.length === 1 ? variants[0] : undefined;
  if (!only) return schema;
  const { anyOf: _anyOf, ...notes } = schema;
  return { ...only, ...notes };
}

const WIDGETS: Readonly<Record<string, FieldKind>> = {
  text: 'text',
  line: 'line',
  moment: 'moment',
  reference: 'reference',
  signature: 'signature',
  photos: 'photos',
  fen: 'fen',
};

function kindOf(schema: FieldSchema): FieldKind {
  const byWidget = schema.widget ? WIDGETS[schema.widget] : undefined;
  if (byWidget) return byWidget;
  if (schema.enum) return 'choice';
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (types.includes('boolean')) return 'yes-no';
  if (types.includes('integer')) return 'integer';
  if (types.includes('number')) return 'number';
  if (schema.format === 'date-time') return 'moment';
  if (schema.format === 'date') return 'date';
  return (schema.maxLength ?? 0) > LINE_LENGTH ? 'text' : 'line';
}
