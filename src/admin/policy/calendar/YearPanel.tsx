import * as React from 'react';
import { type PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { useGetStatutoryDaysQuery } from '../http/checks';
import { useCalendarForm } from './useCalendarForm';
import { countDays, dayReader } from './year';
import { YearDialog } from './YearDialog';

/** On the page of a work calendar: the days of this year, and the year to click on. */
export const YearPanel: PanelComponent = ({ model, documentId }) => {
  const { formatMessage } = useIntl();
  if (model !== 'api::work-calendar.work-calendar') return null;
  return {
    title: formatMessage({ id: 'guanjia.year.title', defaultMessage: 'The year' }),
    content: <Summary isNew={!documentId} />,
  };
};

function Summary({ isNew }: { isNew: boolean }) {
  const { say, locale } = useOfficeWords('UTC');
  const [open, setOpen] = React.useState(false);
  const year = new Date().getFullYear();
  const { data: statutory = [] } = useGetStatutoryDaysQuery({ year, locale });
  const { calendar } = useCalendarForm(isNew);
  const days = countDays(year, dayReader(calendar, statutory));
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%" data-panel="year">
      <Typography variant="pi" textColor="neutral600">
        {say('year.count', { year: String(year), open: days.open, closed: days.closed })}
      </Typography>
      <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
        {say('year.open')}
      </Button>
      {open && <YearDialog isNew={isNew} onClose={() => setOpen(false)} />}
    </Flex>
  );
}
