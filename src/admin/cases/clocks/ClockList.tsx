import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { type ClockView } from '../http/contract';
import { type KnownCase } from '../http/office';
import { useOfficeWords } from '../useOfficeWords';
import { ClockCard } from './ClockCard';
import { inOrder, nextDue } from './clockFace';
import { useNow } from './useNow';

/** The office gives its verdict moments after a clock falls due; it is asked again then. */
const VERDICT_DELAY_MS = 2500;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface ClockListProps {
  known: KnownCase;
  /** Reads the case again. */
  onDue: () => Promise<unknown>;
}

/** The promises of a case, counting; those that are over can be unfolded. */
export function ClockList({ known, onDue }: ClockListProps) {
  const { say } = useOfficeWords(known.timeZone);
  const clocks = inOrder(known.clocks);
  const open = clocks.filter((clock) => clock.state !== 'stopped');
  const over = clocks.filter((clock) => clock.state === 'stopped');
  const now = useNow(known.clockOffset, open.length > 0);
  useReadingWhenDue(known, onDue);

  const cards = (some: readonly ClockView[], label: string) => (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} width="100%" aria-label={label}>
      {some.map((clock) => (
        <ClockCard key={clock.documentId} clock={clock} now={now} timeZone={known.timeZone} known={known} />
      ))}
    </Flex>
  );

  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%" data-panel="clocks">
      {open.length > 0 && cards(open, say('panel.clocks'))}
      {open.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          {say('clocks.none')}
        </Typography>
      )}
      {over.length > 0 && (
        <details>
          <Box tag="summary" paddingBottom={2} style={{ cursor: 'pointer' }}>
            <Typography variant="pi" textColor="neutral700">
              {say('clocks.over', { count: over.length })}
            </Typography>
          </Box>
          {cards(over, say('clocks.over', { count: over.length }))}
        </details>
      )}
    </Flex>
  );
}

/** Reads the case again when the next of its clocks has fallen due. */
function useReadingWhenDue(known: KnownCase, read: () => Promise<unknown>): void {
  React.useEffect(() => {
    const serverNow = Date.now() + known.clockOffset;
    const due = nextDue(known.clocks, serverNow);
    if (due === undefined || due - serverNow > LONGEST_TIMER_MS) return undefined;
    const timer = window.setTimeout(() => void read(), due - serverNow + VERDICT_DELAY_MS);
    return () => window.clearTimeout(timer);
  }, [known, read]);
}
