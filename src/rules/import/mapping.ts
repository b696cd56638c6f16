import { z } from 'zod';
import type { MappingProblem } from './problems';

const columnRef = z.union([z.string().min(1).max(300), z.int().min(1).max(16_384)]);
const scalar = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]);
const formats = z.array(z.string().min(1).max(60)).min(1).max(20);

const COERCIONS = ['text', 'number', 'integer', 'digits', 'yes_no', 'moment', 'date', 'code'] as const;

/** Where a value comes from and what becomes of it on the way; exactly one source. */
export interface ValueSpec {
  /** The source: one column, … */
  column?: string | number;
  /** … several joined, blanks left out, … */
  columns?: (string | number)[];
  join?: string;
  /** … a text with columns in braces ('{TYPE}: {CASE_TITLE}', '{{' for a brace), … */
  template?: string;
  /** … or the same for every row. */
  value?: z.infer<typeof scalar>;

  /** Take blanks off both ends (on unless said otherwise). */
  trim?: boolean;
  /** Make every run of blanks one blank. */
  collapse?: boolean;
  /** Texts that mean “nothing here”, besides those of the whole mapping. */
  empty?: string[];
  /** A regular expression; its first group, or else the whole match, goes on. */
  extract?: string;
  /** Text to text (or number, yes/no, nothing), compared like names. */
  map?: Record<string, z.infer<typeof scalar>>;
  /** For a text that the map lacks; without it such a row is rejected. `keep` in its place keeps the text. */
  otherwise?: z.infer<typeof scalar>;
  keep?: boolean;
  as?: (typeof COERCIONS)[number];
  /** For moments and dates, tried in order; and the zone of the wall clock. Default: the mapping's own. */
  formats?: string[];
  timeZone?: string;
  /** For digits: filled up with zeros from the left ('2122' → '02122'). */
  pad?: number;
  /** The longest text that goes on, in characters; a longer one is rejected, or cut with `cut`. */
  max?: number;
  cut?: boolean;
  /** What stands in for an empty cell. */
  default?: z.infer<typeof scalar>;
  /** An empty cell rejects the row. */
  required?: boolean;
  /** The record of this type with this code, name or alias. */
  lookup?: string;
  /** Make the record if there is none of that name (categories only). */
  create?: boolean;
  /** The looked-up record must lie in this one (a unit in its building). */
  within?: ValueSpec;
}

const valueSpec: z.ZodType<ValueSpec> = z.lazy(() =>
  z
    .strictObject({
      column: columnRef.optional(),
      columns: z.array(columnRef).min(1).max(50).optional(),
      join: z.string().max(20).optional(),
      template: z.string().min(1).max(2_000).optional(),
      value: scalar.optional(),
      trim: z.boolean().optional(),
      collapse: z.boolean().optional(),
      empty: z.array(z.string()).max(50).optional(),
      extract: z.string().min(1).max(300).optional(),
      map: z.record(z.string(), scalar).optional(),
      otherwise: scalar.optional(),
      keep: z.boolean().optional(),
      as: z.enum(COERCIONS).optional(),
      formats: formats.optional(),
      timeZone: z.string().min(1).max(60).optional(),
      pad: z.int().min(1).max(40).optional(),
      max: z.int().min(1).max(100_000).optional(),
      cut: z.boolean().optional(),
      default: scalar.optional(),
      required: z.boolean().optional(),
      lookup: z.string().min(1).max(60).optional(),
      create: z.boolean().optional(),
      within: valueSpec.optional(),
    })
    .refine((spec) => SOURCES.filter((source) => spec[source] !== undefined).length === 1, {
      message: `exactly one of ${['column', 'columns', 'template', 'value'].join(', ')}`,
    })
    .refine((spec) => spec.create === undefined || spec.lookup === 'category', {
      message: 'create works for the look-up of a category only',
    })
    .refine(
      (spec) => spec.within === undefined || (spec.lookup !== undefined && spec.within.lookup !== undefined),
      {
        message: 'within needs a look-up on both sides',
      },
    ),
);

