import * as React from 'react';
import { getFetchClient, useNotification } from '@strapi/strapi/admin';
import { Button } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import { caseTypeOf, editPathOf } from '../http/caseType';
import { problemOf } from '../http/problem';
import { useOfficeWords } from '../useOfficeWords';
import { hasPaper } from './papers';

interface Found {
  type: string;
  documentId: string;
  number: string;
}

/** Takes a photo of a signed slip (on a telephone with its camera) and opens the case that the code on it is of [B-07]. */
export function FindBySlip({ fullWidth = false }: { fullWidth?: boolean }) {
  const { locale } = useIntl();
  const { say } = useOfficeWords('UTC');
  const { toggleNotification } = useNotification();
  const navigate = useNavigate();
  const photo = React.useRef<HTMLInputElement>(null);
  const [busy, setBusy] = React.useState(false);

  const find = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    try {
      const body = new FormData();
      body.append('files', file);
      const { data } = await getFetchClient().post<{ data: Found }>('/office/papers/find', body, {
        headers: { 'Accept-Language': locale },
      });
      const { type, documentId, number } = data.data;
      toggleNotification({ type: 'success', message: say('slip.found', { number }) });
      navigate(editPathOf(type, documentId));
    } catch (error) {
      const { message } = problemOf(error);
      toggleNotification({ type: 'warning', message: message || say('slip.failed') });
    } finally {
      setBusy(false);
      // The same photo may be chosen again.
      if (photo.current) photo.current.value = '';
    }
  };

  return (
    <>
      <input
        ref={photo}
        type="file"
        accept="image/jpeg,image/png"
        aria-label={say('slip.find')}
        tabIndex={-1}
        style={{ display: 'none' }}
        onChange={({ target }) => void find(target.files?.[0])}
        data-slip="photo"
      />
      <Button
        variant="tertiary"
        fullWidth={fullWidth}
        startIcon={<Search aria-hidden />}
        loading={busy}
        onClick={() => photo.current?.click()}
        data-slip="find"
      >
        {say('slip.find')}
      </Button>
    </>
  );
}

/** The same above the lists of what is printed as a slip. */
export function FindInList() {
  const type = caseTypeOf(/\/collection-types\/([^/]+)/.exec(window.location.pathname)?.[1] ?? '');
  return hasPaper(type) ? <FindBySlip /> : null;
}
