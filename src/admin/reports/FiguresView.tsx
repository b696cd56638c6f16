import * as React from 'react';
import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router-dom';
import { problemOf } from '../cases/http/problem';
import { useOfficeWords } from '../cases/useOfficeWords';
import { WidgetBody } from '../home/WidgetBody';
import { SectionChart } from './charts/SectionChart';
import { ExportButtons } from './export/ExportButtons';
import { FilterBar } from './filters/FilterBar';
import { filtersOf, rangeOf, reportQuery, scopeOf, withFilters } from './filters/filters';
import { dayOf } from './filters/period';
import { type ReportChoices, type ShownReport } from './http/contract';
import { useGetReportChoicesQuery, useGetReportQuery } from './http/reports';
import { Grid } from './look';
import { SectionTable } from './tables/SectionTable';
import { TrendBox } from './trend/TrendBox';

/** The office's figures [R-05][B-13][E-06]: what the address narrows them down to is kept in it. */
export function FiguresView() {
  const { locale } = useIntl();
  const asked = useGetReportChoicesQuery({ locale });
  return (
    <WidgetBody asked={asked}>
      {(choices) => (
        <Figures choices={choices} today={dayOf(Date.now() + choices.clockOffset, choices.timeZone)} />
      )}
    </WidgetBody>
  );
}

function Figures({ choices, today }: { choices: ReportChoices; today: string }) {
  const { locale } = useIntl();
  const { say } = useOfficeWords('UTC');
  const [search, setSearch] = useSearchParams();
  const filters = React.useMemo(() => filtersOf(search, today), [search, today]);
  const query = reportQuery(filters);
  const asked = useGetReportQuery({ query, locale });
  const range = React.useMemo(() => rangeOf(filters), [filters]);
  const change = (changes: Readonly<Record<string, string | undefined>>) =>
    setSearch(withFilters(search, changes), { replace: true });
  // What was read for other filters stands until the new is there, and says so.
  const refused = asked.isError && !asked.isFetching && asked.data !== undefined;
  return (
    <>
      <FilterBar filters={filters} choices={choices} onChange={change} />
      {refused && (
        <Typography textColor="danger700" tag="p" role="alert">
          {problemOf(asked.error).message || say('panel.failed')}
        </Typography>
      )}
      <Box
        aria-busy={asked.isFetching}
        style={{ opacity: (asked.isFetching && asked.data) || refused ? 0.6 : 1 }}
      >
        <WidgetBody asked={asked}>
          {(shown) => (
            <Tables shown={shown} query={query} range={range} name={`${filters.from}_${filters.to}`} />
          )}
        </WidgetBody>
      </Box>
      <TrendBox
        until={filters.to > today ? today : filters.to}
        step={search.get('step') === 'week' ? 'week' : 'month'}
        onStep={(step) => setSearch(withStep(search, step), { replace: true })}
        scope={scopeOf(filters)}
      />
    </>
  );
}

function withStep(search: URLSearchParams, step: string): URLSearchParams {
  const next = new URLSearchParams(search);
  next.set('step', step);
  return next;
}

interface TablesProps {
  shown: ShownReport;
  query: string;
  range: Readonly<Record<string, string>>;
  name: string;
}

function Tables({ shown: { report, mayExport }, query, range, name }: TablesProps) {
  const { say } = useOfficeWords('UTC');
  return (
    <>
      <Box>
        <Typography textColor="neutral700" tag="p" role="status">
          {report.lines.join(' · ')}
        </Typography>
      </Box>
      {mayExport && (
        <ExportButtons
          path={(kind) => `/office/reports.${kind}?${query}`}
          name={`${say('reports.title')}_${name}`}
        />
      )}
      <Grid>
        {report.sections.map((section) => (
          <SectionTable key={section.key} section={section} range={range}>
            <SectionChart section={section} />
          </SectionTable>
        ))}
      </Grid>
    </>
  );
}
