import * as React from 'react';
import { useIntl } from 'react-intl';
import { problemOf, type Problem } from '../cases/http/problem';
import { keysOfOneForm } from '../cases/http/idempotencyKey';
import { bodyOf, EMPTY_DRAFT, isWorthKeeping, type Caller, type Draft } from './draft';
import { type About, type Preview, type Registered } from './http/contract';
import { useFindCallerQuery, useRegisterRequestMutation } from './http/desk';
import { commandOf } from './keys';
import { useAbout } from './about/useAbout';
import { usePreview } from './preview/usePreview';

/** The wall that the office lives by until it has said which. */
const OFFICE_ZONE = 'Asia/Shanghai';

export interface DeskState {
  draft: Draft;
  timeZone: string;
  /** Changes with every call, so that what a call has typed into is drawn anew for the next. */
  call: number;
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
  /** Brings back what was cleared last; undefined where there is nothing. */
  bringBack: (() => void) | undefined;
  saved: Registered | undefined;
  next: () => void;
  onKeyDown: (event: React.KeyboardEvent) => void;
}

/** The state of the desk: one call at a time, saved exactly once. */
export function useDesk(): DeskState {
  const { locale } = useIntl();
  const [draft, setDraft] = React.useState<Draft>(EMPTY_DRAFT);
  const [cleared, setCleared] = React.useState<Draft>();
  const [call, setCall] = React.useState(0);
  const [saved, setSaved] = React.useState<Registered>();
  const [problem, setProblem] = React.useState<Problem>();
  const [register, { isLoading: saving }] = useRegisterRequestMutation();
  const keyOf = React.useRef(keysOfOneForm());
  // A second press can come before the state of the first has been drawn.
  const underWay = React.useRef(false);

  // Asked with nothing to find: the answer says which wall the office lives by.
  const { data: hello } = useFindCallerQuery({ q: '', locale });
  const timeZone = hello?.timeZone ?? OFFICE_ZONE;
  const about = useAbout(draft.caller, locale);
  const seen = usePreview(draft, timeZone, locale);

  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setCleared(undefined);
    if (problem?.field && problem.field in part) setProblem(undefined);
  };
  const home = about?.unit?.community?.documentId;
  React.useEffect(() => {
    if (home) setDraft((before) => (before.caller?.unit ? { ...before, community: home } : before));
  }, [home]);

  const choose = (caller: Caller | null) => change({ caller, community: undefined });

  const begin = (with_: Draft) => {
    setDraft(with_);
    setSaved(undefined);
    setProblem(undefined);
    setCall((before) => before + 1);
    keyOf.current = keysOfOneForm();
  };

  const clear = () => {
    if (underWay.current) return;
    setCleared(isWorthKeeping(draft) ? draft : cleared);
    begin(EMPTY_DRAFT);
  };

  const save = async () => {
    if (underWay.current) return;
    underWay.current = true;
    setProblem(undefined);
    try {
      const body = bodyOf(draft, timeZone);
      const { answer } = await register({ body, idempotencyKey: keyOf.current(body), locale }).unwrap();
      setCleared(undefined);
      setSaved(answer);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      underWay.current = false;
    }
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const { key, code, ctrlKey, metaKey, altKey, nativeEvent } = event;
    const command = commandOf({ key, code, ctrlKey, metaKey, altKey, composing: nativeEvent.isComposing });
    // A list that is open takes Esc for itself.
    if (!command || event.defaultPrevented || (command.what === 'clear' && isInOpenList(event.target)))
      return;
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
    call,
    change,
    choose,
    about,
    ...seen,
    problem,
    forgetProblem: () => setProblem(undefined),
    saving,
    save,
    clear,
    bringBack: cleared && (() => begin(cleared)),
    saved,
    next: () => begin(EMPTY_DRAFT),
    onKeyDown,
  };
}

const isInOpenList = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest('[aria-expanded="true"], [role="listbox"], [role="option"]') !== null;
