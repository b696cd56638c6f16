import * as React from 'react';
import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross, Images } from '@strapi/icons';
import { sendPhoto } from '../../http/photos';
import { problemOf } from '../../http/problem';
import { useOfficeWords } from '../../useOfficeWords';
import { type FieldInputProps } from '../FieldInput';
import { ShownCase } from '../shownCase';

interface Sent {
  id: string;
  name: string;
}

/** Photos, taken with the camera of a telephone or chosen: each is sent in at once, and named when the form is. */
export function PhotosInput({ field, onChange, disabled }: FieldInputProps) {
  const { say, locale } = useOfficeWords('UTC');
  const shown = React.useContext(ShownCase);
  const chooser = React.useRef<HTMLInputElement>(null);
  const [sent, setSent] = React.useState<readonly Sent[]>([]);
  const [refused, setRefused] = React.useState('');
  const [busy, setBusy] = React.useState(false);

  const keep = (photos: readonly Sent[]) => {
    setSent(photos);
    onChange(photos.length > 0 ? photos.map(({ id }) => id).join(' ') : undefined);
  };

  const send = async (files: readonly File[]) => {
    if (!shown || files.length === 0) return;
    setBusy(true);
    setRefused('');
    let photos = sent;
    try {
      for (const file of files) {
        photos = [...photos, await sendPhoto({ ...shown, locale }, file)];
        keep(photos);
      }
    } catch (error) {
      setRefused(problemOf(error).message || say('photos.failed'));
    } finally {
      setBusy(false);
      // The same photo may be chosen again.
      if (chooser.current) chooser.current.value = '';
    }
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        multiple
        aria-label={field.label}
        tabIndex={-1}
        style={{ display: 'none' }}
        onChange={({ target }) => void send([...(target.files ?? [])])}
      />
      <Button
        variant="tertiary"
        startIcon={<Images aria-hidden />}
        loading={busy}
        disabled={disabled}
        onClick={() => chooser.current?.click()}
        data-photos="add"
      >
        {say('photos.add')}
      </Button>
      <Typography variant="pi" textColor="neutral700" role="status" data-photos="sent">
        {sent.length > 0 ? say('photos.chosen', { count: sent.length }) : ''}
      </Typography>
      {sent.map(({ id, name }) => (
        <Flex key={id} justifyContent="space-between" gap={2} data-photo={id}>
          <Typography variant="pi" ellipsis>
            {name}
          </Typography>
          <IconButton
            variant="ghost"
            label={say('photos.remove', { name })}
            disabled={disabled || busy}
            onClick={() => keep(sent.filter((one) => one.id !== id))}
          >
            <Cross />
          </IconButton>
        </Flex>
      ))}
      {refused && (
        <Typography variant="pi" textColor="danger600" role="alert" data-photos="refused">
          {refused}
        </Typography>
      )}
    </Flex>
  );
}
