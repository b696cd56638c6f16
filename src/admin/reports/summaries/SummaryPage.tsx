import * as React from 'react';
import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink, useParams } from 'react-router-dom';
import { ActionDialog } from '../../cases/actions/ActionDialog';
import { type ActionView } from '../../cases/http/contract';
import { type KnownCase } from '../../cases/http/office';
import { type Reload, WithCase } from '../../cases/panels/WithCase';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { WidgetBody } from '../../home/WidgetBody';
import { ExportButtons } from '../export/ExportButtons';
import { type ShownReport } from '../http/contract';
import { useGetSummaryReportQuery } from '../http/reports';
import { Card, Grid, Switch } from '../look';
import { SectionTable } from '../tables/SectionTable';

/** One summary: what it says, and what this user can do with it. */
export function SummaryPage() {
  const { id = '' } = useParams();
  const { locale } = useIntl();
  const { say } = useOfficeWords('UTC');
  const asked = useGetSummaryReportQuery({ id, locale }, { refetchOnMountOrArgChange: true });
  return (
    <>
      <Box>
        <Link tag={NavLink} to="/reports/summaries" startIcon={<ArrowLeft aria-hidden />}>
          {say('reports.summaries.back')}
        </Link>
      </Box>
      <WithCase type="summary" documentId={id}>
        {(known, reload) => <SummaryActions known={known} reload={reload} />}
      </WithCase>
      <WidgetBody asked={asked}>{(shown) => <SummaryText id={id} shown={shown} />}</WidgetBody>
    </>
  );
}

function SummaryText({ id, shown: { report, mayExport } }: { id: string; shown: ShownReport }) {
  const name = report.title;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} data-summary={id}>
      <Box>
        <Typography variant="beta" tag="h2">
          {report.title}
        </Typography>
        <Typography textColor="neutral700" tag="p">
          {report.lines.join(' · ')}
        </Typography>
      </Box>
      {mayExport && (
        <ExportButtons
          path={(kind) => `/office/reports/summaries/${encodeURIComponent(id)}/file.${kind}`}
          name={name}
        />
      )}
      {report.remarks.map(({ title, text }) => (
        <Card key={title}>
          <Typography variant="delta" tag="h2">
            {title}
          </Typography>
          <Typography tag="p" style={{ whiteSpace: 'pre-wrap' }}>
            {text}
          </Typography>
        </Card>
      ))}
      <Grid>
        {report.sections.map((section) => (
          <SectionTable key={section.key} section={section} />
        ))}
      </Grid>
    </Flex>
  );
}

/** A button for each action open to this user, its form in a dialogue. */
function SummaryActions({ known, reload }: { known: KnownCase; reload: Reload }) {
  const { say } = useOfficeWords(known.timeZone);
  const [opened, setOpened] = React.useState<{ action: ActionView; known: KnownCase }>();
  if (known.actions.length === 0) return null;
  const again = async (name: string) => {
    const latest = await reload();
    const action = latest?.actions.find((one) => one.name === name);
    setOpened(latest && action && { action, known: latest });
  };
  return (
    <>
      <Switch role="group" aria-label={say('reports.summaries.actions')}>
        {known.actions.map((action) => (
          <Button
            key={action.name}
            variant={action.name === 'edit' ? 'tertiary' : 'secondary'}
            onClick={() => setOpened({ action, known })}
            data-action={action.name}
          >
            {action.label}
          </Button>
        ))}
      </Switch>
      {opened && (
        <ActionDialog
          type="summary"
          known={opened.known}
          action={opened.action}
          onClose={() => setOpened(undefined)}
          onReload={() => void again(opened.action.name)}
        />
      )}
    </>
  );
}
