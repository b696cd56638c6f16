import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { reference, someText, text } from '../../rules/cases/inputs';
import { KEY_DESK, staffActing, SUPERIORS } from '../../rules/cases/people';
import type { ActionContext, CaseRecord, Outcome } from '../../rules/cases/types';
import {
  countDone,
  counted,
  differenceOf,
  explained,
  figuresOf,
  linesIn,
  linesOf,
  worthCounting,
  type CountLine,
  type KeyNamed,
  type KeyStanding,
} from '../../rules/keys';
import { conflict, Refusal } from '../../rules/refusal';
import { lostKey } from '../incident/lost-key';

const start = z.object({ keySet: text(100).nullish(), note: text(1000).nullish() });
const looking = z.object({ key: reference('key'), found: z.boolean().default(true) });
const explanation = z.object({ key: reference('key'), explanation: someText(1000) });
const losing = z.object({ key: reference('key'), whatHappened: someText() });
const closing = z.object({ conclusion: text().nullish() });

type Context<Schema extends z.ZodType> = ActionContext<CaseRecord, z.output<Schema>>;

const iso = (at: number): string => new Date(at).toISOString();

/**
 * A stock-taking of the keys (钥匙盘点): what the register expects on the board, what was there, and why the two differ. Expected
 * is every key in use that is neither out nor lost when it begins; it ends when each difference is explained [F-07].
 */
export const keyCountCase = defineCase({
  type: 'key-count',
  responsible: 'startedBy',
  prefix: 'PD',
  stages: ['counting', 'closed'],
  finalStages: ['closed'],
  relatives: { incidents: { type: 'incident', by: 'keyCount' } },
  editable: [],
  actions: {
    start: {
      from: 'nothing',
      to: 'counting',
      who: KEY_DESK,
      rules: ['F-07'],
      input: start,
      asks: ['keys_expected'],
      then: (context: Context<typeof start>) => ({
        set: {
          ...context.input,
          startedAt: iso(context.at),
          startedBy: staffActing(context),
          ...asCounted(linesOf((context.answers.keys_expected as readonly KeyNamed[] | undefined) ?? [])),
        },
      }),
    },
    count: {
      from: ['counting'],
      to: 'same',
      who: KEY_DESK,
      rules: ['F-07'],
      input: looking,
      asks: ['key_standing'],
      requires: ({ record, input }: Context<typeof looking>) =>
        worthCounting(linesIn(record.countLines), input.key, input.found),
      then: count,
    },
    explain: {
      from: ['counting'],
      to: 'same',
      who: SUPERIORS,
      rules: ['F-07'],
      input: explanation,
      requires: differing,
      then: ({ record, input }: Context<typeof explanation>) => {
        const lines = linesIn(record.countLines);
        return {
          set: asCounted(explained(lines, input.key, input.explanation)),
          note: `${codeOf(lines, input.key)} ${input.explanation}`.slice(0, 1000),
        };
      },
    },
    lose: {
      from: ['counting'],
      to: 'same',
      who: KEY_DESK,
      rules: ['F-05', 'F-07'],
      input: losing,
      requires: missing,
      then: lose,
    },
    close: {
      from: ['counting'],
      to: 'closed',
      who: SUPERIORS,
      rules: ['F-07'],
      input: closing,
      requires: ({ record }: ActionContext) => countDone(linesIn(record.countLines)),
      then: (context: Context<typeof closing>) => ({
        set: {
          conclusion: context.input.conclusion ?? null,
          closedAt: iso(context.at),
          closedBy: staffActing(context),
        },
      }),
    },
  },
});

const asCounted = (lines: readonly CountLine[]) => ({ countLines: lines, ...figuresOf(lines) });

const codeOf = (lines: readonly CountLine[], key: string): string =>
  lines.find((line) => line.key === key)?.code ?? '';

function count({ record, input, answers }: Context<typeof looking>): Outcome<'counting'> {
  const { key, found } = input;
  const standing = answers.key_standing as KeyStanding | undefined;
  const named = { key, code: standing?.code ?? '', label: standing?.label ?? '' };
  return {
    set: asCounted(counted(linesIn(record.countLines), named, found)),
    note: `${named.code} ${found ? '在位' : '缺失'}`,
  };
}

function differing({ record, input }: ActionContext<CaseRecord, { key: string }>): Refusal | undefined {
  const line = differenceOf(linesIn(record.countLines), input.key);
  return line instanceof Refusal ? line : undefined;
}

/** What is there is not lost. */
function missing({ record, input }: ActionContext<CaseRecord, { key: string }>): Refusal | undefined {
  const line = differenceOf(linesIn(record.countLines), input.key);
  if (line instanceof Refusal) return line;
  return line.found ? conflict('KEY_COUNT_NO_DIFFERENCE', { field: 'key', key: line.code }) : undefined;
}

/** A missing key is lost: an incident and another lock, and the difference is explained by it. */
function lose({ record, input, at }: Context<typeof losing>): Outcome<'counting'> {
  const lines = linesIn(record.countLines);
  const { key, whatHappened } = input;
  return {
    set: asCounted(explained(lines, key, `已报失：${whatHappened}`.slice(0, 1000))),
    follow: [lostKey({ key, whatHappened, happenedAt: iso(at), keyCount: record.documentId })],
    note: `${codeOf(lines, key)} 报失`,
  };
}
