import * as React from 'react';
import { Box, TextButton } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { FigureTable } from '../FigureTable';
import { type PlaceCount } from '../http/contract';
import { clockRecords } from '../http/paths';
import { firstOf } from '../numbers';
import { RecordCount } from '../records/RecordCount';

const MOST = 6;

interface PlaceTableProps {
  by: 'building' | 'team';
  places: readonly PlaceCount[];
  hours: number;
}

/** What falls due and what was broken, by building or team; the ones with most trouble first. */
export function PlaceTable({ by, places, hours }: PlaceTableProps) {
  const { say } = useOfficeWords('UTC');
  const [all, setAll] = React.useState(false);
  const { shown, more } = firstOf(places, all ? Infinity : MOST);
  const heads = [say(`home.clocks.${by}`), say('home.clocks.dueShort'), say('home.clocks.brokenShort')];
  const count = ({ place, ...counts }: PlaceCount, list: 'due' | 'broken', name: string) => (
    <RecordCount
      count={counts[list]}
      danger={list === 'broken'}
      title={`${name} · ${say(`home.clocks.${list}`, { hours })}`}
      path={clockRecords(list, { hours, [by]: place?.documentId ?? null })}
    />
  );
  const rows = shown.map((one) => {
    const name = one.place?.name ?? say(`home.clocks.no.${by}`);
    return {
      key: one.place?.documentId ?? 'none',
      name,
      numbers: [count(one, 'due', name), count(one, 'broken', name)],
    };
  });
  return (
    <Box width="100%">
      <FigureTable heads={heads} rows={rows} caption={heads[0] ?? ''} />
      {more > 0 && (
        <TextButton onClick={() => setAll(true)}>{say('home.clocks.more', { count: more })}</TextButton>
      )}
    </Box>
  );
}
