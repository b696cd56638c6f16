import * as React from 'react';
import { Call } from './Call';
import { EMPTY_DRAFT, isWorthKeeping, type Draft } from './draft';
import { type Registered } from './http/contract';
import { SavedCall } from './saved/SavedCall';

/** One call after the other: who, what, what it would bring about; then its number, and the next one. */
export function Desk() {
  // Each call is drawn anew, so that nothing of the one before is left in any field.
  const [call, setCall] = React.useState<{ count: number; begun: Draft }>({ count: 0, begun: EMPTY_DRAFT });
  const [cleared, setCleared] = React.useState<Draft>();
  const [done, setDone] = React.useState<{ saved: Registered; timeZone: string }>();

  const begin = (begun: Draft) => {
    setDone(undefined);
    setCall(({ count }) => ({ count: count + 1, begun }));
  };

  if (done) return <SavedCall {...done} onNext={() => begin(EMPTY_DRAFT)} />;
  return (
    <Call
      key={call.count}
      begun={call.begun}
      onSaved={(saved, timeZone) => {
        setCleared(undefined);
        setDone({ saved, timeZone });
      }}
      onClear={(draft) => {
        if (isWorthKeeping(draft)) setCleared(draft);
        begin(EMPTY_DRAFT);
      }}
      onBringBack={cleared && (() => begin(cleared))}
    />
  );
}
