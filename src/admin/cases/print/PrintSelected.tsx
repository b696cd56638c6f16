import { type BulkActionComponent } from '@strapi/content-manager/strapi-admin';
import { useOfficeWords } from '../useOfficeWords';
import { MOST_AT_ONCE, papersPath, printedTogether } from './papers';
import { usePaper } from './usePaper';

/** Prints those that are ticked in a list as one PDF. */
export const PrintSelected: BulkActionComponent = ({ documents, model }) => {
  const { say } = useOfficeWords('UTC');
  const { busy, open } = usePaper();
  const type = printedTogether(model);
  if (!type) return null;
  const ids = documents.map(({ documentId }) => documentId);
  return {
    label: say('print.selected'),
    variant: 'tertiary',
    disabled: busy || ids.length > MOST_AT_ONCE,
    onClick: () => void open(papersPath(type, ids)),
  };
};
