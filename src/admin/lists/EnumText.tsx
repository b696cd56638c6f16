import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useLocation } from 'react-router-dom';
import { enumWord } from '../translations/officeWords';
import { typeOfPath } from './currentType';

/** The value of an enumeration, in words; '-' where there is none, as in Strapi's own cells. */
export function EnumText({ field, value }: { field: string; value: unknown }) {
  const { formatMessage, locale } = useIntl();
  const { pathname } = useLocation();
  if (typeof value !== 'string' || value === '') return <Typography textColor="neutral800">-</Typography>;
  const type = typeOfPath(pathname);
  const words = type ? enumWord(type, field, value) : undefined;
  const ofField = words && (locale === 'en' ? words.en : words.zh);
  return (
    <Typography textColor="neutral800">
      {ofField ?? formatMessage({ id: value, defaultMessage: value })}
    </Typography>
  );
}
