import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useLocation } from 'react-router-dom';
import { wordsOfCode } from './codes';
import { typeOfPath } from './currentType';

interface CodeTextProps {
  field: string;
  row: Readonly<Record<string, unknown>>;
}

/** A cell that holds a code, in words; '-' where there is none, as in Strapi's own cells. */
export function CodeText({ field, row }: CodeTextProps) {
  const { formatMessage, locale, messages } = useIntl();
  const { pathname } = useLocation();
  const value = row[field];
  if (typeof value !== 'string' || value === '') return <Typography textColor="neutral800">-</Typography>;
  const words = wordsOfCode(typeOfPath(pathname), field, row);
  const known = words && (locale === 'en' ? words.en : words.zh);
  const general = messages[value] ? formatMessage({ id: value, defaultMessage: value }) : value;
  return <Typography textColor="neutral800">{known ?? general}</Typography>;
}
