import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { BigNumber } from '../BigNumber';
import { type KeysOut as Out } from '../http/contract';
import { useGetKeysOutQuery } from '../http/office';
import { keysOutRecords } from '../http/paths';
import { RecordCount } from '../records/RecordCount';
import { WidgetBody } from '../WidgetBody';

/** How many keys are out and how many of them should be back by now; each number opens its list [F-03]. */
export function KeysOut() {
  const { locale } = useIntl();
  const asked = useGetKeysOutQuery({ locale }, { refetchOnMountOrArgChange: true });
  return <WidgetBody asked={asked}>{(out) => <Counts out={out} />}</WidgetBody>;
}

function Counts({ out }: { out: Out }) {
  const { say } = useOfficeWords('UTC');
  const all = say('home.out.all');
  const overdue = say('home.out.overdue');
  return (
    <Box width="100%" data-home="out">
      <Flex gap={8} wrap="wrap" paddingBottom={4}>
        <BigNumber label={all}>
          <RecordCount large count={out.out} title={all} path={keysOutRecords('out')} />
        </BigNumber>
        <BigNumber label={overdue}>
          <RecordCount large danger count={out.overdue} title={overdue} path={keysOutRecords('overdue')} />
        </BigNumber>
      </Flex>
      {out.out === 0 && <Typography textColor="neutral600">{say('home.out.none')}</Typography>}
    </Box>
  );
}
