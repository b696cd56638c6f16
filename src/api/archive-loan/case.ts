import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { moment, oneOf, reference, someText, text } from '../../rules/cases/inputs';
import type { ActionContext, CaseRecord, Entitlement, Outcome, Who } from '../../rules/cases/types';
import { conflict, invalid, type Refusal } from '../../rules/refusal';
import { LOAN_KINDS } from '../../rules/terms';

const lending = z.object({
  file: reference('archive-file'),
  loanKind: oneOf(LOAN_KINDS).default('borrow'),
  borrower: reference('staff-member').nullish(),
  borrowerName: text(100).nullish(),
  purpose: someText(1000),
  dueAt: moment().nullish(),
});
const extension = z.object({ dueAt: moment(), reason: someText(1000) });
const giving = z.object({ returnedAt: moment().nullish(), note: text(1000).nullish() });

type Lending = ActionContext<CaseRecord, z.output<typeof lending>>;
type Extending = ActionContext<CaseRecord, z.output<typeof extension>>;
type Giving = ActionContext<CaseRecord, z.output<typeof giving>>;

/** The keeper of the file, in person. */
const theKeeper: Entitlement = {
  name: 'the_keeper',
  test: (actor, record) => actor.kind === 'staff' && actor.id !== null && record.keeper === actor.id,
};
const KEEPERS: readonly Who[] = ['clerk', 'director', 'manager'];

const iso = (at: number): string => new Date(at).toISOString();

/**
 * Who consults a file of the archives on the spot (查阅), or borrows it until a time that he says (借阅) [G-04]: one borrower at a time;
 * what does not come back in time is brought to mind and then taken up the line by its clock.
 */
export const archiveLoanCase = defineCase({
  type: 'archive-loan',
  prefix: 'DJ',
  responsible: 'keeper',
  root: { type: 'archive-file', by: 'file' },
  stages: ['consulted', 'on_loan', 'returned'],
  finalStages: ['consulted', 'returned'],
  editable: [],
  actions: {
    lend: {
      from: 'nothing',
      to: ['consulted', 'on_loan'],
      who: KEEPERS,
      rules: ['G-04'],
      input: lending,
      needs: ['loans'],
      requires: (context: Lending) => someoneBorrows(context) ?? inTime(context) ?? isThere(context),
      then: lend,
    },
    extend: {
      from: ['on_loan'],
      to: 'same',
      who: [theKeeper, ...KEEPERS],
      rules: ['G-04'],
      input: extension,
      requires: ({ record, input, now }: Extending) =>
        Date.parse(input.dueAt) > Math.max(now, Date.parse(String(record.dueAt)))
          ? undefined
          : invalid('DUE_NOT_LATER', { field: 'dueAt' }),
      then: ({ input }: Extending) => ({ set: { dueAt: input.dueAt }, note: input.reason }),
    },
    give_back: {
      from: ['on_loan'],
      to: 'returned',
      who: [theKeeper, ...KEEPERS],
      rules: ['G-04'],
      input: giving,
      at: (input: z.output<typeof giving>) => input.returnedAt ?? undefined,
      requires: ({ record, input, at }: Giving) =>
        at < Date.parse(String(record.lentAt))
          ? invalid('RETURNED_BEFORE_LENT', { field: 'returnedAt', returnedAt: input.returnedAt })
          : undefined,
      then: ({ input, at }: Giving) => ({
        set: { returnedAt: iso(at), openFor: null },
        note: input.note ?? undefined,
      }),
    },
  },
});

function someoneBorrows({ input, office }: Lending): Refusal | undefined {
  if (!input.borrower && !input.borrowerName) return invalid('BORROWER_MISSING', { field: 'borrower' });
  const gone = input.borrower && office.directory.staff.get(input.borrower)?.active === false;
  return gone ? invalid('BORROWER_NOT_ACTIVE', { field: 'borrower' }) : undefined;
}

/** What leaves the archives has a time by which it is back. */
function inTime({ input, now }: Lending): Refusal | undefined {
  if (input.loanKind !== 'borrow') return undefined;
  return input.dueAt && Date.parse(input.dueAt) > now
    ? undefined
    : invalid('DUE_NOT_LATER', { field: 'dueAt' });
}

/** Nobody reads or borrows what is with somebody else, or is no longer kept. */
function isThere({ relatives }: Lending): Refusal | undefined {
  const file = relatives.root?.[0];
  if (file?.stage !== 'in_archive')
    return conflict('ARCHIVE_FILE_WITHDRAWN', { field: 'file', number: file?.number ?? null });
  const out = relatives.loans?.find(({ stage }) => stage === 'on_loan');
  return out ? conflict('ARCHIVE_FILE_OUT', { field: 'file', other: out.number }) : undefined;
}

function lend({ input, relatives, office, at }: Lending): Outcome<'consulted' | 'on_loan'> {
  const borrowed = input.loanKind === 'borrow';
  const borrower = input.borrower ? office.directory.staff.get(input.borrower) : undefined;
  return {
    stage: borrowed ? 'on_loan' : 'consulted',
    set: {
      ...input,
      borrowerName: borrower?.name ?? input.borrowerName,
      dueAt: borrowed ? input.dueAt : null,
      keeper: relatives.root?.[0]?.keeper ?? null,
      lentAt: iso(at),
      openFor: borrowed ? input.file : null,
    },
  };
}
