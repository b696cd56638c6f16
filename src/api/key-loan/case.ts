import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { moment, oneOf, reference, signature, someText, text } from '../../rules/cases/inputs';
import { KEY_DESK, staffActing, SUPERIORS, theBorrower } from '../../rules/cases/people';
import type { ActionContext, CaseRecord, Message, Outcome } from '../../rules/cases/types';
import { atHand, authorityFor, copiesKnown, dueInOrder, type KeyStanding } from '../../rules/keys';
import { conflict, invalid, type Refusal } from '../../rules/refusal';
import { textToSign } from '../../rules/signed-text';
import { KEY_BORROWERS } from '../../rules/terms';
import { localMinute } from '../../rules/time';
import { OPEN_ORDER_STAGES } from '../dispatch-order/stages';
import { lostKey } from '../incident/lost-key';

const copies = () => z.number().int().min(1).max(1000);

/** Who borrows which key, what for, on what authority, and until when [F-03][F-04]. */
const lending = z.object({
  key: reference('key'),
  borrowerKind: oneOf(KEY_BORROWERS),
  borrower: reference('staff-member').nullish(),
  borrowerName: text(100).nullish(),
  borrowerPhone: text(40).nullish(),
  borrowerEmail: z.email().max(255).meta({ widget: 'line', maxLength: 255 }).nullish(),
  contractor: reference('contractor').nullish(),
  papers: text(255).nullish(),
  purpose: someText(1000),
  copiesOut: copies().default(1),
  dispatchOrder: reference('dispatch-order').nullish(),
  authorisation: reference('key-authorisation').nullish(),
  dueAt: moment(),
  signerName: text(100).nullish(),
  signature: signature(),
});

const extension = z.object({ dueAt: moment(), reason: someText(1000) });

const returning = z.object({
  copiesBack: copies().default(1),
  condition: text(1000).nullish(),
  signerBack: text(100).nullish(),
  signatureBack: signature(),
});

const losing = z.object({
  whatHappened: someText(),
  lostAt: moment().nullish(),
  copiesBack: z.number().int().min(0).max(1000).nullish(),
});

const reminder = z.object({ dueAt: moment() });

type Context<Schema extends z.ZodType> = ActionContext<CaseRecord, z.output<Schema>>;

const iso = (at: number): string => new Date(at).toISOString();

/** The loan of a key (钥匙借用): out against a signature and back against one, by the minute, one borrower at a time [F-03]. */
export const keyLoanCase = defineCase({
  type: 'key-loan',
  // Warned when the time runs out, because nobody else is there to chase a borrower from outside.
  responsible: 'lentBy',
  prefix: 'YS',
  stages: ['lent', 'returned', 'lost'],
  finalStages: ['returned', 'lost'],
  relatives: { incidents: { type: 'incident', by: 'loan' } },
  editable: [],
  actions: {
    lend: {
      from: 'nothing',
      to: 'lent',
      who: KEY_DESK,
      rules: ['F-03', 'F-04'],
      input: lending,
      asks: ['key_standing'],
      requires: (context: Context<typeof lending>) =>
        borrowerNamed(context) ?? dueInOrder(context.input.dueAt, context.now) ?? mayGoOut(context),
      then: lend,
    },
    extend: {
      from: ['lent'],
      to: 'same',
      who: SUPERIORS,
      rules: ['F-03'],
      input: extension,
      asks: ['key_standing'],
      requires: (context: Context<typeof extension>) =>
        dueInOrder(context.input.dueAt, context.now) ?? later(context) ?? stillAuthorised(context),
      then: extend,
    },
    take_back: {
      from: ['lent'],
      to: 'returned',
      who: KEY_DESK,
      rules: ['F-03'],
      input: returning,
      requires: allBack,
      then: takeBack,
    },
    lose: {
      from: ['lent'],
      to: 'lost',
      who: [...KEY_DESK, theBorrower],
      rules: ['F-05'],
      input: losing,
      at: (input: z.output<typeof losing>) => input.lostAt ?? undefined,
      requires: ({ record, at }: Context<typeof losing>) =>
        at < Date.parse(String(record.outAt))
          ? invalid('MOMENT_BEFORE_STEP', { field: 'lostAt', since: record.outAt })
          : undefined,
      then: lose,
    },
    remind: {
      internal: true,
      from: ['lent'],
      to: 'same',
      who: ['system'],
      rules: ['F-03'],
      input: reminder,
      requires: notExtended,
      then: (context: Context<typeof reminder>) => ({
        messages: toBorrower('key_overdue', context, context.record),
      }),
    },
  },
});

