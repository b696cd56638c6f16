import * as React from 'react';
import { TextButton, Typography } from '@strapi/design-system';
import { RecordsDialog } from './RecordsDialog';

interface RecordCountProps {
  count: number;
  /** What is counted: the title of the list, and what a screen reader hears with the number. */
  title: string;
  /** The address of the list. */
  path: string;
  /** What is shown in place of the bare number. */
  children?: string;
  large?: boolean;
  danger?: boolean;
}

/** A number that opens the list of what it counts; of nothing there is no list. */
export function RecordCount({ count, title, path, children, large, danger }: RecordCountProps) {
  const [open, setOpen] = React.useState(false);
  const number = (
    <Typography
      variant={large ? 'alpha' : 'omega'}
      fontWeight={large ? 'bold' : 'semiBold'}
      textColor={count === 0 ? 'neutral600' : danger ? 'danger600' : 'primary600'}
      style={{ fontVariantNumeric: 'tabular-nums' }}
    >
      {children ?? count}
    </Typography>
  );
  if (count === 0) return number;
  return (
    <>
      <TextButton
        aria-label={`${title}: ${children ?? count}`}
        onClick={() => setOpen(true)}
        data-list={path}
      >
        {number}
      </TextButton>
      {open && <RecordsDialog title={title} path={path} onClose={() => setOpen(false)} />}
    </>
  );
}
