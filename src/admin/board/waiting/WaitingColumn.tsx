import * as React from 'react';
import { Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type KnownBoard } from '../http/board';
import { Column, ColumnHead, List, Scroll } from '../look';
import { type Parcel } from '../send/sending';
import { RequestCard } from './RequestCard';

interface WaitingColumnProps {
  board: KnownBoard;
  filtered: boolean;
  shown: boolean;
  busy: ReadonlySet<string>;
  onSend: (parcel: Parcel) => void;
}

/** Requests that wait, the most pressing on top. Arrow keys go from one button to the next. */
export function WaitingColumn({ board, filtered, shown, busy, onSend }: WaitingColumnProps) {
  const { say } = useOfficeWords(board.timeZone);
  const headId = React.useId();
  const { waiting, total, cut } = board;
  return (
    <Column $shown={shown} aria-labelledby={headId} data-column="waiting">
      <ColumnHead>
        <Typography id={headId} variant="delta" tag="h2">
          {say('board.waiting')}
        </Typography>
        <Typography variant="pi" textColor="neutral700" data-total={total.waiting}>
          {cut.waiting
            ? say('board.countCut', { shown: waiting.length, total: total.waiting })
            : say('board.count', { count: waiting.length })}
        </Typography>
      </ColumnHead>
      <Scroll data-scroll>
        {waiting.length === 0 && (
          <Typography textColor="neutral700">
            {say(filtered ? 'board.noneFiltered' : 'board.none')}
          </Typography>
        )}
        <List onKeyDown={goToNext}>
          {waiting.map((request) => (
            <RequestCard
              key={request.documentId}
              request={request}
              timeZone={board.timeZone}
              busy={busy.has(request.documentId)}
              onSend={onSend}
            />
          ))}
        </List>
      </Scroll>
    </Column>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function goToNext(event: React.KeyboardEvent<HTMLUListElement>): void {
  const step = STEPS[event.key];
  const button = (event.target as HTMLElement).closest('[data-send]');
  if (!step || !button) return;
  event.preventDefault();
  const card = button.closest('li');
  const next = step > 0 ? card?.nextElementSibling : card?.previousElementSibling;
  const other = next?.querySelector<HTMLElement>('[data-send]');
  other?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