/** One of the staff is named by the register, anybody else by his name and how to reach him. */
function borrowerNamed({ input, office }: Context<typeof lending>): Refusal | undefined {
  if (input.borrowerKind !== 'staff') {
    if (!input.borrowerName?.trim()) return invalid('TEXT_EMPTY', { field: 'borrowerName' });
    return input.borrowerPhone?.trim() ? undefined : invalid('TEXT_EMPTY', { field: 'borrowerPhone' });
  }
  if (!input.borrower) return invalid('KEY_BORROWER_MISSING', { field: 'borrower' });
  return office.directory.staff.get(input.borrower)?.active === false
    ? invalid('REFERENCE_INACTIVE', { field: 'borrower', type: 'staff-member' })
    : undefined;
}

function mayGoOut({ input, answers, now, office }: Context<typeof lending>): Refusal | undefined {
  const found = answers.key_standing as KeyStanding | undefined;
  if (!found) return undefined;
  const standing = shown(found);
  const { key, dueAt, copiesOut } = input;
  return (
    atHand(standing) ??
    copiesKnown(standing, copiesOut) ??
    authorityFor(standing, { key, dueAt, now, timeZone: office.timeZone, openStages: OPEN_ORDER_STAGES })
  );
}

/** Where nothing is shown, the order for the home that the borrower has on his hands is what he needs the key for. */
function shown(standing: KeyStanding): KeyStanding {
  const { dispatchOrder, authorisation, ownOrder } = standing;
  return dispatchOrder || authorisation || !ownOrder ? standing : { ...standing, dispatchOrder: ownOrder };
}

/** The borrower's name, of one of the staff as the register has it. */
const nameOf = ({ input, office }: Context<typeof lending>): string | null =>
  input.borrowerKind === 'staff'
    ? (office.directory.staff.get(String(input.borrower))?.name ?? null)
    : (input.borrowerName ?? null);

function lend(context: Context<typeof lending>): Outcome<'lent'> {
  const { input, at, answers } = context;
  const borrowerName = nameOf(context);
  const standing = answers.key_standing as KeyStanding | undefined;
  const set = {
    ...input,
    dispatchOrder: input.dispatchOrder ?? (input.authorisation ? null : (standing?.ownOrder?.id ?? null)),
    borrower: input.borrowerKind === 'staff' ? input.borrower : null,
    borrowerName,
    signerName: input.signerName ?? borrowerName,
    signedText: textOfLoan(context, borrowerName, standing),
    outAt: iso(at),
    lentBy: staffActing(context),
    openFor: input.key,
  };
  return {
    set,
    messages: toBorrower('key_lent', context, set, { key: nameOfKey(standing) }),
    later: [remindAt(input.dueAt)],
  };
}

const nameOfKey = (standing: KeyStanding | undefined): string =>
  standing ? `${standing.code} ${standing.label}` : '';

/** The text that the borrower puts his name to. */
const textOfLoan = (
  { input, office }: Context<typeof lending>,
  borrower: string | null,
  standing: KeyStanding | undefined,
): string =>
  textToSign([
    ['钥匙', nameOfKey(standing)],
    ['数量', String(input.copiesOut)],
    ['借用人', borrower],
    ['用途', input.purpose],
    ['应还时间', localMinute(office.timeZone, Date.parse(input.dueAt))],
  ]);

