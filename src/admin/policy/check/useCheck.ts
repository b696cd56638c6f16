import * as React from 'react';
import { useForm } from '@strapi/strapi/admin';
import { problemOf, type Problem } from '../../cases/http/problem';
import { readInput, type FormValue, type FormValues } from '../../cases/form/values';
import { type Field } from '../../cases/form/fields';
import { OFFICE_ZONE, wallTime } from '../../cases/time';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { draftOf } from '../draft';
import { type RuleType } from '../http/contract';
import { type Checked, useCheckRuleMutation } from '../http/checks';
import { asked, firstAnswers, questionsOf } from './questions';

export interface CheckState {
  fields: readonly Field[];
  values: FormValues;
  errors: Readonly<Record<string, string>>;
  change: (name: string, value: FormValue) => void;
  /** Whether the form has changes that are tried as well. */
  unsaved: boolean;
  run: () => Promise<void>;
  running: boolean;
  answer: Checked | undefined;
  problem: Problem | undefined;
  timeZone: string;
}

/** One check of a rule: the questions, and what the office says to them. */
export function useCheck(type: RuleType, documentId: string | null): CheckState {
  const row = useForm('RuleCheck', ({ values }) => values) as Readonly<Record<string, unknown>>;
  const modified = useForm('RuleCheck', ({ modified }) => modified);
  const words = useOfficeWords(OFFICE_ZONE);
  const [check, { data: answer, error, isLoading }] = useCheckRuleMutation();
  const timeZone = answer?.timeZone ?? OFFICE_ZONE;
  const [values, setValues] = React.useState(() =>
    firstAnswers(type, row, { documentId, now: wallTime(Date.now(), timeZone) }),
  );
  const [errors, setErrors] = React.useState<Readonly<Record<string, string>>>({});
  const fields = questionsOf(type, values, words);
  const unsaved = modified || documentId === null;

  const run = async () => {
    const { input, complaints } = readInput(fields, values, timeZone);
    setErrors(
      Object.fromEntries(
        Object.entries(complaints).map(([name, { key, params }]) => [name, words.say(key, params)]),
      ),
    );
    if (Object.keys(complaints).length > 0) return;
    const draft = unsaved ? (draftOf(row) as Readonly<Record<string, unknown>>) : undefined;
    await check({ type, body: { documentId, ...asked(input), draft }, locale: words.locale });
  };

  return {
    fields,
    values,
    errors,
    change: (name, value) => setValues((before) => ({ ...before, [name]: value })),
    unsaved,
    run,
    running: isLoading,
    answer,
    problem: error ? problemOf(error) : undefined,
    timeZone,
  };
}
