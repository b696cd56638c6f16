import { type Field, type FieldKind } from '../../cases/form/fields';
import { type FormValues } from '../../cases/form/values';
import { type RuleType, CHECKED } from '../http/contract';

/** The words that a question is put in. */
export interface QuestionWords {
  say: (key: string) => string;
  /** The label of a field of a type. */
  field: (type: string, name: string) => string;
  /** The word for a code. */
  value: (code: string) => string;
}

const KINDS = ['repair', 'complaint', 'inquiry', 'suggestion', 'help', 'paid_service'];
const URGENCIES = ['ordinary', 'urgent'];
const FAULT_CLASSES = ['ordinary', 'difficult', 'missing_part', 'major'];
const COMPLAINT_CLASSES = ['serious', 'important', 'minor', 'invalid'];
const UNITS = ['minutes', 'hours', 'working_days', 'calendar_days', 'same_day'];
/** Kinds that are promised an answer by a time. */
const ANSWERED: ReadonlySet<unknown> = new Set(['inquiry', 'suggestion', 'help']);

/** What is asked on the page of a rule: a request, an amount of time or a home, and when. */
export function questionsOf(type: RuleType, values: FormValues, words: QuestionWords): Field[] {
  const { say, value } = words;
  const label = (of: string, name: string) => words.field(of, name);
  const field = (name: string, kind: FieldKind, text: string, schema: Field['schema'] = {}): Field => ({
    name,
    kind,
    label: text,
    required: false,
    schema,
  });
  const choice = (name: string, text: string, codes: readonly string[]): Field =>
    field(name, 'choice', text, {
      enum: [...codes],
      enumLabels: Object.fromEntries(codes.map((code) => [code, value(code)])),
    });
  const found = (name: string): Field => field(name, 'reference', label('ticket', name), { reference: name });
  const at = field('at', 'moment', say('rules.at'));
  switch (CHECKED[type]) {
    case 'due':
      return [
        { ...at, label: say('rules.from') },
        field('amount', 'integer', label('target', 'amount')),
        { ...choice('unit', label('target', 'unit'), UNITS), required: true },
      ];
    case 'warranty':
      return [found('category'), field('deliveredOn', 'date', label('unit', 'deliveredOn')), at];
    case 'visits':
      return [field('count', 'integer', say('rules.visits.count'))];
    case 'request':
      return [
        field('matter', 'text', label('ticket', 'matter')),
        { ...choice('kind', label('ticket', 'kind'), KINDS), required: true },
        found('category'),
        choice('urgency', label('ticket', 'urgency'), URGENCIES),
        at,
        found('unit'),
        ...(values.unit ? [] : [found('community')]),
        ...(values.kind === 'repair' ? [choice('faultClass', say('rules.faultClass'), FAULT_CLASSES)] : []),
        ...(values.kind === 'complaint'
          ? [choice('complaintClass', label('ticket', 'complaintClass'), COMPLAINT_CLASSES)]
          : []),
        ...(ANSWERED.has(values.kind)
          ? [field('promisedReplyAt', 'moment', label('ticket', 'promisedReplyAt'))]
          : []),
      ];
  }
}

const wordIn = (row: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = row[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** What the questions begin with: what the row itself is about, at the present moment (`now`, a wall time). */
export function firstAnswers(
  type: RuleType,
  row: Readonly<Record<string, unknown>>,
  { documentId, now }: { documentId: string | null; now: string },
): FormValues {
  switch (CHECKED[type]) {
    case 'due':
      return { at: now, amount: '8', unit: 'hours' };
    case 'warranty':
      return { at: now };
    case 'visits':
      return { count: '5' };
    case 'request':
      return {
        at: now,
        kind: wordIn(row, 'kind') ?? 'repair',
        urgency: type === 'target' || type === 'dispatch-rule' ? wordIn(row, 'urgency') : undefined,
        faultClass: type === 'target' ? wordIn(row, 'faultClass') : undefined,
        complaintClass: type === 'target' ? wordIn(row, 'complaintClass') : undefined,
        category: type === 'category' ? (documentId ?? undefined) : undefined,
        matter: type === 'emergency-rule' ? firstPhrase(wordIn(row, 'words')) : undefined,
      };
  }
}

/** The first phrase of an emergency rule as somebody might say it: "电梯…困人" → "电梯困人". */
const firstPhrase = (words: string | undefined): string | undefined =>
  words
    ?.split(/\r?\n/)
    .map((line) => line.trim())
    .find((line) => line !== '')
    ?.replaceAll('…', '');

/** Found out only after a request came in: not part of its registration. */
const LATER: ReadonlySet<string> = new Set(['faultClass']);

/** What is sent, of what was read from the questions. */
export function asked(input: Readonly<Record<string, unknown>>): {
  data: Record<string, unknown>;
  later: Record<string, unknown>;
  at: unknown;
} {
  const { at, ...rest } = input;
  const entries = Object.entries(rest);
  const isLater = ([name]: [string, unknown]) => LATER.has(name);
  const data = Object.fromEntries(entries.filter((entry) => !isLater(entry)));
  const later = Object.fromEntries(entries.filter(isLater));
  return { data, later, at };
}
