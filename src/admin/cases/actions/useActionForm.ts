import * as React from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { type ActionView, type CaseType } from '../http/contract';
import { keysOfOneForm } from '../http/idempotencyKey';
import { type KnownCase, usePerformActionMutation } from '../http/office';
import { problemOf, type Problem } from '../http/problem';
import { fieldsOf } from '../form/fields';
import { type Complaint, firstValues, type FormValue, type FormValues, readInput } from '../form/values';
import { useOfficeWords } from '../useOfficeWords';

interface Opened {
  type: CaseType;
  known: KnownCase;
  action: ActionView;
  preset?: Readonly<Record<string, unknown>>;
  first?: readonly string[];
  problem?: Problem;
  onDone: () => void;
}

/** The state of one opened form: what was typed, what is wrong with it, and sending it exactly once. */
export function useActionForm({ type, known, action, preset, first, problem: told, onDone }: Opened) {
  const { say, locale } = useOfficeWords(known.timeZone);
  const { toggleNotification } = useNotification();
  const settled = Object.keys(preset ?? {}).join(' ');
  const onTop = (first ?? []).join(' ');
  const fields = React.useMemo(() => {
    const asked = fieldsOf(action.schema).filter(({ name }) => !settled.split(' ').includes(name));
    const top = onTop.split(' ').flatMap((name) => asked.filter((field) => field.name === name));
    return [...top, ...asked.filter((field) => !top.includes(field))];
  }, [action.schema, settled, onTop]);
  const [values, setValues] = React.useState<FormValues>(() => firstValues(fields, known.timeZone));
  const [complaints, setComplaints] = React.useState<Record<string, Complaint>>({});
  const [problem, setProblem] = React.useState<Problem | undefined>(told);
  const [perform, { isLoading: sending }] = usePerformActionMutation();
  const keyOf = React.useRef(keysOfOneForm()).current;
  // A second click can come before the state of the first has been drawn.
  const underWay = React.useRef(false);

  const drawnFor = React.useRef(known);
  React.useEffect(() => {
    if (drawnFor.current !== known) setProblem(undefined);
    drawnFor.current = known;
  }, [known]);

  const errors: Record<string, string> = {};
  for (const [name, { key, params }] of Object.entries(complaints)) errors[name] = say(key, params);
  const atField =
    problem?.field && fields.some((field) => field.name === problem.field) ? problem.field : undefined;
  if (atField && problem) errors[atField] = problem.message;

  const change = (name: string, value: FormValue) => {
    setValues((before) => ({ ...before, [name]: value }));
    setComplaints(({ [name]: _answered, ...others }) => others);
    if (atField === name) setProblem(undefined);
  };

  const submit = async (): Promise<void> => {
    if (underWay.current) return;
    const reading = readInput(fields, values, known.timeZone);
    setComplaints(reading.complaints);
    setProblem(undefined);
    if (Object.keys(reading.complaints).length > 0) return;

    underWay.current = true;
    try {
      const { documentId, version } = known;
      const input = { ...reading.input, ...preset };
      const idempotencyKey = keyOf({ input, version });
      await perform({
        type,
        documentId,
        locale,
        action: action.name,
        input,
        version,
        idempotencyKey,
      }).unwrap();
      toggleNotification({ type: 'success', message: say('actions.done', { action: action.label }) });
      onDone();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      underWay.current = false;
    }
  };

  return { fields, values, errors, change, submit, sending, notice: atField ? undefined : problem };
}
