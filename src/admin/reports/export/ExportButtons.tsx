import { Button, Flex } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { useDownload } from './useDownload';

interface ExportButtonsProps {
  /** Where the file of a kind is. */
  path: (kind: 'xlsx' | 'pdf') => string;
  /** What it is called, without its kind. */
  name: string;
}

/** Takes a report away as a workbook or on paper. */
export function ExportButtons({ path, name }: ExportButtonsProps) {
  const { say } = useOfficeWords('UTC');
  const { busy, save } = useDownload();
  return (
    <Flex gap={2} wrap="wrap">
      {(['xlsx', 'pdf'] as const).map((kind) => (
        <Button
          key={kind}
          variant="tertiary"
          startIcon={<Download aria-hidden />}
          disabled={busy}
          onClick={() => void save(path(kind), `${name}.${kind}`)}
          data-export={kind}
        >
          {say(`reports.export.${kind}`)}
        </Button>
      ))}
    </Flex>
  );
}
