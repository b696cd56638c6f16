import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { oneOf, reference, someText, text } from '../../rules/cases/inputs';
import type { ActionContext, CaseRecord, Who } from '../../rules/cases/types';
import { conflict, invalid, type Refusal } from '../../rules/refusal';
import { ARCHIVE_CLASSES } from '../../rules/terms';

const PREFIXES: Readonly<Record<string, string>> = {
  owner: 'DAY',
  property: 'DAW',
  engineering: 'DAG',
  contract: 'DAH',
  other_papers: 'DAQ',
};

const filing = z.object({
  archiveClass: oneOf(ARCHIVE_CLASSES),
  title: someText(200),
  keeper: reference('staff-member').nullish(),
  place: someText(200),
  unit: reference('unit').nullish(),
  owner: reference('owner').nullish(),
  note: text(1000).nullish(),
});
const correction = z.object({
  title: someText(200).optional(),
  place: someText(200).optional(),
  unit: reference('unit').nullish(),
  owner: reference('owner').nullish(),
  note: text(1000).nullish(),
});
const entrusting = z.object({ keeper: reference('staff-member'), reason: someText(1000) });
const withdrawing = z.object({ reason: someText(1000) });

type Filing = ActionContext<CaseRecord, z.output<typeof filing>>;
type Entrusting = ActionContext<CaseRecord, z.output<typeof entrusting>>;
type Withdrawing = ActionContext<CaseRecord, z.output<typeof withdrawing>>;

const KEEPERS: readonly Who[] = ['clerk', 'director', 'manager'];

/**
 * A file of the archives (档案) [G-04]: of one class, with a number of that class without gaps, in one keeper's hands, at one
 * place. Who reads or borrows it is an `archive-loan`.
 */
export const archiveFileCase = defineCase({
  type: 'archive-file',
  prefix: ({ archiveClass }) => PREFIXES[String(archiveClass)] ?? 'DAQ',
  responsible: 'keeper',
  stages: ['in_archive', 'withdrawn_from_archive'],
  finalStages: ['in_archive', 'withdrawn_from_archive'],
  relatives: { loans: { type: 'archive-loan', by: 'file' } },
  editable: Object.keys(correction.shape),
  actions: {
    file: {
      from: 'nothing',
      to: 'in_archive',
      who: KEEPERS,
      rules: ['G-04'],
      input: filing,
      requires: (context: Filing) => keeperIsThere(context, keeperOf(context)),
      then: (context: Filing) => ({
        set: {
          ...context.input,
          keeper: keeperOf(context),
          filedAt: new Date(context.at).toISOString(),
        },
      }),
    },
    edit: {
      from: ['in_archive'],
      to: 'same',
      who: KEEPERS,
      rules: ['G-04'],
      input: correction,
      then: ({ input }: ActionContext<CaseRecord, z.output<typeof correction>>) => ({ set: input }),
    },
    entrust: {
      from: ['in_archive'],
      to: 'same',
      who: KEEPERS,
      rules: ['G-04'],
      input: entrusting,
      requires: (context: Entrusting) => keeperIsThere(context, context.input.keeper),
      then: ({ input }: Entrusting) => ({ set: { keeper: input.keeper }, note: input.reason }),
    },
    withdraw: {
      from: ['in_archive'],
      to: 'withdrawn_from_archive',
      who: ['director', 'manager'],
      rules: ['G-04'],
      input: withdrawing,
      needs: ['loans'],
      requires: ({ relatives }: Withdrawing) => {
        const out = relatives.loans?.find(({ stage }) => stage === 'on_loan');
        return out ? conflict('ARCHIVE_FILE_OUT', { other: out.number }) : undefined;
      },
      then: ({ input }: Withdrawing) => ({ set: { withdrawReason: input.reason }, note: input.reason }),
    },
  },
});

/** Whoever is named, or else the member of staff who files it. */
const keeperOf = ({ input, actor }: Filing): string | null =>
  input.keeper ?? (actor.kind === 'staff' ? actor.id : null);

function keeperIsThere(
  { office }: Pick<ActionContext, 'office'>,
  keeper: string | null,
): Refusal | undefined {
  if (keeper === null) return invalid('KEEPER_MISSING', { field: 'keeper' });
  return office.directory.staff.get(keeper)?.active
    ? undefined
    : invalid('KEEPER_NOT_ACTIVE', { field: 'keeper' });
}