const SOURCES = ['column', 'columns', 'template', 'value'] as const;

/** A step is taken, or a row is read at all, only when every one of these holds. */
const condition = z
  .strictObject({
    column: columnRef,
    filled: z.boolean().optional(),
    equals: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
    not: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
    matches: z.string().min(1).max(300).optional(),
  })
  .refine(
    (it) => [it.filled, it.equals, it.not, it.matches].filter((test) => test !== undefined).length === 1,
    {
      message: 'exactly one of filled, equals, not, matches',
    },
  );

export type ConditionSpec = z.infer<typeof condition>;

const conditions = z.union([condition, z.array(condition).min(1).max(20)]);

const step = z.strictObject({
  /** The action that was done, e.g. 'register', 'complete'. */
  action: z.string().min(1).max(60),
  /** When it was done: a value read as a moment. */
  at: valueSpec,
  when: conditions.optional(),
  /** Seconds by which clocks may disagree: a step that much before the one before it counts as done with it. */
  slackSeconds: z.int().min(0).max(86_400).optional(),
  input: z.record(z.string(), valueSpec).optional(),
});

const mappingSchema = z
  .strictObject({
    /** For people only. */
    about: z.string().max(1_000).optional(),
    /** The record type that the mapping is for, e.g. 'ticket', 'community'. */
    type: z.string().min(1).max(60),
    file: z
      .strictObject({
        format: z.enum(['csv', 'xlsx']).optional(),
        /** Left out: recognised. */
        encoding: z.string().min(1).max(40).optional(),
        delimiter: z.string().length(1).optional(),
        /** Name, or position from 1; the first one if left out. */
        sheet: z.union([z.string().min(1).max(100), z.int().min(1)]).optional(),
        /** Which row holds the header; 0: none, columns go by position. Default 1. */
        headerRow: z.int().min(0).max(1_000).optional(),
      })
      .optional(),
    timeZone: z.string().min(1).max(60).optional(),
    formats: formats.optional(),
    empty: z.array(z.string()).max(50).optional(),
    /** What tells one row from another, in this file and in later ones. */
    key: z.strictObject({
      prefix: z.string().max(60).optional(),
      columns: z
        .array(z.union([columnRef, valueSpec]))
        .min(1)
        .max(10),
    }),
    /** A row whose key came before in the same file: reject it, or pass over it; it is reported either way. */
    repeated: z.enum(['refuse', 'skip']).optional(),
    /** Rows for which this does not hold are passed over. */
    only: conditions.optional(),
    /** For a type with stages: what was done, in order. */
    steps: z.array(step).min(1).max(20).optional(),
    /** For a plain type: the fields of its record. */
    fields: z.record(z.string(), valueSpec).optional(),
    /** For a plain type: the field by which a record is known again; it must tell records apart. */
    known: z.string().min(1).max(60).optional(),
  })
  .refine((it) => (it.steps === undefined) !== (it.fields === undefined), {
    message: 'either steps (for cases) or fields (for plain records)',
  })
  .refine((it) => it.fields === undefined || (it.known !== undefined && it.fields[it.known] !== undefined), {
    message: 'known must name one of the fields',
  });

export type Mapping = z.infer<typeof mappingSchema>;
export type StepSpec = z.infer<typeof step>;

/** Reads a mapping that was parsed from JSON. Gives every fault with the path to it. */
export function readMapping(
  json: unknown,
):
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly problems: readonly MappingProblem[] } {
  const result = mappingSchema.safeParse(json);
  if (result.success) return { ok: true, mapping: result.data };
  const problems = result.error.issues.map((issue): MappingProblem => ({
    code: 'MAPPING_INVALID',
    path: issue.path.join('.'),
    details: { reason: issue.message },
  }));
  return { ok: false, problems };
}
