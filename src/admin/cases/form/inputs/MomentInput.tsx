import * as React from 'react';
import { Box, Button, Field as Labelled, Flex } from '@strapi/design-system';
import { wallTime } from '../../time';
import { useOfficeWords } from '../../useOfficeWords';
import { type FieldInputProps } from '../FieldInput';

/** A moment on the wall of the office, to the minute; one press fills in the present one. */
export function MomentInput({ field, value, onChange, timeZone, disabled }: FieldInputProps) {
  const { say } = useOfficeWords(timeZone);
  return (
    <Flex gap={2} alignItems="stretch">
      <Box flex="1" minWidth={0}>
        <Labelled.Input
          type="datetime-local"
          name={field.name}
          value={typeof value === 'string' ? value : ''}
          required={field.required}
          disabled={disabled}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
        />
      </Box>
      <Button
        type="button"
        variant="tertiary"
        size="L"
        disabled={disabled}
        style={{ flexShrink: 0, whiteSpace: 'nowrap' }}
        onClick={() => onChange(wallTime(Date.now(), timeZone))}
      >
        {say('form.now')}
      </Button>
    </Flex>
  );
}
