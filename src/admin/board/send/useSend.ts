import * as React from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { type ActionView, type CaseType } from '../../cases/http/contract';
import { newIdempotencyKey } from '../../cases/http/idempotencyKey';
import { type KnownCase, useLazyGetCaseQuery, usePerformActionMutation } from '../../cases/http/office';
import { CONFLICT, problemOf, type Problem } from '../../cases/http/problem';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type Candidate } from '../people/suitable';
import { assigneeInput, numberOf, sendingOf, ticketOf, type Parcel } from './sending';

const INVALID = 422;

/** The form of an action that asks for more than whom it goes to. */
export interface OpenForm {
  parcel: Parcel;
  to: Candidate;
  type: CaseType;
  known: KnownCase;
  action: ActionView;
  problem?: Problem;
}

/** Why something was not sent, because others were faster. */
export interface Rebuff {
  number: string;
  type: CaseType;
  problem: Problem;
}

/** Gives parcels to people: at once where nothing else is asked, with the action's form where something is. */
export function useSend(timeZone: string) {
  const { say, locale } = useOfficeWords(timeZone);
  const { toggleNotification } = useNotification();
  const [perform] = usePerformActionMutation();
  const [readCase] = useLazyGetCaseQuery();
  const [busy, setBusy] = React.useState<ReadonlySet<string>>(new Set());
  const [form, setForm] = React.useState<OpenForm>();
  const [rebuff, setRebuff] = React.useState<Rebuff>();

  const openForm = async (parcel: Parcel, to: Candidate, problem?: Problem): Promise<void> => {
    const { type, documentId, action: name } = sendingOf(parcel);
    const known = await readCase({ type, documentId, locale }).unwrap();
    const action = known.actions.find((one) => one.name === name);
    if (action) setForm({ parcel, to, type, known, action, problem });
    else {
      const message = say('board.notOpen', { number: numberOf(parcel) });
      setRebuff({
        number: numberOf(parcel),
        type,
        problem: { status: CONFLICT, message, stage: known.stage, changed: [] },
      });
    }
  };

  const send = async (parcel: Parcel, to: Candidate): Promise<void> => {
    const { type, documentId, action, version } = sendingOf(parcel);
    const input = assigneeInput(to);
    await perform({
      type,
      documentId,
      locale,
      action,
      input,
      version,
      idempotencyKey: newIdempotencyKey(),
    }).unwrap();
    toggleNotification({
      type: 'success',
      message: say('board.sent', { number: numberOf(parcel), name: to.name }),
    });
  };

  const give = async (parcel: Parcel, to: Candidate): Promise<void> => {
    const { documentId } = ticketOf(parcel);
    if (busy.has(documentId)) return;
    setRebuff(undefined);
    setBusy((before) => new Set(before).add(documentId));
    try {
      if (sendingOf(parcel).asksReason) await openForm(parcel, to);
      else await send(parcel, to);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === CONFLICT)
        setRebuff({ number: numberOf(parcel), type: sendingOf(parcel).type, problem });
      else if (problem.status === INVALID) await openForm(parcel, to, problem).catch(() => undefined);
      else toggleNotification({ type: 'danger', message: problem.message || say('form.noAnswer') });
    } finally {
      setBusy((before) => new Set([...before].filter((one) => one !== documentId)));
    }
  };

  return {
    give,
    busy,
    form,
    closeForm: () => setForm(undefined),
    openForm,
    rebuff,
    dismiss: () => setRebuff(undefined),
  };
}
