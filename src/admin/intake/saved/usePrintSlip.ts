import * as React from 'react';
import { getFetchClient, useNotification } from '@strapi/strapi/admin';
import { useOfficeWords } from '../../cases/useOfficeWords';

/**
 * Opens the slip of a request in a window of its own and offers it to the printer. The page is behind the log-in, and a
 * window cannot send the session's token, so the page is fetched here and written into it.
 */
export function usePrintSlip(documentId: string): { print: () => Promise<void>; printing: boolean } {
  const { say, locale } = useOfficeWords('UTC');
  const { toggleNotification } = useNotification();
  const [printing, setPrinting] = React.useState(false);
  const print = async () => {
    // Opened before anything is awaited: afterwards the browser would take it for an unwanted pop-up.
    const page = window.open('', '_blank');
    if (!page) {
      toggleNotification({ type: 'warning', message: say('print.blocked') });
      return;
    }
    setPrinting(true);
    try {
      const { data } = await getFetchClient().get<string>(
        `/office/intake/${encodeURIComponent(documentId)}/slip`,
        { responseType: 'text', headers: { 'Accept-Language': locale } },
      );
      page.document.open();
      page.document.write(data);
      page.document.close();
      page.focus();
      page.print();
    } catch {
      page.close();
      toggleNotification({ type: 'danger', message: say('print.failed') });
    } finally {
      setPrinting(false);
    }
  };
  return { print, printing };
}
