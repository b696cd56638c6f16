import * as React from 'react';
import { styled } from 'styled-components';
import { type Problem } from '../cases/http/problem';
import { AboutCaller } from './about/AboutCaller';
import { type Draft } from './draft';
import { CallForm } from './form/CallForm';
import { type Registered } from './http/contract';
import { PreviewPane } from './preview/PreviewPane';
import { useCall } from './useCall';

/** Two columns where there is room for them: what is typed, and what the office knows and would do. */
const Columns = styled.div`
  display: grid;
  gap: 24px;
  align-items: start;
  grid-template-columns: minmax(0, 1fr);

  @media (min-width: 1080px) {
    grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
  }
`;

const Column = styled.div`
  display: grid;
  gap: 16px;
  min-width: 0;
`;

interface CallProps {
  begun: Draft;
  onSaved: (saved: Registered, timeZone: string) => void;
  onClear: (draft: Draft) => void;
  /** Brings back what was cleared last; undefined where there is nothing. */
  onBringBack: (() => void) | undefined;
}

/** One call that is being taken. */
export function Call({ onBringBack, ...begun }: CallProps) {
  const call = useCall(begun);
  const board = React.useRef<HTMLDivElement>(null);
  useFocusOnProblem(board, call.problem);
  return (
    <Columns ref={board} onKeyDown={call.onKeyDown} data-desk="call">
      <Column>
        <CallForm call={call} onBringBack={onBringBack} />
      </Column>
      <Column>
        <PreviewPane call={call} />
        <AboutCaller call={call} />
      </Column>
    </Columns>
  );
}

/** Brings the field that a save was refused for under the user's hands. */
function useFocusOnProblem(board: React.RefObject<HTMLElement>, problem: Problem | undefined): void {
  React.useEffect(() => {
    if (!problem?.field) return;
    const field = board.current?.querySelector(`[data-field="${CSS.escape(problem.field)}"]`);
    field?.querySelector<HTMLElement>('input, textarea, [role="combobox"]')?.focus();
  }, [board, problem]);
}
