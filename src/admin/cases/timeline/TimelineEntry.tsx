import { Box, Flex, Typography } from '@strapi/design-system';
import { type ActivityView } from '../http/contract';
import { useOfficeWords } from '../useOfficeWords';
import { changeLine } from './changeText';

/** A declared moment this close to the recording is the same moment to a reader. */
const SAME_MOMENT_MS = 60_000;

/** Who acts where nobody does. */
const WITHOUT_PEOPLE = new Set(['timer', 'system']);

/** One line of the record: what was done, by whom, when, and what it changed. */
export function TimelineEntry({ activity, timeZone }: { activity: ActivityView; timeZone: string }) {
  const words = useOfficeWords(timeZone);
  const { say, moment } = words;
  const { occurredAt, recordedAt } = activity;
  const typedLater =
    occurredAt && Math.abs(Date.parse(recordedAt) - Date.parse(occurredAt)) > SAME_MOMENT_MS
      ? occurredAt
      : null;
  const moved = activity.toStageLabel && activity.toStage !== activity.fromStage;
  const byPeople = activity.actorName && !WITHOUT_PEOPLE.has(activity.actorKind ?? '');
  const byHand = activity.via === 'panel' || activity.via === 'form';

  return (
    <Box tag="li" paddingLeft={3} style={{ borderLeft: '2px solid currentColor' }} color="neutral200">
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography variant="omega" fontWeight="semiBold" textColor="neutral800">
          {activity.label}
        </Typography>
        {moved && (
          <Typography variant="pi" textColor="primary700">
            {activity.fromStageLabel ? `${activity.fromStageLabel} → ` : ''}
            {activity.toStageLabel}
          </Typography>
        )}
        <Typography variant="pi" textColor="neutral600">
          <time dateTime={recordedAt}>{moment(recordedAt)}</time>
          {` · ${byPeople ? activity.actorName : say('timeline.office')}`}
          {!byHand && ` · ${say(`via.${activity.via}`)}`}
        </Typography>
        {typedLater && (
          <Typography variant="pi" textColor="neutral600">
            {say('timeline.occurred', { moment: moment(typedLater) })}
          </Typography>
        )}
        {activity.note && (
          <Typography variant="pi" textColor="neutral800" style={{ whiteSpace: 'pre-wrap' }}>
            {activity.note}
          </Typography>
        )}
        {(activity.changes ?? []).map((change) => (
          <Typography
            key={change.field}
            variant="pi"
            textColor="neutral700"
            style={{ overflowWrap: 'anywhere' }}
          >
            {changeLine(change, words)}
          </Typography>
        ))}
      </Flex>
    </Box>
  );
}
