import * as React from 'react';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type Hit } from '../http/contract';

interface HitLineProps {
  id: string;
  hit: Hit;
  selected: boolean;
  onPick: () => void;
}

/** One of those found: the home with who lives there, or the person with his home. */
export function HitLine({ id, hit, selected, onPick }: HitLineProps) {
  const { say } = useOfficeWords('UTC');
  const { unit, person, residents, by } = hit;
  const line = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (selected) void line.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <Box
      ref={line}
      id={id}
      role="option"
      aria-selected={selected}
      padding={2}
      hasRadius
      cursor="pointer"
      background={selected ? 'primary100' : 'neutral0'}
      // The box keeps the focus; the click would take it away before it counts.
      onMouseDown={(event: React.MouseEvent) => {
        event.preventDefault();
        onPick();
      }}
    >
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography fontWeight="semiBold" textColor={selected ? 'primary700' : 'neutral800'}>
          {person ? person.name : unit?.label}
        </Typography>
        <Badge size="S">{say(`intake.by.${by}`)}</Badge>
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {person
          ? [unit?.label ?? say('intake.caller.homeless'), person.capacity, person.phone]
              .filter(Boolean)
              .join(' · ')
          : residents.join(say('intake.and')) || say('intake.caller.empty')}
      </Typography>
    </Box>
  );
}
