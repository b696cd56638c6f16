import { factsIn, tradesFor } from '../../rules/dispatch';
import { enumWord } from '../../rules/words/enums';
import { say, type Locale } from '../../rules/words/say';
import type { Office } from '../office';
import type { Scope } from '../scope/scope';
import type { Policy } from '../policy';
import { crewRows, MOST_PEOPLE, peopleRows, type CrewRow, type PersonRow } from './people';
import { categoriesAsked, type BoardQuery } from './query';
import {
  MOST_UNDER_WAY,
  underWayRows,
  waitingRows,
  type ClockRow,
  type TicketRow,
  type UnderWayRow,
  type WaitingRow,
} from './requests';

/** Whether the reader may see a field of a type; what he may not is null, or an empty list. */
export type MaySee = (type: string, field: string) => boolean;

export interface BoardReading {
  readonly office: Office;
  readonly locale: Locale;
  readonly may: MaySee;
  /** What bounds the records that the reader may see. */
  readonly scope?: Pick<Scope, 'sql'>;
}

interface Seeing extends BoardReading {
  readonly policy: Policy;
}

export type BoardView = Awaited<ReturnType<typeof readBoard>>;

/**
 * The dispatch board [B-03]: requests that wait to be sent out, orders under way, people with load and trades and where they
 * are, teams, contractors. Five statements whatever there is. Each list is bounded; `total` and `cut` say when it is cut off.
 */
export async function readBoard(reading: BoardReading, wanted: BoardQuery) {
  const { office, scope } = reading;
  const policy = await office.policy.current(office.pool);
  const seeing = { ...reading, policy };
  const { community, building, urgency } = wanted;
  const conditions = {
    categories: categoriesAsked(wanted, policy),
    community,
    building,
    urgency,
    open: (type: string, alias: string) => scope?.sql(type, alias) ?? 'true',
  };
  const crews = [...new Set([...policy.directory.teams.values()].flat())];
  const waiting = await waitingRows(office, conditions);
  const underWay = await underWayRows(office, conditions);
  const people = await peopleRows(office, crews);
  const groups = await crewRows(office);
  const total = waiting[0]?.total ?? 0;
  const crewsOf = (kind: CrewRow['kind']) =>
    groups.filter((row) => row.kind === kind).map((row) => crewView(seeing, row));
  return {
    waiting: waiting.map((row) => waitingView(seeing, row)),
    underWay: underWay.slice(0, MOST_UNDER_WAY).map((row) => underWayView(seeing, row)),
    people: people.slice(0, MOST_PEOPLE).map((row) => personView(seeing, row)),
    teams: crewsOf('team'),
    contractors: crewsOf('contractor'),
    total: { waiting: total },
    cut: {
      waiting: total > waiting.length,
      underWay: underWay.length > MOST_UNDER_WAY,
      people: people.length > MOST_PEOPLE || groups.length > MOST_PEOPLE,
    },
  };
}

const inLocale = (locale: Locale, name: string | null, nameEn: string | null): string | null =>
  locale === 'en' && nameEn ? nameEn : name;

const joined = (...parts: readonly (string | null | undefined | false)[]): string | null =>
  parts.filter(Boolean).join(' · ') || null;

type Placed = Pick<TicketRow, 'unit' | 'communityName' | 'communityNameEn' | 'exactLocation'>;

const placeOf = ({ locale, may }: Seeing, row: Placed): string | null =>
  joined(
    may('ticket', 'unit') && row.unit
      ? row.unit
      : may('ticket', 'community') && inLocale(locale, row.communityName, row.communityNameEn),
    may('ticket', 'exactLocation') && row.exactLocation,
  );

/** What stands on the card of a request, wherever it is. */
function briefView(seeing: Seeing, row: TicketRow) {
  const { may, policy } = seeing;
  const seen = <Value>(field: string, value: Value): Value | null => (may('ticket', field) ? value : null);
  return {
    documentId: row.ticketId,
    number: row.ticketNumber,
    version: row.ticketVersion,
    matter: seen('matter', row.matter),
    place: placeOf(seeing, row),
    urgency: seen('urgency', row.urgency),
    /** Trades that it asks for. */
    trades: tradesFor(factsIn({ kind: row.kind, category: row.categoryId }, policy), policy.categories),
  };
}

