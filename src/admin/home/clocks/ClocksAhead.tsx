import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { useGetClocksAheadQuery, type Told } from '../http/office';
import { type ClocksAhead as Ahead } from '../http/contract';
import { clockRecords } from '../http/paths';
import { RecordCount } from '../records/RecordCount';
import { BigNumber } from '../BigNumber';
import { WidgetBody } from '../WidgetBody';
import { PlaceTable } from './PlaceTable';

const HOURS = 4;

/** Promises that fall due in the next hours and those broken today, by building and by team. */
export function ClocksAhead() {
  const { locale } = useIntl();
  const asked = useGetClocksAheadQuery({ locale, hours: HOURS }, { refetchOnMountOrArgChange: true });
  return <WidgetBody asked={asked}>{(ahead) => <Counts ahead={ahead} />}</WidgetBody>;
}

function Counts({ ahead }: { ahead: Told<Ahead> }) {
  const { say } = useOfficeWords(ahead.timeZone);
  const { hours } = ahead;
  const due = say('home.clocks.due', { hours });
  const broken = say('home.clocks.broken');
  return (
    <Box width="100%" data-home="clocks">
      <Flex gap={8} wrap="wrap" paddingBottom={4}>
        <BigNumber label={due}>
          <RecordCount large count={ahead.due} title={due} path={clockRecords('due', { hours })} />
        </BigNumber>
        <BigNumber label={broken}>
          <RecordCount
            large
            danger
            count={ahead.broken}
            title={broken}
            path={clockRecords('broken', { hours })}
          />
        </BigNumber>
      </Flex>
      {ahead.due + ahead.broken === 0 ? (
        <Typography textColor="neutral600">{say('home.clocks.none')}</Typography>
      ) : (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <PlaceTable by="building" places={ahead.byBuilding} hours={hours} />
          <PlaceTable by="team" places={ahead.byTeam} hours={hours} />
        </Flex>
      )}
    </Box>
  );
}
