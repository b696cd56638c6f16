import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { TONES } from '../../cases/clocks/ClockCard';
import { clockFace } from '../../cases/clocks/clockFace';
import { editPathOf } from '../../cases/http/caseType';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type RunningClock, type WorkLine } from '../http/contract';

/** The whole row is the link's, so that a thumb finds it. */
const Row = styled(Box)`
  position: relative;
  min-height: 4.4rem;
  a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
`;

/** A summary is read, and acted on, where its figures are. */
const pathOf = ({ type, documentId }: WorkLine): string =>
  type === 'summary' ? `/reports/summaries/${documentId}` : editPathOf(type, documentId);

interface WorkRowProps {
  line: WorkLine;
  /** The server's time, epoch milliseconds. */
  now: number;
  timeZone: string;
}

/** One case that waits: why, which one, what about, how it stands and how long is left. */
export function WorkRow({ line, now, timeZone }: WorkRowProps) {
  const { say } = useOfficeWords(timeZone, now);
  const about = [line.place, line.matter].filter(Boolean).join(' · ');
  return (
    <Row
      tag="li"
      paddingTop={3}
      paddingBottom={3}
      borderColor="neutral150"
      borderWidth="0 0 1px"
      borderStyle="solid"
    >
      <Flex gap={2} wrap="wrap" alignItems="center">
        <Badge variant="neutral" size="S">
          {say(`home.reason.${line.reason}`)}
        </Badge>
        <Link tag={NavLink} to={pathOf(line)}>
          {line.number}
        </Link>
        <Typography variant="pi" textColor="neutral600">
          {line.stageLabel}
        </Typography>
        {line.clock && <TimeLeft clock={line.clock} now={now} timeZone={timeZone} />}
      </Flex>
      {about && (
        <Box paddingTop={1}>
          <Typography variant="omega" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {about}
          </Typography>
        </Box>
      )}
    </Row>
  );
}

/** Which promise falls due next, counting. */
function TimeLeft({ clock, now, timeZone }: { clock: RunningClock; now: number; timeZone: string }) {
  const { say, moment, length } = useOfficeWords(timeZone, now);
  const { mood, count } = clockFace(
    { ...clock, state: clock.pausedAt ? 'paused' : 'running', verdict: null },
    now,
  );
  return (
    <Typography
      variant="pi"
      fontWeight="semiBold"
      textColor={`${TONES[mood]}700`}
      marginLeft="auto"
      role="timer"
      title={say('clock.due', { moment: moment(clock.dueAt) })}
      style={{ fontVariantNumeric: 'tabular-nums' }}
      data-mood={mood}
    >
      {clock.label} ·{' '}
      {count
        ? say(`clock.count.${count.what}`, { length: length(count.milliseconds) })
        : say(`clock.${mood}`)}
    </Typography>
  );
}
