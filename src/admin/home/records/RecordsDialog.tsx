import * as React from 'react';
import { Button, Flex, Link, Modal, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { editPathOf } from '../../cases/http/caseType';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { useGetRecordsQuery, type Told } from '../http/office';
import { type ListedRecord, type RecordPage } from '../http/contract';
import { WidgetBody } from '../WidgetBody';

const PAGE = 25;

interface RecordsDialogProps {
  title: string;
  path: string;
  onClose: () => void;
}

/** The records behind a number, each a link, in pages. */
export function RecordsDialog({ title, path, onClose }: RecordsDialogProps) {
  const { locale } = useIntl();
  const { say } = useOfficeWords('UTC');
  const [start, setStart] = React.useState(0);
  const asked = useGetRecordsQuery({ path, start, limit: PAGE, locale }, { refetchOnMountOrArgChange: true });
  const total = asked.data?.total ?? 0;
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined} data-dialog="records">
        <Modal.Header closeLabel={say('form.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <WidgetBody asked={asked}>{(page) => <RecordList page={page} onOpen={onClose} />}</WidgetBody>
        </Modal.Body>
        {total > PAGE && (
          <Modal.Footer>
            <Button variant="tertiary" disabled={start === 0} onClick={() => setStart(start - PAGE)}>
              {say('home.list.back')}
            </Button>
            <Typography variant="pi" textColor="neutral600">
              {say('home.list.range', { from: start + 1, to: Math.min(start + PAGE, total), total })}
            </Typography>
            <Button
              variant="tertiary"
              disabled={start + PAGE >= total}
              onClick={() => setStart(start + PAGE)}
            >
              {say('home.list.on')}
            </Button>
          </Modal.Footer>
        )}
      </Modal.Content>
    </Modal.Root>
  );
}

function RecordList({ page, onOpen }: { page: Told<RecordPage>; onOpen: () => void }) {
  const { say } = useOfficeWords(page.timeZone);
  if (page.records.length === 0)
    return <Typography textColor="neutral600">{say('home.list.none')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} width="100%" data-home="records">
      {page.records.map((record, index) => (
        <Flex key={`${record.documentId}/${index}`} tag="li" gap={2} wrap="wrap">
          <Link tag={NavLink} to={editPathOf(record.type, record.documentId)} onClick={onOpen}>
            {record.number}
          </Link>
          <About record={record} timeZone={page.timeZone} />
        </Flex>
      ))}
    </Flex>
  );
}

/** What a list knows of a record beside its number. */
function About({ record, timeZone }: { record: ListedRecord; timeZone: string }) {
  const { say, moment } = useOfficeWords(timeZone);
  const { label, building, team, brokenAt, dueAt } = record;
  const parts = [
    label,
    brokenAt && say('clock.brokenAt', { moment: moment(brokenAt) }),
    !brokenAt && dueAt && say('clock.due', { moment: moment(dueAt) }),
    building,
    team,
  ];
  return (
    <Typography variant="pi" textColor="neutral600">
      {parts.filter(Boolean).join(' · ')}
    </Typography>
  );
}
