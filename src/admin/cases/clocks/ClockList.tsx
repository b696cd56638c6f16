import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { type KnownCase } from '../http/office';
import { useOfficeWords } from '../useOfficeWords';
import { ClockCard } from './ClockCard';
import { inOrder, nextDue } from './clockFace';
import { useNow } from './useNow';

/** The office gives its verdict moments after a clock falls due; it is asked again then. */
const VERDICT_DELAY_MS = 2500;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The promises of a case, counting; asks for fresh ones when the next falls due. */
export function ClockList({ known, onDue }: { known: KnownCase; onDue: () => Promise<unknown> }) {
  const { say } = useOfficeWords(known.timeZone);
  const ticking = known.clocks.some((clock) => clock.state !== 'stopped');
  const now = useNow(known.clockOffset, ticking);

  React.useEffect(() => {
    const serverNow = Date.now() + known.clockOffset;
    const due = nextDue(known.clocks, serverNow);
    if (due === undefined || due - serverNow > LONGEST_TIMER_MS) return undefined;
    const timer = window.setTimeout(() => void onDue(), due - serverNow + VERDICT_DELAY_MS);
    return () => window.clearTimeout(timer);
  }, [known, onDue]);

  if (known.clocks.length === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {say('clocks.none')}
      </Typography>
    );
  }
  return (
    <Flex
      tag="ul"
      direction="column"
      alignItems="stretch"
      gap={2}
      width="100%"
      aria-label={say('clocks.title')}
    >
      {inOrder(known.clocks).map((clock) => (
        <ClockCard
          key={clock.documentId}
          clock={clock}
          now={now}
          timeZone={known.timeZone}
          currentCycle={known.cycle}
        />
      ))}
    </Flex>
  );
}
