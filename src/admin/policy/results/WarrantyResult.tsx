import { Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type WarrantyCheck } from '../http/contract';

/** Whether the builder answers, until when, and by which term. */
export function WarrantyResult({ result }: { result: WarrantyCheck }) {
  const { say } = useOfficeWords('UTC');
  const { warranty, warrantyLabel, until, term, thisOne } = result;
  return (
    <>
      <Typography variant="delta" tag="p" data-warranty={warranty}>
        {warrantyLabel}
      </Typography>
      {until && <Typography tag="p">{say('rules.warranty.until', { day: until })}</Typography>}
      <Typography variant="pi" textColor="neutral600" tag="p">
        {thisOne
          ? say('rules.part.in_force')
          : term
            ? say('rules.part.beaten', { by: term })
            : say('rules.warranty.none')}
      </Typography>
    </>
  );
}
