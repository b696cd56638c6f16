import { Button } from '@strapi/design-system';
import { File } from '@strapi/icons';
import { useOfficeWords } from '../useOfficeWords';
import { paperPath } from './papers';
import { usePaper } from './usePaper';

/** Prints the paper of one case. */
export function PaperButton({ type, documentId }: { type: string; documentId: string }) {
  const { say } = useOfficeWords('UTC');
  const { busy, open } = usePaper();
  return (
    <Button
      variant="tertiary"
      fullWidth
      startIcon={<File aria-hidden />}
      loading={busy}
      onClick={() => void open(paperPath(type, documentId))}
      data-print
    >
      {say('print.paper')}
    </Button>
  );
}
