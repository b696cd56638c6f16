import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { createGlobalStyle } from 'styled-components';
import { problemOf } from '../cases/http/problem';
import { useOfficeWords } from '../cases/useOfficeWords';
import { useReloadOnReturn } from '../cases/useReloadOnReturn';

/** Strapi gives every widget the same low window; ours take the height they need, up to most of a screen. */
const TallWidgets = createGlobalStyle`
  section[data-strapi-widget-id*='guanjia-'] {
    align-self: stretch;
  }

  section[data-strapi-widget-id*='guanjia-'] main {
    height: auto;
    min-height: 26.1rem;
    max-height: min(64rem, 75vh);
  }
`;

interface Asked<Data> {
  data?: Data;
  error?: unknown;
  isFetching: boolean;
  fulfilledTimeStamp?: number;
  refetch: () => unknown;
}

interface WidgetBodyProps<Data> {
  asked: Asked<Data>;
  children: (data: Data) => React.ReactNode;
}

/** What stands in a widget: what was read, or that it is being read, or why it was not. */
export function WidgetBody<Data>({ asked, children }: WidgetBodyProps<Data>) {
  const { data, error, isFetching, fulfilledTimeStamp, refetch } = asked;
  const { say } = useOfficeWords('UTC');
  const reload = React.useCallback(() => Promise.resolve(refetch()), [refetch]);
  useReloadOnReturn(reload, fulfilledTimeStamp);

  if (data !== undefined) {
    return (
      <>
        <TallWidgets />
        <Flex direction="column" alignItems="stretch" gap={4} width="100%">
          {children(data)}
        </Flex>
      </>
    );
  }
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
  return <Widget.Loading>{say('panel.loading')}</Widget.Loading>;
}
