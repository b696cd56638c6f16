import * as React from 'react';
import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { lookOf } from './looks';
import { areHours, type DayFace, type DayWish } from './year';

interface DayEditorProps {
  face: DayFace;
  editable: boolean;
  onWish: (wish: DayWish) => void;
}

const KINDS = ['usual', 'off', 'work'] as const;

/** What a day is, and three ways to make it something else. */
export function DayEditor({ face, editable, onWish }: DayEditorProps) {
  const { say, locale } = useOfficeWords('UTC');
  const [hours, setHours] = React.useState(face.by === 'own' ? face.hours.join(',') : '');
  const [reason, setReason] = React.useState(face.by === 'own' ? (face.name ?? '') : '');
  const now: DayWish['kind'] = face.by !== 'own' ? 'usual' : face.open ? 'work' : 'off';
  const wrong = hours !== '' && !areHours(hours);
  const wish = (kind: DayWish['kind'], given: { hours?: string; reason?: string } = {}) => {
    const { hours: at = hours, reason: because = reason } = given;
    onWish({ kind, hours: areHours(at) ? at : null, reason: because.trim() || null });
  };
  const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'UTC',
    dateStyle: 'full',
  }).format(Date.parse(`${face.date}T12:00:00Z`));
  return (
    <Flex direction="column" alignItems="stretch" gap={2} data-day-editor={face.date}>
      <Typography tag="p" fontWeight="semiBold" aria-live="polite">
        {[day, say(`year.look.${lookOf(face)}`), face.name, face.hours.join(' ')].filter(Boolean).join(' · ')}
      </Typography>
      {editable && (
        <Flex gap={3} wrap="wrap" alignItems="flex-end">
          <Flex role="group" aria-label={say('year.make')} gap={1}>
            {KINDS.map((kind) => (
              <Button
                key={kind}
                type="button"
                size="S"
                variant={kind === now ? 'default' : 'tertiary'}
                aria-pressed={kind === now}
                onClick={() => wish(kind)}
                data-wish={kind}
              >
                {say(`year.make.${kind}`)}
              </Button>
            ))}
          </Flex>
          {now === 'work' && (
            <Field.Root
              name="hours"
              error={wrong ? say('year.hours.wrong') : undefined}
              style={{ flex: '1 1 18rem' }}
            >
              <Field.Label>{say('year.hours')}</Field.Label>
              <Field.Input
                name="hours"
                value={hours}
                placeholder="08:30-12:00,13:30-17:30"
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
                  const typed = event.target.value.trim();
                  setHours(typed);
                  if (typed === '' || areHours(typed)) wish('work', { hours: typed });
                }}
              />
              <Field.Error />
            </Field.Root>
          )}
          {now !== 'usual' && (
            <Field.Root name="reason" style={{ flex: '1 1 18rem' }}>
              <Field.Label>{say('year.reason')}</Field.Label>
              <Field.Input
                name="reason"
                value={reason}
                maxLength={255}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
                  setReason(event.target.value);
                  wish(now, { reason: event.target.value });
                }}
              />
            </Field.Root>
          )}
        </Flex>
      )}
    </Flex>
  );
}
