import * as React from 'react';
import { getFetchClient, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useOfficeWords } from '../../cases/useOfficeWords';

/** Long enough for a slow browser to take the file over. */
const KEPT_FOR_MS = 60_000;

/**
 * Saves a file of the office's door under a name. It is behind the log-in, and a link cannot send the session's token, so
 * the file is fetched here.
 */
export function useDownload(): { busy: boolean; save: (path: string, name: string) => Promise<void> } {
  const { locale } = useIntl();
  const { say } = useOfficeWords('UTC');
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = React.useState(false);

  const save = async (path: string, name: string) => {
    setBusy(true);
    try {
      const { data } = await getFetchClient().get<Blob>(path, {
        responseType: 'blob',
        headers: { 'Accept-Language': locale },
      });
      const address = URL.createObjectURL(data);
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      window.setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS);
    } catch {
      toggleNotification({ type: 'danger', message: say('reports.export.failed') });
    } finally {
      setBusy(false);
    }
  };

  return { busy, save };
}
