import * as React from 'react';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { File } from '@strapi/icons';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { DispatchLine } from '../preview/DispatchLine';
import { EarlierBox } from '../preview/EarlierBox';
import { EmergencyBox } from '../preview/EmergencyBox';
import { PromiseList } from '../preview/PromiseList';
import { type Registered } from '../http/contract';
import { usePrintSlip } from './usePrintSlip';

interface SavedCallProps {
  saved: Registered;
  timeZone: string;
  onNext: () => void;
}

/** The number and the promise, large enough to be read out; then the slip, or the next call. */
export function SavedCall({ saved, timeZone, onNext }: SavedCallProps) {
  const { say, moment } = useOfficeWords(timeZone);
  const { print, printing } = usePrintSlip(saved.documentId);
  const next = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => next.current?.focus(), []);
  const told = saved.promises.find(({ toCaller }) => toCaller);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') onNext();
    else if (event.key.toLowerCase() === 'p' && !event.ctrlKey && !event.metaKey) void print();
    else return;
    event.preventDefault();
  };

  return (
    <Box
      padding={8}
      hasRadius
      background="neutral0"
      shadow="tableShadow"
      maxWidth="76rem"
      onKeyDown={onKeyDown}
      data-desk="saved"
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <div role="status">
          <Flex gap={2} alignItems="center" wrap="wrap">
            <Typography variant="sigma" textColor="neutral600">
              {say('intake.saved')}
            </Typography>
            <Badge>{saved.kindLabel}</Badge>
            <Badge variant="primary">{saved.stageLabel}</Badge>
          </Flex>
          <Typography
            tag="p"
            fontWeight="bold"
            style={{
              fontSize: 'clamp(2.6rem, 6vw, 4.4rem)',
              lineHeight: 1.25,
              fontVariantNumeric: 'tabular-nums',
            }}
            data-number
          >
            {saved.number}
          </Typography>
          {told && (
            <Typography tag="p" textColor="primary700" style={{ fontSize: '2.2rem', lineHeight: 1.35 }}>
              {say('intake.saved.promise', { what: told.label, moment: moment(told.dueAt) })}
            </Typography>
          )}
        </div>
        <EmergencyBox emergency={saved.emergency} />
        {saved.earlier && <EarlierBox earlier={saved.earlier} timeZone={timeZone} />}
        <PromiseList promises={saved.promises} timeZone={timeZone} />
        <DispatchLine sent={saved.dispatch} accountable={saved.accountable} />
        <Flex gap={2} wrap="wrap">
          <Button ref={next} type="button" size="L" onClick={onNext} data-next>
            {say('intake.next')}
          </Button>
          <Button
            type="button"
            size="L"
            variant="secondary"
            startIcon={<File aria-hidden />}
            loading={printing}
            onClick={() => void print()}
            data-print
          >
            {say('intake.print')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}
