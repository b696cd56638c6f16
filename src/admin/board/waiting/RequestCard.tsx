import * as React from 'react';
import { Button, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { editPathOf } from '../../cases/http/caseType';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { ClockChip } from '../ClockChip';
import { type WaitingRequest } from '../http/contract';
import { Card, Line, Mark, Matter, Small } from '../look';
import { drag } from '../send/dragged';
import { type Parcel } from '../send/sending';

const CLOCKS_SHOWN = 2;

interface RequestCardProps {
  request: WaitingRequest;
  timeZone: string;
  /** It is on its way out. */
  busy: boolean;
  onSend: (parcel: Parcel) => void;
}

/** A request that waits: what, where, whose, and how long it may wait still. Drag it, or press its button. */
export const RequestCard = React.memo(function RequestCard({
  request,
  timeZone,
  busy,
  onSend,
}: RequestCardProps) {
  const { say, moment } = useOfficeWords(timeZone);
  const { number, order, alarm, clocks } = request;
  const urgent = request.urgency === 'urgent';
  const parcel: Parcel = { what: 'request', request };
  return (
    <Card
      $urgent={urgent}
      $faded={busy}
      draggable={!busy}
      onDragStart={(event) => drag(event, parcel)}
      onDragEnd={() => drag(undefined)}
      data-request={number}
    >
      <Line>
        {urgent && <Mark $tone="danger">{say('board.urgent')}</Mark>}
        <Link tag={NavLink} to={editPathOf('ticket', request.documentId)} draggable={false}>
          {number}
        </Link>
        {request.category && <Small>{request.category.name}</Small>}
        {request.rework && <Mark $tone="warning">{say('board.rework')}</Mark>}
        {order && <Mark $tone="primary">{say(`board.${order.stage}`)}</Mark>}
        {alarm && <Mark $tone="warning">{say(`board.${alarm}`)}</Mark>}
        <Button
          size="S"
          variant={urgent ? 'danger' : 'secondary'}
          loading={busy}
          onClick={() => onSend(parcel)}
          aria-label={say('board.dispatchOne', { number })}
          data-send
          style={{ marginLeft: 'auto' }}
        >
          {say('board.dispatch')}
        </Button>
      </Line>
      <Matter title={request.matter ?? undefined}>{request.matter ?? say('board.hidden')}</Matter>
      <Line>
        <Small>{request.place ?? say('board.noPlace')}</Small>
        {request.accountable && <Small>{say('board.accountable', { name: request.accountable.name })}</Small>}
        {urgent && request.emergencyWord && (
          <Small>{say('board.emergencyWord', { word: request.emergencyWord })}</Small>
        )}
        {request.wantedAt && <Small>{say('board.wanted', { moment: moment(request.wantedAt) })}</Small>}
        {request.suitableHours && <Small>{say('board.suits', { hours: request.suitableHours })}</Small>}
      </Line>
      {clocks.length > 0 && (
        <Line>
          {clocks.slice(0, CLOCKS_SHOWN).map((clock) => (
            <ClockChip key={clock.documentId} clock={clock} timeZone={timeZone} />
          ))}
          {clocks.length > CLOCKS_SHOWN && (
            <Small>{say('board.moreClocks', { count: clocks.length - CLOCKS_SHOWN })}</Small>
          )}
        </Line>
      )}
    </Card>
  );
});
