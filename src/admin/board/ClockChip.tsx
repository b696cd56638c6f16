import * as React from 'react';
import { styled } from 'styled-components';
import { useOfficeWords } from '../cases/useOfficeWords';
import { clockLine, type BoardMood, type ClockLine } from './clockLine';
import { type BoardClock } from './http/contract';
import { serverNow, whileSeen } from './live/tick';

const TONES: Record<BoardMood, 'success' | 'warning' | 'danger' | 'secondary'> = {
  running: 'success',
  soon: 'warning',
  overdue: 'danger',
  paused: 'secondary',
};

interface ClockChipProps {
  clock: BoardClock;
  timeZone: string;
}

type Tone = (typeof TONES)[BoardMood];

const Chip = styled.span<{ $tone: Tone }>`
  display: inline-block;
  padding: 0.2rem 0.8rem;
  border-radius: 4px;
  border: 1px solid ${({ theme, $tone }) => theme.colors[`${$tone}200`]};
  background: ${({ theme, $tone }) => theme.colors[`${$tone}100`]};
  /* The theme's own warning colour is too pale to be read on its ground. */
  color: ${({ theme, $tone }) => theme.colors[$tone === 'warning' ? 'neutral800' : (`${$tone}700` as const)]};
  font-size: 1.2rem;
  line-height: 1.5;
  font-variant-numeric: tabular-nums;
  font-weight: 600;
  white-space: nowrap;
`;

/** One promise of a card, counting: by colour and in words. It is drawn anew only when what it says has changed. */
export const ClockChip = React.memo(function ClockChip({ clock, timeZone }: ClockChipProps) {
  const { say, moment } = useOfficeWords(timeZone);
  const chip = React.useRef<HTMLSpanElement>(null);
  const subscribe = React.useCallback((show: () => void) => whileSeen(chip.current, show), []);
  const said = React.useSyncExternalStore(subscribe, () => JSON.stringify(clockLine(clock, serverNow())));
  const { mood, length } = JSON.parse(said) as ClockLine;
  const { unit, ...parts } = length;
  return (
    <Chip
      ref={chip}
      $tone={TONES[mood]}
      data-mood={mood}
      title={say('clock.due', { moment: moment(clock.dueAt) })}
    >
      {say(`board.clock.${mood}`, { label: clock.label, length: say(`board.length.${unit}`, parts) })}
    </Chip>
  );
});
