import * as React from 'react';
import { getFetchClient, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useOfficeWords } from '../useOfficeWords';

/** Long enough for a slow viewer to take the paper over. */
const KEPT_FOR_MS = 60_000;

/**
 * Opens a paper (PDF) of the office's door in a window of its own. It is behind the log-in, and a window cannot send
 * the session's token, so the paper is fetched here and handed to the window.
 */
export function usePaper(): { busy: boolean; open: (path: string) => Promise<void> } {
  const { locale } = useIntl();
  const { say } = useOfficeWords('UTC');
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = React.useState(false);

  const open = async (path: string) => {
    // Opened before anything is awaited: afterwards the browser would take it for an unwanted pop-up.
    const page = window.open('', '_blank');
    if (!page) {
      toggleNotification({ type: 'warning', message: say('print.blocked') });
      return;
    }
    setBusy(true);
    try {
      const { data } = await getFetchClient().get<Blob>(path, {
        responseType: 'blob',
        headers: { 'Accept-Language': locale },
      });
      const address = URL.createObjectURL(data);
      page.location.replace(address);
      window.setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS);
    } catch {
      page.close();
      toggleNotification({ type: 'danger', message: say('print.failed') });
    } finally {
      setBusy(false);
    }
  };

  return { busy, open };
}
