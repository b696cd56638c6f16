import { Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { StageBadge } from '../../cases/StageBadge';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { WidgetBody } from '../../home/WidgetBody';
import { useGetSummariesQuery } from '../http/reports';
import { Card, Table } from '../look';
import { Sideways } from '../tables/Sideways';

const HEADS = ['kind', 'period', 'number', 'stage'] as const;

/** The summaries that the office has drawn up, newest first [B-13][E-06][D-11]. */
export function SummaryList() {
  const { locale } = useIntl();
  const { say } = useOfficeWords('UTC');
  const asked = useGetSummariesQuery({ locale }, { refetchOnMountOrArgChange: true });
  return (
    <WidgetBody asked={asked}>
      {(summaries) =>
        summaries.length === 0 ? (
          <Typography textColor="neutral600">{say('reports.summaries.none')}</Typography>
        ) : (
          <Card>
            <Sideways aria-label={say('reports.tab.summaries')}>
              <Table aria-label={say('reports.tab.summaries')} data-list="summaries">
                <thead>
                  <tr>
                    {HEADS.map((head) => (
                      <th key={head} scope="col">
                        {say(`reports.summaries.${head}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {summaries.map(({ documentId, kindLabel, period, number, stageLabel }) => (
                    <tr key={documentId}>
                      <th scope="row">
                        <Link tag={NavLink} to={`/reports/summaries/${documentId}`}>
                          {kindLabel}
                        </Link>
                      </th>
                      <td>{period}</td>
                      <td>{number}</td>
                      <td>
                        <StageBadge label={stageLabel} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            </Sideways>
          </Card>
        )
      }
    </WidgetBody>
  );
}
