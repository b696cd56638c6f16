import { Box, Flex, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type Promised } from '../http/contract';

interface PromiseListProps {
  promises: readonly Promised[];
  timeZone: string;
}

/** What is promised by when, and how that came about [C-09]. */
export function PromiseList({ promises, timeZone }: PromiseListProps) {
  const { say, moment } = useOfficeWords(timeZone);
  if (promises.length === 0)
    return <Typography textColor="neutral600">{say('intake.promises.none')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-label={say('intake.promises')}>
      {promises.map((one) => (
        <Box key={`${one.caseType}:${one.name}`} tag="li" data-promise={one.name}>
          <Flex justifyContent="space-between" gap={2} wrap="wrap">
            <Typography fontWeight="semiBold">{one.label}</Typography>
            <Typography fontWeight="semiBold" textColor="primary600">
              {say('intake.promises.by', { moment: moment(one.dueAt) })}
            </Typography>
          </Flex>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {one.explanation}
          </Typography>
        </Box>
      ))}
    </Flex>
  );
}
