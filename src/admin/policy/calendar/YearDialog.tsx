import * as React from 'react';
import { Box, Button, Flex, IconButton, Modal, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { useGetStatutoryDaysQuery } from '../http/checks';
import { DayEditor } from './DayEditor';
import { LOOKS } from './looks';
import { MonthGrid } from './MonthGrid';
import { useCalendarForm } from './useCalendarForm';
import { useWalk } from './useWalk';
import { countDays, dayReader } from './year';

/** A year of a work calendar: click a day, or walk to it by the arrow keys, and say what it is. */
export function YearDialog({ isNew, onClose }: { isNew: boolean; onClose: () => void }) {
  const { say, locale } = useOfficeWords('UTC');
  const { calendar, editable, change } = useCalendarForm(isNew);
  const { date, go, year, body, onKeyDown } = useWalk(new Date().toISOString().slice(0, 10));
  const { data: statutory = [], isSuccess } = useGetStatutoryDaysQuery({ year, locale });
  const read = React.useMemo(() => dayReader(calendar, statutory), [calendar, statutory]);
  const count = countDays(year, read);
  const unpublished = isSuccess && calendar.statutory === 'cn' && statutory.length === 0;
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined} data-dialog="year" style={{ maxWidth: '110rem' }}>
        <Modal.Header closeLabel={say('form.close')}>
          <Modal.Title>{say('year.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Flex gap={2} wrap="wrap">
              <IconButton label={say('year.before')} onClick={() => go(`${year - 1}-01-01`)}>
                <ChevronLeft />
              </IconButton>
              <Typography variant="beta" tag="h2" data-year={year}>
                {year}
              </Typography>
              <IconButton label={say('year.after')} onClick={() => go(`${year + 1}-01-01`)}>
                <ChevronRight />
              </IconButton>
              <Typography textColor="neutral600" aria-live="polite">
                {say('year.count', { year: String(year), open: count.open, closed: count.closed })}
              </Typography>
            </Flex>
            <Legend />
            {unpublished && (
              <Typography variant="pi" textColor="warning700">
                {say('year.unpublished', { year: String(year) })}
              </Typography>
            )}
            {calendar.roundTheClock && <Typography variant="pi">{say('year.always')}</Typography>}
            <div
              ref={body}
              onKeyDown={onKeyDown}
              style={{
                display: 'grid',
                gap: '1.6rem',
                gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 24rem), 1fr))',
              }}
            >
              {Array.from({ length: 12 }, (_, month) => (
                <MonthGrid
                  key={month}
                  year={year}
                  month={month + 1}
                  read={read}
                  chosen={date}
                  onChoose={(day) => go(day)}
                />
              ))}
            </div>
          </Flex>
        </Modal.Body>
        <Box paddingLeft={6} paddingRight={6} paddingTop={4} paddingBottom={4} background="neutral100">
          <DayEditor key={date} face={read(date)} editable={editable} onWish={(wish) => change(date, wish)} />
        </Box>
        <Modal.Footer>
          <Typography variant="pi" textColor="neutral600">
            {say(editable ? 'year.save' : 'year.readOnly')}
          </Typography>
          <Button type="button" onClick={onClose}>
            {say('year.done')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

function Legend() {
  const { say } = useOfficeWords('UTC');
  return (
    <Flex gap={3} wrap="wrap" tag="ul" aria-label={say('year.legend')}>
      {Object.entries(LOOKS).map(([look, { background, colour, mark }]) => (
        <Flex key={look} tag="li" gap={1}>
          <Box
            background={background}
            borderColor="neutral200"
            hasRadius
            paddingLeft={1}
            paddingRight={1}
            minWidth="2.4rem"
          >
            <Typography variant="pi" textColor={colour}>
              {mark ? say(`year.mark.${mark}`) : '1'}
            </Typography>
          </Box>
          <Typography variant="pi" textColor="neutral700">
            {say(`year.look.${look}`)}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
}
