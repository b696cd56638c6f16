import * as React from 'react';
import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type BoardCrew, type BoardPerson, type OrderUnderWay } from '../http/contract';
import { Card, Line, List, Mark, Small } from '../look';
import { useDragged, useDropTarget } from '../send/dragged';
import { isWith, ticketOf, type Parcel } from '../send/sending';
import { OrderLine } from './OrderLine';
import { against, covers, type AssigneeKind, type Candidate, type Parents } from './suitable';

const DUTY_TONES = { on_duty: 'success', away: 'warning', off_duty: 'neutral' } as const;
const TRADES_SHOWN = 4;

const Bar = styled.span<{ $share: number; $full: boolean }>`
  display: inline-block;
  width: 6.4rem;
  height: 6px;
  border-radius: 3px;
  background: linear-gradient(
    to right,
    ${({ theme, $full }) => theme.colors[$full ? 'danger600' : 'primary600']} ${({ $share }) => $share}%,
    ${({ theme }) => theme.colors.neutral200} ${({ $share }) => $share}%
  );
`;

export interface Crewing {
  timeZone: string;
  parents: Parents;
  tradeNames: ReadonlyMap<string, string>;
  onGive: (parcel: Parcel, to: Candidate) => void;
  onSend: (parcel: Parcel) => void;
}

type TargetCardProps = Crewing & { orders: readonly OrderUnderWay[] } & (
    { kind: 'technician'; one: BoardPerson } | { kind: Exclude<AssigneeKind, 'technician'>; one: BoardCrew }
  );

/** Somebody, or a team or contractor: what he can do, has to do and where he is. Takes what is dropped on him. */
export function TargetCard(props: TargetCardProps) {
  const { kind, one, orders, timeZone, tradeNames, onGive, onSend } = props;
  const { say, moment } = useOfficeWords(timeZone);
  const person = props.kind === 'technician' ? props.one : undefined;
  const hint = useFitness(props);
  const cap = person?.cap ?? null;
  const to: Candidate = {
    kind,
    documentId: one.documentId,
    name: one.name,
    load: one.load,
    cap,
    against: null,
  };
  const { over, handlers } = useDropTarget((parcel) => {
    if (!isWith(parcel, to)) onGive(parcel, to);
  });
  const trades = one.trades.map((id) => tradeNames.get(id)).filter((name) => name !== undefined);
  return (
    <Card $over={over} $height={96} {...handlers} data-target={one.name}>
      <Line>
        <Typography variant="omega" fontWeight="bold" tag="h3">
          {one.name}
        </Typography>
        {person?.jobNumber && <Small>{person.jobNumber}</Small>}
        {person ? (
          <Mark $tone={DUTY_TONES[person.duty as keyof typeof DUTY_TONES] ?? 'neutral'}>
            {say(`board.${person.duty ?? 'off_duty'}`)}
          </Mark>
        ) : (
          <Mark $tone="neutral">{say(`board.${kind}`)}</Mark>
        )}
        {over ? (
          <Mark $tone="primary">{say('board.dropHere', { name: one.name })}</Mark>
        ) : (
          hint && <Mark $tone={hint === 'fits' ? 'success' : 'warning'}>{say(`board.${hint}`)}</Mark>
        )}
        <Line style={{ marginLeft: 'auto' }}>
          {cap !== null && cap > 0 && (
            <Bar $share={Math.min(100, (one.load / cap) * 100)} $full={one.load >= cap} aria-hidden />
          )}
          <Small>
            {cap === null
              ? say('board.load', { load: one.load })
              : say('board.loadOf', { load: one.load, cap })}
          </Small>
        </Line>
      </Line>
      {(trades.length > 0 || person?.place) && (
        <Line>
          {trades.slice(0, TRADES_SHOWN).map((name) => (
            <Mark key={name} $tone="secondary">
              {name}
            </Mark>
          ))}
          {trades.length > TRADES_SHOWN && (
            <Small title={trades.join('、')}>+{trades.length - TRADES_SHOWN}</Small>
          )}
          {person?.place && (
            <Small>
              {say(person.place.thereNow ? 'board.thereNow' : 'board.thereLast', {
                place: person.place.text ?? say('board.somewhere'),
                moment: moment(person.place.since),
              })}
            </Small>
          )}
        </Line>
      )}
      {orders.length > 0 && (
        <List aria-label={say('board.orders', { count: orders.length })}>
          {orders.map((order) => (
            <OrderLine key={order.documentId} order={order} timeZone={timeZone} onSend={onSend} />
          ))}
        </List>
      )}
    </Card>
  );
}

/** While something is dragged: whether this one suits, or what speaks against it. */
function useFitness(props: TargetCardProps): string | undefined {
  const dragged = useDragged();
  if (!dragged) return undefined;
  const asked = ticketOf(dragged).trades;
  if (props.kind === 'technician') {
    const why = against(props.one, asked, props.parents);
    return why ? `against.${why}` : 'fits';
  }
  const { trades } = props.one;
  return trades.length === 0 || covers(trades, asked, props.parents) ? 'fits' : 'against.trades';
}
