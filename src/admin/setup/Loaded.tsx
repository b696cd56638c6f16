import * as React from 'react';
import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { problemOf } from '../cases/http/problem';
import { useOfficeWords } from '../cases/useOfficeWords';

interface LoadedProps<Answer> {
  asked: { data?: Answer; error?: unknown; isFetching: boolean; refetch: () => unknown };
  children: (answer: Answer) => React.ReactNode;
}

/** What was read, or that it is being read, or why it was not. */
export function Loaded<Answer>({ asked, children }: LoadedProps<Answer>) {
  const { say } = useOfficeWords('UTC');
  const { data, error, isFetching, refetch } = asked;
  if (data !== undefined) return <>{children(data)}</>;
  if (error === undefined || isFetching) return <Loader>{say('panel.loading')}</Loader>;
  return (
    <Flex direction="column" alignItems="flex-start" gap={2} role="alert">
      <Typography textColor="danger700">{problemOf(error).message || say('panel.failed')}</Typography>
      <Button variant="tertiary" onClick={() => void refetch()}>
        {say('panel.retry')}
      </Button>
    </Flex>
  );
}
