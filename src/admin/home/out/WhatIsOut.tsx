import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { BigNumber } from '../BigNumber';
import { type OutCount, type WhatIsOut as Out } from '../http/contract';
import { useGetWhatIsOutQuery } from '../http/office';
import { outRecords } from '../http/paths';
import { RecordCount } from '../records/RecordCount';
import { WidgetBody } from '../WidgetBody';

/** How many keys and papers are out and how many of them should be back by now; each number opens its list [F-03][G-04]. */
export function WhatIsOut() {
  const { locale } = useIntl();
  const asked = useGetWhatIsOutQuery({ locale }, { refetchOnMountOrArgChange: true });
  return <WidgetBody asked={asked}>{(out) => <Counts out={out} />}</WidgetBody>;
}

function Counts({ out }: { out: Out }) {
  const { say } = useOfficeWords('UTC');
  const { keys, papers } = out;
  return (
    <Box width="100%" data-home="out">
      {keys && <OutRow kind="keys" count={keys} />}
      {papers && <OutRow kind="papers" count={papers} />}
      {(keys?.out ?? 0) + (papers?.out ?? 0) === 0 && (
        <Typography textColor="neutral600">{say('home.out.none')}</Typography>
      )}
    </Box>
  );
}

function OutRow({ kind, count }: { kind: 'keys' | 'papers'; count: OutCount }) {
  const { say } = useOfficeWords('UTC');
  const all = say(`home.out.${kind}`);
  const overdue = say(`home.out.${kind}.overdue`);
  return (
    <Flex gap={8} wrap="wrap" paddingBottom={4}>
      <BigNumber label={all}>
        <RecordCount large count={count.out} title={all} path={outRecords(kind, 'out')} />
      </BigNumber>
      <BigNumber label={overdue}>
        <RecordCount large danger count={count.overdue} title={overdue} path={outRecords(kind, 'overdue')} />
      </BigNumber>
    </Flex>
  );
}
