import * as React from 'react';
import { Box, Field, Flex, Typography } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import { caseTypeOf } from '../../cases/http/caseType';
import { fetchPhoto, type Photo } from '../../cases/http/photos';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CustomInputProps } from '../props';
import { OFFICE_ZONE } from '../../cases/time';

/** The photos on a record, with who sent them and when; they come onto it by the actions of its case. */
const PhotosField = React.forwardRef<HTMLDivElement, CustomInputProps>(function PhotosField(props, ref) {
  const { name, label, hint, labelAction, value } = props;
  const { say } = useOfficeWords(OFFICE_ZONE);
  const photos = photosIn(value);
  return (
    <Field.Root name={name} id={name} hint={hint}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Flex ref={ref} wrap="wrap" gap={2} data-photos-of={name}>
        {photos.length === 0 && <Typography textColor="neutral600">{say('photos.none')}</Typography>}
        {photos.map((photo) => (
          <Thumb key={photo.id} photo={photo} />
        ))}
      </Flex>
      <Field.Hint />
    </Field.Root>
  );
});

export default PhotosField;

/** Strapi's form may hold JSON as text. */
function photosIn(value: unknown): readonly Photo[] {
  if (typeof value !== 'string') return Array.isArray(value) ? (value as Photo[]) : [];
  try {
    return photosIn(JSON.parse(value));
  } catch {
    return [];
  }
}

function Thumb({ photo }: { photo: Photo }) {
  const { slug = '', id: documentId = '' } = useParams();
  const { say, moment, locale } = useOfficeWords(OFFICE_ZONE);
  const [address, setAddress] = React.useState<string>();
  const type = caseTypeOf(slug);

  React.useEffect(() => {
    if (!type) return;
    let gone = false;
    let made: string | undefined;
    void fetchPhoto({ type, documentId, locale }, photo.id)
      .then((blob) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setAddress(made);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [type, documentId, locale, photo.id]);

  const said = say('photos.of', { name: photo.name, by: photo.by, at: moment(photo.at) });
  return (
    <Box width="12rem" height="12rem" background="neutral150" hasRadius overflow="hidden" title={said}>
      {address && (
        <a href={address} target="_blank" rel="noreferrer">
          <img
            src={address}
            alt={said}
            style={{ width: '100%', height: '100%', objectFit: 'cover' }}
            data-photo={photo.id}
          />
        </a>
      )}
    </Box>
  );
}
