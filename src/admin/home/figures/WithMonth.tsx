import type * as React from 'react';
import { useIntl } from 'react-intl';
import { useGetMonthQuery, type Told } from '../http/office';
import { type Month } from '../http/contract';
import { WidgetBody } from '../WidgetBody';

/** Reads this month's figures for a widget; all widgets share one request. */
export function WithMonth({ children }: { children: (month: Told<Month>) => React.ReactNode }) {
  const { locale } = useIntl();
  // Ten seconds: as long as the widgets of one page take to come.
  const asked = useGetMonthQuery({ locale }, { refetchOnMountOrArgChange: 10 });
  return <WidgetBody asked={asked}>{children}</WidgetBody>;
}
