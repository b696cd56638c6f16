import * as React from 'react';
import { Flex, TextButton, Typography } from '@strapi/design-system';
import { type ActivityView } from '../http/contract';
import { useOfficeWords } from '../useOfficeWords';
import { TimelineEntry } from './TimelineEntry';

const AT_FIRST = 8;

/** The activities of a case, newest first; the older ones on request. */
export function Timeline({
  activities,
  timeZone,
}: {
  activities: readonly ActivityView[];
  timeZone: string;
}) {
  const { say } = useOfficeWords(timeZone);
  const [all, setAll] = React.useState(false);
  const newestFirst = [...activities].sort((a, b) => b.seq - a.seq);
  const shown = all ? newestFirst : newestFirst.slice(0, AT_FIRST);
  const hidden = newestFirst.length - shown.length;

  if (activities.length === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {say('timeline.none')}
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" data-panel="timeline">
      <Flex tag="ol" reversed direction="column" alignItems="stretch" gap={3}>
        {shown.map((activity) => (
          <TimelineEntry key={activity.seq} activity={activity} timeZone={timeZone} />
        ))}
      </Flex>
      {hidden > 0 && (
        <TextButton onClick={() => setAll(true)}>{say('timeline.more', { count: hidden })}</TextButton>
      )}
    </Flex>
  );
}
