import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type Caller } from '../draft';

/** Who was chosen, with the way back to the search. */
export function ChosenCaller({ caller, onChange }: { caller: Caller; onChange: () => void }) {
  const { say } = useOfficeWords('UTC');
  const { unit, person } = caller;
  return (
    <Box padding={3} hasRadius background="primary100" borderColor="primary200" data-field="caller">
      <Flex justifyContent="space-between" alignItems="center" gap={3}>
        <div>
          <Typography variant="delta" tag="p">
            {person?.name ?? unit?.label}
          </Typography>
          <Typography variant="pi" textColor="neutral700">
            {person
              ? [unit?.label ?? say('intake.caller.homeless'), person.phone].filter(Boolean).join(' · ')
              : say('intake.caller.whoCalls')}
          </Typography>
        </div>
        <Button type="button" variant="tertiary" size="S" onClick={onChange}>
          {say('intake.caller.other')}
        </Button>
      </Flex>
    </Box>
  );
}
