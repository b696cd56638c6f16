import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { moment, oneOf, someText, text } from '../../rules/cases/inputs';
import { SUPERIORS } from '../../rules/cases/people';
import type { ActionContext, CaseRecord } from '../../rules/cases/types';
import { conflict } from '../../rules/refusal';
import { SUMMARY_KINDS } from '../../rules/terms';

const compiled = z.object({
  kind: oneOf(SUMMARY_KINDS),
  period: someText(16),
  periodFrom: moment(),
  periodTo: moment(),
  figures: z.record(z.string(), z.unknown()),
  recurring: z.array(z.record(z.string(), z.unknown())),
});

const iso = (at: number): string => new Date(at).toISOString();

/**
 * The summary (汇总) of a month's repairs [B-13], a week's complaints [E-06] or a month's return visits [D-11], drawn up by the
 * office itself. The supervisor approves it, and the director gets it; with problems that recur it is the analysis report.
 */
export const summaryCase = defineCase({
  type: 'summary',
  prefix: 'HZ',
  stages: ['compiled', 'approved', 'acknowledged'],
  finalStages: ['acknowledged'],
  editable: ['analysis'],
  actions: {
    compile: {
      internal: true,
      from: 'nothing',
      to: 'compiled',
      who: ['system'],
      rules: ['B-13', 'E-06', 'D-11'],
      input: compiled,
      then: ({ input, at }: ActionContext<CaseRecord, z.output<typeof compiled>>) => ({
        set: { ...input, cycleSince: iso(at) },
        messages: [{ template: 'summary_drafted', to: { post: 'supervisor' } }],
      }),
    },
    edit: {
      from: ['compiled'],
      to: 'same',
      who: ['clerk', ...SUPERIORS],
      rules: ['D-11'],
      input: z.object({ analysis: text().nullish() }),
      then: ({ input }: ActionContext<CaseRecord, { analysis?: string | null }>) => ({ set: input }),
    },
    approve: {
      from: ['compiled'],
      to: 'approved',
      who: ['supervisor', 'department_head'],
      rules: ['D-11'],
      input: z.object({ note: text(1000).nullish() }),
      requires: analysed,
      then: ({ input, at }: ActionContext<CaseRecord, { note?: string | null }>) => ({
        set: { approvedAt: iso(at), returnReason: null },
        note: input.note ?? undefined,
        messages: [{ template: 'summary_approved', to: { post: 'director' } }],
      }),
    },
    send_back: {
      from: ['approved'],
      to: 'compiled',
      who: ['director', 'manager'],
      rules: ['D-11'],
      input: z.object({ reason: someText(1000) }),
      then: ({ input }: ActionContext<CaseRecord, { reason: string }>) => ({
        set: { approvedAt: null, returnReason: input.reason },
        note: input.reason,
        messages: [{ template: 'summary_sent_back', to: { post: 'supervisor' } }],
      }),
    },
    acknowledge: {
      from: ['approved'],
      to: 'acknowledged',
      who: ['director', 'manager'],
      rules: ['D-11'],
      input: z.object({ directorNote: text().nullish() }),
      then: ({ input, at }: ActionContext<CaseRecord, { directorNote?: string | null }>) => ({
        set: { acknowledgedAt: iso(at), directorNote: input.directorNote ?? null },
      }),
    },
  },
});

/** Problems that recur are not passed on without a word about them [D-11]. */
function analysed({ record }: ActionContext) {
  const recurs = Array.isArray(record.recurring) && record.recurring.length > 0;
  const said = typeof record.analysis === 'string' && record.analysis.trim() !== '';
  return recurs && !said
    ? conflict('ANALYSIS_MISSING', { field: 'analysis', number: record.number })
    : undefined;
}