/** What stands besides on the card of one that waits. */
function ticketView(seeing: Seeing, row: TicketRow) {
  const { locale, may } = seeing;
  const seen = <Value>(field: string, value: Value): Value | null => (may('ticket', field) ? value : null);
  const category = row.categoryId && {
    documentId: row.categoryId,
    name: inLocale(locale, row.categoryName, row.categoryNameEn),
  };
  const accountable = row.accountableId && { documentId: row.accountableId, name: row.accountableName };
  return {
    ...briefView(seeing, row),
    kind: row.kind,
    stage: row.ticketStage,
    category: seen('category', category || null),
    emergencyWord: seen('emergencyWord', row.emergencyWord),
    rework: seen('rework', row.rework === true),
    receivedAt: seen('receivedAt', row.receivedAt),
    wantedAt: seen('wantedAt', row.wantedAt),
    suitableHours: seen('suitableHours', row.suitableHours),
    alarm: seen('dispatchAlarm', row.dispatchAlarm),
    accountable: seen('accountable', accountable || null),
  };
}

function waitingView(seeing: Seeing, row: WaitingRow) {
  const { orderId, orderNumber, orderStage, orderVersion } = row;
  return {
    ...ticketView(seeing, row),
    clocks: clockViews(seeing, row.clocks),
    order: orderId
      ? { documentId: orderId, number: orderNumber, stage: orderStage, version: orderVersion }
      : null,
  };
}

function underWayView(seeing: Seeing, row: UnderWayRow) {
  const { may } = seeing;
  const seen = <Value>(field: string, value: Value): Value | null =>
    may('dispatch-order', field) ? value : null;
  return {
    documentId: row.documentId,
    number: row.number,
    stage: row.stage,
    version: row.version,
    technician: seen('technician', row.technician),
    team: seen('team', row.team),
    contractor: seen('contractor', row.contractor),
    appointmentFrom: seen('appointmentFrom', row.appointmentFrom),
    appointmentTo: seen('appointmentTo', row.appointmentTo),
    dispatchedAt: seen('dispatchedAt', row.dispatchedAt),
    acceptedAt: seen('acceptedAt', row.acceptedAt),
    arrivedAt: seen('arrivedAt', row.arrivedAt),
    ticket: briefView(seeing, row),
    clocks: clockViews(seeing, row.clocks),
  };
}

function clockViews({ locale }: Seeing, clocks: readonly ClockRow[] | null) {
  const utc = (moment: string): string => `${moment}Z`;
  return (clocks ?? []).map(({ startedAt, dueAt, pausedAt, brokenAt, ...clock }) => {
    const words = enumWord('clock', 'name', clock.name);
    return {
      ...clock,
      label: words ? say(words, locale) : clock.name,
      state: pausedAt ? ('paused' as const) : ('running' as const),
      startedAt: utc(startedAt),
      dueAt: utc(dueAt),
      pausedAt: pausedAt && utc(pausedAt),
      brokenAt: brokenAt && utc(brokenAt),
    };
  });
}

/** Stages of an order in which its technician is where it is about. */
const ON_SITE: ReadonlySet<string> = new Set(['arrived', 'consented', 'working']);

function personView(seeing: Seeing, row: PersonRow) {
  const { locale, may, policy } = seeing;
  const seen = <Value>(field: string, value: Value): Value | null =>
    may('staff-member', field) ? value : null;
  const entry = policy.directory.staff.get(row.documentId);
  const about = placeOf(seeing, row);
  const named = may('dispatch-order', 'arrivalPlace') && row.arrivalPlace;
  const place = row.arrivedAt
    ? {
        text: joined(about, named && !about?.includes(named) && named),
        since: row.arrivedAt,
        thereNow: ON_SITE.has(row.arrivedStage ?? ''),
      }
    : null;
  return {
    documentId: row.documentId,
    name: inLocale(locale, row.name, row.nameEn),
    jobNumber: seen('jobNumber', row.jobNumber),
    post: seen('post', row.post),
    duty: seen('duty', row.duty),
    trades: seen('trades', entry?.trades ?? []) ?? [],
    teams: seen('teams', entry?.teams ?? []) ?? [],
    load: row.load,
    cap: row.cap,
    place: may('dispatch-order', 'arrivedAt') ? place : null,
  };
}

const crewView = ({ locale, may, policy }: Seeing, row: CrewRow) => ({
  documentId: row.documentId,
  name: inLocale(locale, row.name, row.nameEn),
  load: row.load,
  trades: may(row.kind, 'trades') ? (row.trades ?? []) : [],
  members: may(row.kind, 'members') ? (policy.directory.teams.get(row.documentId) ?? []) : [],
});
