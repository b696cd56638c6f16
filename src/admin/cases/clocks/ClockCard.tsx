import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { type ClockView } from '../http/contract';
import { type KnownCase } from '../http/office';
import { useOfficeWords } from '../useOfficeWords';
import { clockFace, type ClockMood } from './clockFace';

export type Tone = 'success' | 'warning' | 'danger' | 'neutral' | 'secondary';

/** The colour that a clock's mood is shown in. */
export const TONES: Record<ClockMood, Tone> = {
  running: 'success',
  soon: 'warning',
  overdue: 'danger',
  paused: 'secondary',
  kept: 'success',
  broken: 'danger',
  released: 'neutral',
  stopped: 'neutral',
};

interface ClockCardProps {
  clock: ClockView;
  /** The server's time, epoch milliseconds. */
  now: number;
  timeZone: string;
  /** The case that is open: a clock of another one, or of an earlier round, says so. */
  known: Pick<KnownCase, 'number' | 'cycle'>;
}

/** One promise: what it is, how it stands, how long is left, and how its due moment came about. */
export function ClockCard({ clock, now, timeZone, known }: ClockCardProps) {
  const { say, moment, length, value } = useOfficeWords(timeZone, now);
  const { mood, count } = clockFace(clock, now);
  const tone = TONES[mood];
  const alive = clock.state !== 'stopped';
  const ofOther = Boolean(clock.caseNumber) && clock.caseNumber !== known.number;

  return (
    <Box
      tag="li"
      width="100%"
      padding={3}
      hasRadius
      borderColor={`${tone}200`}
      background={alive ? `${tone}100` : 'neutral0'}
      data-clock={clock.name}
      data-mood={mood}
    >
      <Flex justifyContent="space-between" alignItems="center" gap={2} wrap="wrap">
        <Typography variant="omega" fontWeight="semiBold" tag="h3">
          {clock.label}
          {ofOther && ` · ${clock.caseNumber}`}
          {!ofOther && clock.cycle !== known.cycle && ` · ${say('cycle', { cycle: clock.cycle })}`}
        </Typography>
        <Badge variant={tone} size="S">
          {say(`clock.${mood}`)}
        </Badge>
      </Flex>

      {count && (
        <Box paddingTop={1}>
          <Typography
            variant="beta"
            textColor={`${tone}700`}
            role="timer"
            style={{ fontVariantNumeric: 'tabular-nums' }}
          >
            {say(`clock.count.${count.what}`, { length: length(count.milliseconds) })}
          </Typography>
        </Box>
      )}

      <Flex direction="column" alignItems="flex-start" gap={1} paddingTop={1}>
        {clock.state === 'paused' && clock.pauseReason && (
          <Typography variant="pi" textColor="neutral800">
            {say('clock.pauseReason', { reason: value(clock.pauseReason) })}
          </Typography>
        )}
        {clock.dueAt && alive && !clock.brokenAt && (
          <Typography variant="pi" textColor="neutral800">
            {say(clock.state === 'paused' ? 'clock.dueBefore' : 'clock.due', { moment: moment(clock.dueAt) })}
          </Typography>
        )}
        {clock.stoppedAt && (
          <Typography variant="pi" textColor="neutral800">
            {say('clock.stoppedAt', { moment: moment(clock.stoppedAt) })}
          </Typography>
        )}
        {clock.brokenAt && (
          <Typography variant="pi" textColor="danger700">
            {say('clock.brokenAt', { moment: moment(clock.brokenAt) })}
          </Typography>
        )}
        <Typography variant="pi" textColor="neutral600">
          {clock.explanation}
          {clock.rule &&
            !clock.explanation.includes(clock.rule) &&
            say('clock.ruleNote', { rule: clock.rule })}
        </Typography>
      </Flex>
    </Box>
  );
}
