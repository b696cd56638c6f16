import * as React from 'react';
import { styled } from 'styled-components';
import { AboutCaller } from './about/AboutCaller';
import { CallForm } from './form/CallForm';
import { PreviewPane } from './preview/PreviewPane';
import { SavedCall } from './saved/SavedCall';
import { useDesk } from './useDesk';

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

/** One call: who, what, what it would bring about; then its number, and the next one. */
export function Desk() {
  const desk = useDesk();
  if (desk.saved) {
    return <SavedCall saved={desk.saved} timeZone={desk.timeZone} onNext={desk.next} />;
  }
  return (
    <Columns onKeyDown={desk.onKeyDown} data-desk="call">
      <Column>
        <CallForm desk={desk} />
      </Column>
      <Column aria-live="polite">
        <PreviewPane desk={desk} />
        <AboutCaller desk={desk} />
      </Column>
    </Columns>
  );
}
