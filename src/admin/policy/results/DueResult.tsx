import { Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type DueCheck } from '../http/contract';

/** When so much time is over by a calendar, and how that comes about. */
export function DueResult({ result, timeZone }: { result: DueCheck; timeZone: string }) {
  const { say, moment } = useOfficeWords(timeZone);
  return (
    <>
      <Typography variant="delta" tag="p" data-due={result.dueAt}>
        {moment(result.dueAt)}
      </Typography>
      <Typography tag="p">{result.explanation}</Typography>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {say(result.openThen ? 'rules.due.open' : 'rules.due.closed')}
      </Typography>
    </>
  );
}
