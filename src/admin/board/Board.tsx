import * as React from 'react';
import { Page, useNotification } from '@strapi/strapi/admin';
import { Alert, Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { ActionDialog } from '../cases/actions/ActionDialog';
import { ProblemNotice } from '../cases/actions/ProblemNotice';
import { problemOf } from '../cases/http/problem';
import { useOfficeWords } from '../cases/useOfficeWords';
import { FilterBar } from './filters/FilterBar';
import { filtersOf, queryOf, withFilter, withoutFilters } from './filters/filters';
import { type KnownBoard, useGetBoardChoicesQuery, useGetBoardQuery } from './http/board';
import { LiveMark } from './live/LiveState';
import { setClockOffset } from './live/tick';
import { useLive } from './live/useLive';
import { Columns, Frame, Hint, Tabs } from './look';
import { PeopleColumn } from './people/PeopleColumn';
import { candidatesFor, parentsOf } from './people/suitable';
import { SendDialog } from './send/SendDialog';
import { assigneeInput, ticketOf, type Parcel } from './send/sending';
import { useSend } from './send/useSend';
import { WaitingColumn } from './waiting/WaitingColumn';

const NO_CHOICES = { communities: [], buildings: [], categories: [], trades: [] };
/** What a form is opened for here, before all that may be said besides. */
const ASKED_FIRST = ['overrideReason', 'reason', 'cause', 'contact', 'contactAt'];
const TABS = ['waiting', 'people'] as const;

/** The dispatch board [B-03]: what waits on the left, who can go on the right, as it is in the office this moment. */
export function Board() {
  const { say, locale } = useOfficeWords('UTC');
  const [search, setSearch] = useSearchParams();
  const filters = React.useMemo(() => filtersOf(search), [search]);
  const { data: board, error, refetch } = useGetBoardQuery({ query: queryOf(filters), locale });
  const { data: choices } = useGetBoardChoicesQuery({ locale });
  const live = useLive(async () => refetch());
  const sending = useSend(board?.timeZone ?? 'UTC');
  const [chosen, setChosen] = React.useState<Parcel>();
  const [tab, setTab] = React.useState<(typeof TABS)[number]>('waiting');
  const parents = React.useMemo(() => parentsOf(choices ?? NO_CHOICES), [choices]);
  const tradeNames = React.useMemo(
    () => new Map((choices ?? NO_CHOICES).categories.map((one) => [one.documentId, one.name])),
    [choices],
  );
  const onSend = React.useCallback((parcel: Parcel) => setChosen(parcel), []);
  const announced = useNewEmergencies(board);
  if (board) setClockOffset(board.clockOffset);

  return (
    <Page.Main>
      <Page.Title>{say('board.title')}</Page.Title>
      <Frame data-page="board">
        <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
          <Box>
            <Typography variant="alpha" tag="h1">
              {say('board.title')}
            </Typography>
            <Hint>
              <Typography variant="pi" textColor="neutral700" tag="p">
                {say('board.subtitle')}
              </Typography>
            </Hint>
          </Box>
          <LiveMark state={live.state} />
        </Flex>
        <FilterBar
          filters={filters}
          choices={choices}
          onChange={(name, value) => setSearch(withFilter(search, name, value), { replace: true })}
          onClear={() => setSearch(withoutFilters(search), { replace: true })}
        />
        <Box role="status" position="absolute" width="1px" height="1px" overflow="hidden">
          {announced}
        </Box>
        {live.state === 'resting' && (
          <Alert
            variant="default"
            closeLabel={say('board.goOn')}
            onClose={live.goOn}
            action={
              <Button variant="tertiary" size="S" onClick={live.goOn}>
                {say('board.goOn')}
              </Button>
            }
          >
            {say('board.restingWhy')}
          </Alert>
        )}
        {sending.rebuff && (
          <Box data-rebuff>
            <Typography fontWeight="bold" textColor="warning700">
              {say('board.conflict', { number: sending.rebuff.number })}
            </Typography>
            <ProblemNotice
              problem={sending.rebuff.problem}
              type={sending.rebuff.type}
              timeZone={board?.timeZone ?? 'UTC'}
              onReload={() => {
                sending.dismiss();
                void refetch();
              }}
            />
          </Box>
        )}
        {!board && !error && <Loader>{say('panel.loading')}</Loader>}
        {error && !board && (
          <Flex direction="column" alignItems="flex-start" gap={2} role="alert">
            <Typography textColor="danger700">{problemOf(error).message || say('panel.failed')}</Typography>
            <Button variant="tertiary" onClick={() => void refetch()}>
              {say('panel.retry')}
            </Button>
          </Flex>
        )}
        {board && (
          <>
            <Tabs role="group" aria-label={say('board.title')}>
              {TABS.map((name) => (
                <Button
                  key={name}
                  size="S"
                  variant={tab === name ? 'default' : 'tertiary'}
                  aria-pressed={tab === name}
                  onClick={() => setTab(name)}
                >
                  {say(`board.${name}`)} {name === 'waiting' ? board.total.waiting : board.people.length}
                </Button>
              ))}
            </Tabs>
            <Columns>
              <WaitingColumn
                board={board}
                filtered={Object.keys(filters).length > 0}
                shown={tab === 'waiting'}
                busy={sending.busy}
                onSend={onSend}
              />
              <PeopleColumn
                board={board}
                trade={filters.trade}
                shown={tab === 'people'}
                parents={parents}
                tradeNames={tradeNames}
                onGive={(parcel, to) => void sending.give(parcel, to)}
                onSend={onSend}
              />
            </Columns>
          </>
        )}
      </Frame>
      {board && chosen && (
        <SendDialog
          parcel={chosen}
          candidates={candidatesFor(ticketOf(chosen).trades, board, parents)}
          onClose={() => setChosen(undefined)}
          onGive={(parcel, to) => {
            setChosen(undefined);
            void sending.give(parcel, to);
          }}
        />
      )}
      {sending.form && (
        <ActionDialog
          type={sending.form.type}
          known={sending.form.known}
          action={sending.form.action}
          preset={assigneeInput(sending.form.to)}
          presetText={say('board.to', { name: sending.form.to.name })}
          problem={sending.form.problem}
          first={ASKED_FIRST}
          onClose={sending.closeForm}
          onReload={() => {
            const { parcel, to } = sending.form ?? {};
            sending.closeForm();
            if (parcel && to) void sending.openForm(parcel, to).catch(() => undefined);
          }}
        />
      )}
    </Page.Main>
  );
}

/** Says so when an emergency has come in since the board was opened [B-02]: on the screen, and to those who listen to it. */
function useNewEmergencies(board: KnownBoard | undefined): string {
  const { say } = useOfficeWords('UTC');
  const { toggleNotification } = useNotification();
  const known = React.useRef<ReadonlySet<string>>();
  const [announced, setAnnounced] = React.useState('');
  const { waiting, underWay } = board ?? {};
  React.useEffect(() => {
    if (!waiting || !underWay) return;
    // One that goes out by itself never waits; it is news all the same.
    const all = [...waiting, ...underWay.map(({ ticket }) => ticket)];
    const urgent = all.filter(({ urgency }) => urgency === 'urgent');
    const before = known.current;
    const fresh = before ? urgent.filter(({ documentId }) => !before.has(documentId)) : [];
    known.current = new Set([...(before ?? []), ...urgent.map(({ documentId }) => documentId)]);
    if (fresh.length === 0) return;
    const texts = fresh.map(({ number, matter }) =>
      say('board.newUrgent', { number, matter: (matter ?? '').slice(0, 40) }),
    );
    setAnnounced(texts.join(' '));
    for (const message of texts.slice(0, 3)) toggleNotification({ type: 'warning', message });
  }, [waiting, underWay]);
  return announced;
}
