import * as React from 'react';
import { useIntl } from 'react-intl';
import { problemOf, type Problem } from '../cases/http/problem';
import { keysOfOneForm } from '../cases/http/idempotencyKey';
import { useAbout } from './about/useAbout';
import { bodyOf, type Caller, type Draft } from './draft';
import { type About, type Preview, type Registered } from './http/contract';
import { useFindCallerQuery, useRegisterRequestMutation } from './http/desk';
import { commandOf } from './keys';
import { usePreview } from './preview/usePreview';
import { OFFICE_ZONE } from '../cases/time';

export interface CallState {
  draft: Draft;
  timeZone: string;
  change: (part: Partial<Draft>) => void;
  choose: (caller: Caller | null) => void;
  about: About | undefined;
  preview: Preview | undefined;
  /** What is shown belongs to what was typed a moment ago. */
  previewing: boolean;
  /** Why no preview could be made: no connection, no right. */
  previewProblem: Problem | undefined;
  problem: Problem | undefined;
  forgetProblem: () => void;
  saving: boolean;
  save: () => Promise<void>;
  clear: () => void;
  onKeyDown: (event: React.KeyboardEvent) => void;
}

interface Begun {
  /** What the call begins with. */
  begun: Draft;
  onSaved: (saved: Registered, timeZone: string) => void;
  onClear: (draft: Draft) => void;
}

/** The state of one call: what was typed, what the office says to it, and saving it exactly once. */
export function useCall({ begun, onSaved, onClear }: Begun): CallState {
  const { locale } = useIntl();
  const [draft, setDraft] = React.useState<Draft>(begun);
  const [problem, setProblem] = React.useState<Problem>();
  const [register, { isLoading: saving }] = useRegisterRequestMutation();
  const keyOf = React.useRef(keysOfOneForm()).current;
  // A second press can come before the state of the first has been drawn.
  const underWay = React.useRef(false);

  // Asked with nothing to find: the answer says which wall the office lives by.
  const { data: hello } = useFindCallerQuery({ q: '', locale });
  const timeZone = hello?.timeZone ?? OFFICE_ZONE;
  const about = useAbout(draft.caller, locale);
  const seen = usePreview(draft, timeZone, locale);

  const home = about?.unit?.community?.documentId;
  React.useEffect(() => {
    if (home) setDraft((before) => (before.caller?.unit ? { ...before, community: home } : before));
  }, [home]);

  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    if (problem?.field && problem.field in part) setProblem(undefined);
  };

  const clear = () => {
    if (!underWay.current) onClear(draft);
  };

  const save = async () => {
    if (underWay.current) return;
    underWay.current = true;
    setProblem(undefined);
    try {
      const body = bodyOf(draft, timeZone);
      const { answer } = await register({ body, idempotencyKey: keyOf(body), locale }).unwrap();
      onSaved(answer, timeZone);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      underWay.current = false;
    }
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const { key, code, ctrlKey, metaKey, altKey, nativeEvent } = event;
    const command = commandOf({ key, code, ctrlKey, metaKey, altKey, composing: nativeEvent.isComposing });
    if (!command || event.defaultPrevented) return;
    // A list that is open takes Esc for itself.
    if (command.what === 'clear' && isInOpenList(event.target)) return;
    event.preventDefault();
    if (command.what === 'save') void save();
    else if (command.what === 'clear') clear();
    else {
      const category = seen.preview?.categories[command.index];
      if (category) change({ category, ...(category.kind ? { kind: category.kind } : {}) });
    }
  };

  return {
    draft,
    timeZone,
    change,
    choose: (caller) => change({ caller, community: undefined }),
    about,
    ...seen,
    problem,
    forgetProblem: () => setProblem(undefined),
    saving,
    save,
    clear,
    onKeyDown,
  };
}

const isInOpenList = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest('[aria-expanded="true"], [role="listbox"], [role="option"]') !== null;
