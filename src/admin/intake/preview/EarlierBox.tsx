import { Box, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type Earlier } from '../http/contract';

/** The request that this one seems to repeat, or whose work it does again [B-09]. */
export function EarlierBox({ earlier, timeZone }: { earlier: Earlier; timeZone: string }) {
  const { say, moment } = useOfficeWords(timeZone);
  return (
    <Box
      role="status"
      padding={3}
      hasRadius
      background="warning100"
      borderColor="warning200"
      data-earlier={earlier.number}
    >
      <Typography fontWeight="bold" textColor="warning700" tag="p">
        {say(earlier.rework ? 'intake.earlier.rework' : 'intake.earlier.repeat', {
          number: earlier.number,
          times: earlier.count + 1,
        })}
      </Typography>
      <Typography tag="p">{`${moment(earlier.receivedAt)} · ${earlier.stageLabel} · ${earlier.matter}`}</Typography>
      <Typography variant="pi" textColor="neutral700" tag="p">
        {[
          earlier.repeat && say('intake.earlier.priority', { priority: earlier.priorityLabel }),
          earlier.worker && say('intake.earlier.worker', { name: earlier.worker }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </Box>
  );
}
