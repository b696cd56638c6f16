import * as React from 'react';
import { Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type KnownBoard } from '../http/board';
import { type OrderUnderWay } from '../http/contract';
import { Column, ColumnHead, List, Scroll } from '../look';
import { covers } from './suitable';
import { TargetCard, type Crewing } from './TargetCard';

interface PeopleColumnProps extends Omit<Crewing, 'timeZone'> {
  board: KnownBoard;
  /** Only those who have this trade. */
  trade: string | undefined;
  shown: boolean;
}

const NONE: readonly OrderUnderWay[] = [];

/** Those to whom work is given, each with the orders on his hands; teams and contractors below. */
export function PeopleColumn({ board, trade, shown, ...crewing }: PeopleColumnProps) {
  const { say } = useOfficeWords(board.timeZone);
  const headId = React.useId();
  const groupsId = React.useId();
  const ordersOf = React.useMemo(() => byHolder(board.underWay), [board.underWay]);
  const all = { ...crewing, timeZone: board.timeZone };
  const has = (trades: readonly string[]) => !trade || covers(trades, [trade], crewing.parents);
  const people = board.people.filter(({ trades }) => has(trades));
  const groups = [
    ...board.teams.map((one) => ({ kind: 'team' as const, one })),
    ...board.contractors.map((one) => ({ kind: 'contractor' as const, one })),
  ].filter(({ one }) => one.trades.length === 0 || has(one.trades));
  return (
    <Column $shown={shown} aria-labelledby={headId} data-column="people">
      <ColumnHead>
        <Typography id={headId} variant="delta" tag="h2">
          {say('board.people')}
        </Typography>
        {(board.cut.people || board.cut.underWay) && (
          <Typography variant="pi" textColor="warning700">
            {say('board.cut')}
          </Typography>
        )}
      </ColumnHead>
      <Scroll data-scroll>
        {people.length === 0 && <Typography textColor="neutral700">{say('board.nobody')}</Typography>}
        <List>
          {people.map((one) => (
            <TargetCard
              key={one.documentId}
              kind="technician"
              one={one}
              orders={ordersOf.get(one.documentId) ?? NONE}
              {...all}
            />
          ))}
        </List>
        {groups.length > 0 && (
          <>
            <Typography
              id={groupsId}
              variant="sigma"
              tag="h2"
              textColor="neutral700"
              paddingTop={4}
              paddingBottom={2}
            >
              {say('board.groups')}
            </Typography>
            <List aria-labelledby={groupsId}>
              {groups.map(({ kind, one }) => (
                <TargetCard
                  key={one.documentId}
                  kind={kind}
                  one={one}
                  orders={ordersOf.get(one.documentId) ?? NONE}
                  {...all}
                />
              ))}
            </List>
          </>
        )}
      </Scroll>
    </Column>
  );
}

/** Orders by whoever has them: the technician, else the team, else the contractor. */
function byHolder(orders: readonly OrderUnderWay[]): Map<string, OrderUnderWay[]> {
  const found = new Map<string, OrderUnderWay[]>();
  for (const order of orders) {
    const holder = order.technician ?? order.team ?? order.contractor;
    if (!holder) continue;
    const own = found.get(holder);
    if (own) own.push(order);
    else found.set(holder, [order]);
  }
  return found;
}
