import * as React from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import { problemOf, type Problem } from '../../cases/http/problem';
import { bodyOf, type Draft } from '../draft';
import { type IntakeBody, type Preview } from '../http/contract';
import { usePreviewRequestQuery } from '../http/desk';

const TYPING_PAUSE_MS = 350;

interface Previewed {
  preview: Preview | undefined;
  previewing: boolean;
  previewProblem: Problem | undefined;
}

/**
 * What saving the draft would bring about, asked a moment after the last key. What was shown before stays until the
 * new answer is there, so that nothing jumps while somebody types.
 */
export function usePreview(draft: Draft, timeZone: string, locale: string): Previewed {
  const typed = JSON.stringify(bodyOf(draft, timeZone));
  const settled = useDebounce(typed, TYPING_PAUSE_MS);
  const body = React.useMemo(() => JSON.parse(settled) as IntakeBody, [settled]);
  const blank = draft.matter.trim() === '';
  const { data, error, isFetching } = usePreviewRequestQuery(
    { body, locale },
    { skip: blank || String(body.data.matter ?? '').trim() === '' },
  );
  return {
    preview: blank ? undefined : data?.answer,
    previewing: !blank && (isFetching || settled !== typed),
    previewProblem: blank || !error ? undefined : problemOf(error),
  };
}
