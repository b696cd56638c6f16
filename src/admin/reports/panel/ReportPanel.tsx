import { type PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { caseTypeOf } from '../../cases/http/caseType';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { BigNumber } from '../../home/BigNumber';
import { percent } from '../../home/numbers';
import { WidgetBody } from '../../home/WidgetBody';
import { type ReportCell } from '../http/contract';
import { useGetSummaryReportQuery } from '../http/reports';

/** What a summary says, beside its form: the first figures, and the way to all of them. */
export const ReportPanel: PanelComponent = ({ model, documentId }) => {
  const { formatMessage } = useIntl();
  if (caseTypeOf(model) !== 'summary' || !documentId) return null;
  return {
    title: formatMessage({ id: 'guanjia.reports.panel.title', defaultMessage: 'What it says' }),
    content: <FirstFigures id={documentId} />,
  };
};

function FirstFigures({ id }: { id: string }) {
  const { locale } = useIntl();
  const { say } = useOfficeWords('UTC');
  const asked = useGetSummaryReportQuery({ id, locale });
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%" data-panel="report">
      <Link tag={NavLink} to={`/reports/summaries/${id}`}>
        {say('reports.summaries.open')}
      </Link>
      <WidgetBody asked={asked}>
        {({ report }) => (
          <Flex gap={6} wrap="wrap">
            {report.sections[0]?.rows.map(({ name, cells }) => (
              <BigNumber key={name} label={name}>
                <Typography variant="beta">{firstOf(cells)}</Typography>
              </BigNumber>
            ))}
          </Flex>
        )}
      </WidgetBody>
    </Flex>
  );
}

/** The share where there is one, else the count. */
function firstOf(cells: readonly ReportCell[]): string {
  const share = cells.find((cell) => cell.kind === 'share');
  if (share?.kind === 'share') return percent(share.value);
  const [count] = cells;
  return count?.kind === 'count' ? String(count.value) : '—';
}
