import * as React from 'react';
import { styled } from 'styled-components';
import { useOfficeWords } from '../cases/useOfficeWords';
import { clockLine, type BoardMood, type ClockLine } from './clockLine';
import { type BoardClock } from './http/contract';
import { onTick, serverNow } from './live/tick';

const TONES: Record<BoardMood, 'success' | 'warning' | 'danger' | 'secondary'> = {
  running: 'success',
  soon: 'warning',
  overdue: 'danger',
  paused: 'secondary',
};

type Tone = (typeof TONES)[BoardMood];

const Chip = styled.span<{ $tone: Tone }>`
  display: inline-flex;
  gap: 0.6rem;
  align-items: baseline;
  padding: 0.2rem 0.8rem;
  border-radius: 4px;
  border: 1px solid ${({ theme, $tone }) => theme.colors[`${$tone}200`]};
  background: ${({ theme, $tone }) => theme.colors[`${$tone}100`]};
  color: ${({ theme, $tone }) => theme.colors[`${$tone}700`]};
  font-size: 1.2rem;
  line-height: 1.5;
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
`;

const Strong = styled.span`
  font-weight: 600;
`;

/** One promise of a card, counting: by colour and in words. It is drawn anew only when what it says has changed. */
export const ClockChip = React.memo(function ClockChip({
  clock,
  timeZone,
}: {
  clock: BoardClock;
  timeZone: string;
}) {
  const { say, moment } = useOfficeWords(timeZone);
  const said = React.useSyncExternalStore(onTick, () => JSON.stringify(clockLine(clock, serverNow())));
  const { mood, what, length } = JSON.parse(said) as ClockLine;
  const { unit, ...parts } = length;
  return (
    <Chip $tone={TONES[mood]} data-mood={mood} title={say('clock.due', { moment: moment(clock.dueAt) })}>
      <span>
        {clock.label} {say(`board.clock.${mood}`)}
      </span>
      <Strong>{say(`board.count.${what}.${unit}`, parts)}</Strong>
    </Chip>
  );
});
