import * as React from 'react';
import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { type CaseType } from '../http/contract';
import { type KnownCase, useGetCaseQuery } from '../http/office';
import { problemOf } from '../http/problem';
import { useOfficeWords } from '../useOfficeWords';
import { useReloadOnReturn } from '../useReloadOnReturn';

export type Reload = () => Promise<KnownCase | undefined>;

interface WithCaseProps {
  type: CaseType;
  documentId: string;
  /** Only one of the panels speaks about loading and failing; the others stay empty meanwhile. */
  quiet?: boolean;
  /** `reload` reads the case again and gives what it read; undefined when that failed. */
  children: (known: KnownCase, reload: Reload) => React.ReactNode;
}

/** Reads a case for a panel (all panels share one request) and shows that it is loading, or why it failed. */
export function WithCase({ type, documentId, quiet = false, children }: WithCaseProps) {
  const { locale } = useIntl();
  const { say } = useOfficeWords('UTC');
  const { data, error, isFetching, refetch, fulfilledTimeStamp } = useGetCaseQuery({
    type,
    documentId,
    locale,
  });
  const reload = React.useCallback<Reload>(async () => (await refetch()).data, [refetch]);
  useReloadOnReturn(reload, fulfilledTimeStamp);

  if (data) return <>{children(data, reload)}</>;
  if (quiet) return <Typography textColor="neutral600">…</Typography>;
  if (error && !isFetching) {
    return (
      <Flex direction="column" alignItems="flex-start" gap={2} role="alert">
        <Typography variant="pi" textColor="danger700">
          {problemOf(error).message || say('panel.failed')}
        </Typography>
        <Button variant="tertiary" size="S" onClick={() => void reload()}>
          {say('panel.retry')}
        </Button>
      </Flex>
    );
  }
  return <Loader small>{say('panel.loading')}</Loader>;
}