const remindAt = (dueAt: string) => ({ action: 'remind', input: { dueAt }, at: Date.parse(dueAt) });

type Borrowed = Readonly<Record<string, unknown>>;

/** To whoever has the key: one of the staff as he is told of everything, anybody else by mail where he gave an address. */
function toBorrower(
  template: string,
  { office }: Pick<ActionContext, 'office'>,
  loan: Borrowed,
  more: Readonly<Record<string, unknown>> = {},
): Message[] {
  const params = { ...more, due: localMinute(office.timeZone, Date.parse(String(loan.dueAt))) };
  if (typeof loan.borrower === 'string') return [{ template, to: { staff: loan.borrower }, params }];
  if (typeof loan.borrowerEmail !== 'string') return [];
  const name = typeof loan.borrowerName === 'string' ? loan.borrowerName : null;
  return [{ template, to: { addressIn: 'borrowerEmail', name }, params }];
}

const later = ({ record, input }: Context<typeof extension>): Refusal | undefined =>
  Date.parse(input.dueAt) > Date.parse(String(record.dueAt))
    ? undefined
    : invalid('KEY_DUE_NOT_LATER', { field: 'dueAt', dueAt: record.dueAt });

/** An extension does not reach beyond what the owner has allowed. */
function stillAuthorised({ record, input, answers, now, office }: Context<typeof extension>) {
  const standing = answers.key_standing as KeyStanding | undefined;
  if (!standing?.authorisation) return undefined;
  const { timeZone } = office;
  const owners = { ...standing, dispatchOrder: null };
  const asked = { key: String(record.key), dueAt: input.dueAt, now, timeZone, openStages: OPEN_ORDER_STAGES };
  return authorityFor(owners, asked);
}

function extend(context: Context<typeof extension>): Outcome<'lent'> {
  const { record, input, at } = context;
  const { dueAt, reason } = input;
  return {
    set: {
      dueAt,
      extendedAt: iso(at),
      extendedBy: staffActing(context),
      extendReason: reason,
      extensionCount: Number(record.extensionCount ?? 0) + 1,
    },
    messages: toBorrower('key_extended', context, { ...record, dueAt }),
    later: [remindAt(dueAt)],
    note: reason,
  };
}

/** What does not come back is lost, and is said to be. */
function allBack({ record, input }: Context<typeof returning>): Refusal | undefined {
  const out = Number(record.copiesOut ?? 1);
  if (input.copiesBack === out) return undefined;
  const details = { field: 'copiesBack', copies: out };
  return input.copiesBack > out
    ? invalid('KEY_COPIES_TOO_MANY_BACK', details)
    : conflict('KEY_COPIES_MISSING', details);
}

function takeBack(context: Context<typeof returning>): Outcome<'returned'> {
  const { record, input, at } = context;
  return {
    set: {
      ...input,
      signerBack: input.signerBack ?? record.borrowerName ?? null,
      returnedAt: iso(at),
      takenBackBy: staffActing(context),
      openFor: null,
    },
    messages: toBorrower('key_returned', context, record),
  };
}

/** The loan ends, the loss is an incident, and the lock is to be changed: one transaction [F-05]. */
function lose(context: Context<typeof losing>): Outcome<'lost'> {
  const { record, input, at } = context;
  return {
    set: { lostAt: iso(at), copiesBack: input.copiesBack ?? 0, openFor: null },
    follow: [
      lostKey({
        key: String(record.key),
        whatHappened: input.whatHappened,
        happenedAt: iso(at),
        loan: record.documentId,
      }),
    ],
    note: input.whatHappened.slice(0, 1000),
  };
}

function notExtended({ record, input }: Context<typeof reminder>): Refusal | undefined {
  const dueAt = String(record.dueAt);
  return Date.parse(dueAt) === Date.parse(input.dueAt) ? undefined : conflict('KEY_DUE_MOVED', { dueAt });
}
