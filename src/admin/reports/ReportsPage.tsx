import { Page } from '@strapi/strapi/admin';
import { Flex, Typography } from '@strapi/design-system';
import { NavLink, Route, Routes } from 'react-router-dom';
import { styled } from 'styled-components';
import { useOfficeWords } from '../cases/useOfficeWords';
import { FiguresView } from './FiguresView';
import { Frame } from './look';
import { REPORTS_PERMISSIONS } from './permissions';
import { SummaryList } from './summaries/SummaryList';
import { SummaryPage } from './summaries/SummaryPage';

const Tab = styled(NavLink)`
  display: inline-flex;
  align-items: center;
  min-height: 4rem;
  padding: 0 1.6rem;
  border-bottom: 2px solid transparent;
  font-size: 1.4rem;
  font-weight: 600;
  text-decoration: none;
  color: ${({ theme }) => theme.colors.neutral700};
  &.active {
    color: ${({ theme }) => theme.colors.primary600};
    border-bottom-color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** `/admin/reports`: figures, and the summaries drawn up of them. An address opens for anybody who types it, so it is guarded here too. */
export default function ReportsPage() {
  return (
    <Page.Protect permissions={REPORTS_PERMISSIONS}>
      <Reports />
    </Page.Protect>
  );
}

function Reports() {
  const { say } = useOfficeWords('UTC');
  return (
    <Page.Main>
      <Page.Title>{say('reports.title')}</Page.Title>
      <Frame data-page="reports">
        <Typography variant="alpha" tag="h1">
          {say('reports.title')}
        </Typography>
        <Flex tag="nav" aria-label={say('reports.tabs')}>
          <Tab to="/reports" end>
            {say('reports.tab.figures')}
          </Tab>
          <Tab to="/reports/summaries">{say('reports.tab.summaries')}</Tab>
        </Flex>
        <Routes>
          <Route index element={<FiguresView />} />
          <Route path="summaries" element={<SummaryList />} />
          <Route path="summaries/:id" element={<SummaryPage />} />
          <Route path="*" element={<Page.NoData />} />
        </Routes>
      </Frame>
    </Page.Main>
  );
}
