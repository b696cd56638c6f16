import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CallState } from '../useCall';
import { Card } from '../Card';
import { RequestList } from './RequestList';

/** Who they are, and what they have asked for lately. */
export function AboutCaller({ call }: { call: CallState }) {
  const { say } = useOfficeWords(call.timeZone);
  const { about, draft, choose, timeZone } = call;
  if (!draft.caller || !about) return null;
  const { unit, person, requests } = about;
  return (
    <>
      <Card title={say('intake.about')} name="about">
        {unit && (
          <Typography tag="p">
            {[unit.label, unit.use, unit.area === null ? null : `${unit.area} m²`]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        )}
        {unit && (unit.steward || unit.warrantyUntil) && (
          <Typography variant="pi" textColor="neutral600" tag="p">
            {[
              unit.steward && say('intake.about.steward', { name: unit.steward }),
              unit.warrantyUntil && say('intake.about.warranty', { day: unit.warrantyUntil }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        )}
        {unit && unit.people.length > 0 && (
          <Flex
            tag="ul"
            direction="column"
            alignItems="stretch"
            gap={1}
            aria-label={say('intake.about.people')}
          >
            {unit.people.map((one) => {
              const chosen = one.documentId === draft.caller?.person?.documentId;
              return (
                <Flex key={one.documentId} tag="li" justifyContent="space-between" gap={2}>
                  <Typography fontWeight={chosen ? 'bold' : undefined}>
                    {[one.name, one.capacity, one.phone].filter(Boolean).join(' · ')}
                  </Typography>
                  {!chosen && (
                    <Button
                      type="button"
                      size="S"
                      variant="ghost"
                      onClick={() => choose({ unit: draft.caller?.unit ?? null, person: one })}
                    >
                      {say('intake.about.callsNow')}
                    </Button>
                  )}
                </Flex>
              );
            })}
          </Flex>
        )}
        {person && person.homes.length > 1 && (
          <Box tag="ul" aria-label={say('intake.about.homes')}>
            {person.homes.map((home) => (
              <Flex key={home.documentId} tag="li" justifyContent="space-between" gap={2}>
                <Typography variant="pi">{`${home.label} · ${home.capacity}`}</Typography>
                {home.documentId !== draft.caller?.unit?.documentId && (
                  <Button
                    type="button"
                    size="S"
                    variant="ghost"
                    onClick={() => choose({ unit: home, person })}
                  >
                    {say('intake.about.thisHome')}
                  </Button>
                )}
              </Flex>
            ))}
          </Box>
        )}
      </Card>
      <Card title={say('intake.requests')} name="requests">
        <RequestList requests={requests} timeZone={timeZone} />
      </Card>
    </>
  );
}
