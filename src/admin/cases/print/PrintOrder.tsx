import * as React from 'react';
import { getFetchClient, useNotification } from '@strapi/strapi/admin';
import { Button } from '@strapi/design-system';
import { File } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { useOfficeWords } from '../useOfficeWords';

/**
 * Opens the printed dispatch order in a window of its own. The page is behind the log-in, and a window
 * cannot send the session's token, so the page is fetched here and written into it.
 */
export function PrintOrder({ documentId }: { documentId: string }) {
  const { locale } = useIntl();
  const { say } = useOfficeWords('UTC');
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = React.useState(false);

  const print = async () => {
    // Opened before anything is awaited: afterwards the browser would take it for an unwanted pop-up.
    const page = window.open('', '_blank');
    if (!page) {
      toggleNotification({ type: 'warning', message: say('print.blocked') });
      return;
    }
    setBusy(true);
    try {
      const { data } = await getFetchClient().get<string>(
        `/office/cases/dispatch-order/${encodeURIComponent(documentId)}/print`,
        { responseType: 'text', headers: { 'Accept-Language': locale } },
      );
      page.document.open();
      page.document.write(data);
      page.document.close();
      page.focus();
    } catch {
      page.close();
      toggleNotification({ type: 'danger', message: say('print.failed') });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Button
      variant="tertiary"
      fullWidth
      startIcon={<File aria-hidden />}
      loading={busy}
      onClick={() => void print()}
    >
      {say('print.order')}
    </Button>
  );
}
