import { useIntl } from 'react-intl';

/** The title of a panel, in the user's language. */
export function usePanelTitle(name: 'actions' | 'clocks' | 'related' | 'timeline'): string {
  const { formatMessage } = useIntl();
  return formatMessage({ id: `guanjia.panel.${name}`, defaultMessage: name });
}
