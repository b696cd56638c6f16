import * as React from 'react';
import { Button, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { editPathOf } from '../../cases/http/caseType';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { ClockChip } from '../ClockChip';
import { type OrderUnderWay } from '../http/contract';
import { Line, Mark, pressing, Small } from '../look';
import { drag } from '../send/dragged';
import { type Parcel } from '../send/sending';

const Row = styled.li<{ $pressing: boolean }>`
  display: flex;
  flex-direction: column;
  gap: 0.4rem;
  padding: 0.8rem;
  border-radius: 4px;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral100};
  ${({ $pressing }) => $pressing && pressing}
`;

const Foot = styled.div`
  display: flex;
  gap: 0.8rem;
  justify-content: space-between;
  align-items: flex-end;
  & > button {
    flex-shrink: 0;
    white-space: nowrap;
  }
`;

interface OrderLineProps {
  order: OrderUnderWay;
  timeZone: string;
  onSend: (parcel: Parcel) => void;
}

/** An order on somebody's hands; it can be dragged to another. */
export const OrderLine = React.memo(function OrderLine({ order, timeZone, onSend }: OrderLineProps) {
  const { say, value } = useOfficeWords(timeZone);
  const { ticket, number } = order;
  const parcel: Parcel = { what: 'order', order };
  const [next] = order.clocks;
  const urgent = ticket.urgency === 'urgent';
  return (
    <Row
      $pressing={urgent && order.stage === 'dispatched'}
      draggable
      onDragStart={(event) => drag(event, parcel)}
      onDragEnd={() => drag(undefined)}
      data-order={number}
    >
      <Line>
        {urgent && <Mark $tone="danger">{say('board.urgent')}</Mark>}
        <Link tag={NavLink} to={editPathOf('dispatch-order', order.documentId)} draggable={false}>
          {number}
        </Link>
        <Mark $tone="neutral">{value(order.stage)}</Mark>
        {next && <ClockChip clock={next} timeZone={timeZone} />}
      </Line>
      <Foot>
        <Small>{[ticket.place, ticket.matter].filter(Boolean).join(' · ')}</Small>
        <Button
          size="S"
          variant="tertiary"
          onClick={() => onSend(parcel)}
          aria-label={say('board.reassignOne', { number })}
        >
          {say('board.reassign')}
        </Button>
      </Foot>
    </Row>
  );
});
