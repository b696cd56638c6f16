import type { Core } from '@strapi/strapi';
import type { CaseDefinition } from '../../rules/cases/types';
import { MappingRefused, type Mapping, type MappingProblem } from '../../rules/import';
import { STRAPIS_OWN } from '../tables';
import { canBeLookedUp } from './lookups';

/**
 * Holds a mapping against what there is: actions and their inputs for a case, attributes for a plain
 * record. Throws MappingRefused with every fault.
 */
export function checkFields({
  strapi,
  mapping,
  definition,
  lookups,
}: {
  strapi: Core.Strapi;
  mapping: Mapping;
  definition: CaseDefinition | undefined;
  lookups: ReadonlySet<string>;
}): void {
  const problems = definition ? checkSteps(mapping, definition) : checkPlain(strapi, mapping);
  for (const type of lookups) {
    if (!canBeLookedUp(type)) problems.push({ code: 'MAPPING_LOOKUP_UNKNOWN', path: '', details: { type } });
  }
  if (problems.length > 0) throw new MappingRefused(problems);
}

function checkSteps(mapping: Mapping, definition: CaseDefinition): MappingProblem[] {
  if (!mapping.steps)
    return [{ code: 'MAPPING_INVALID', path: 'steps', details: { reason: 'a case needs steps' } }];
  return mapping.steps.flatMap(({ action, input = {} }, i): MappingProblem[] => {
    const path = `steps.${i}`;
    const found = definition.actions[action];
    if (!found || found.internal || (i === 0) !== (found.from === 'nothing')) {
      return [
        { code: 'MAPPING_ACTION_UNKNOWN', path: `${path}.action`, details: { action, type: mapping.type } },
      ];
    }
    const { shape } = found.input;
    const unknown = Object.keys(input)
      .filter((field) => !(field in shape))
      .map((field): MappingProblem => ({
        code: 'MAPPING_FIELD_UNKNOWN',
        path: `${path}.input.${field}`,
        details: { field },
      }));
    const missing = Object.entries(shape)
      .filter(([field, schema]) => !(field in input) && !isOptional(schema))
      .map(([field]): MappingProblem => ({
        code: 'MAPPING_FIELD_MISSING',
        path: `${path}.input`,
        details: { field },
      }));
    return [...unknown, ...missing];
  });
}

/** Whether a field may be left out of an input. */
const isOptional = (schema: unknown): boolean =>
  (schema as { safeParse: (value: unknown) => { success: boolean } }).safeParse(undefined).success;

type Attribute = {
  readonly required?: boolean;
  readonly default?: unknown;
  readonly column?: { notNullable?: boolean };
};

function checkPlain(strapi: Core.Strapi, mapping: Mapping): MappingProblem[] {
  const model = strapi.contentTypes[`api::${mapping.type}.${mapping.type}` as never] as
    { attributes: Record<string, Attribute> } | undefined;
  if (!model)
    return [{ code: 'MAPPING_INVALID', path: 'type', details: { reason: `there is no ${mapping.type}` } }];
  if (!mapping.fields)
    return [{ code: 'MAPPING_INVALID', path: 'fields', details: { reason: 'a record needs fields' } }];
  const { fields } = mapping;
  const unknown = Object.keys(fields).filter(
    (field) => !(field in model.attributes) || STRAPIS_OWN.has(field),
  );
  const missing = Object.entries(model.attributes)
    .filter(
      ([field, { required, default: standard }]) => required && standard === undefined && !(field in fields),
    )
    .map(([field]) => field);
  return [
    ...unknown.map((field): MappingProblem => ({
      code: 'MAPPING_FIELD_UNKNOWN',
      path: `fields.${field}`,
      details: { field },
    })),
    ...missing.map((field): MappingProblem => ({
      code: 'MAPPING_FIELD_MISSING',
      path: 'fields',
      details: { field },
    })),
  ];
}
