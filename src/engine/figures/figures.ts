import {
  SIGNED_SHARE,
  shareOf,
  VISITED_SHARE,
  type Figures,
  type FiguresOfGroup,
  type PromiseAbout,
  type PromiseFigure,
  type Took,
} from '../../rules/figures';
import { query } from '../db';
import type { Office } from '../office';
import { isSpan, ParamList, SPANS, type FiguresQuery } from './query';
import { namedSql, recordsSql, SOURCES, type SourceName } from './sources';

/** One line of a count: how many records there are under these keys. */
export interface Counted {
  readonly group: string | null;
  readonly keys: Readonly<Record<string, string | null>>;
  readonly count: number;
}

/** Counts the records of a source by some of its keys. */
export async function countBy(
  office: Office,
  { source, keys, asked }: { source: SourceName; keys: readonly string[]; asked: FiguresQuery },
): Promise<Counted[]> {
  const params = new ParamList();
  const sourcing = { office, query: asked, params };
  const origin = SOURCES[source](sourcing);
  const body = recordsSql(origin, sourcing);
  const group = groupSql(asked, params, office);
  const names = keys.map((key) => `"${key}"`);
  const shown = keys.map((key) => `${namedSql(origin, `g."${key}"`, key)} AS "${key}"`);
  const rows = await query<Record<string, string | null> & { count: number }>(
    office.pool,
    `SELECT ${[groupName(asked), ...shown].join(', ')}, g.count FROM
       (SELECT ${[group, ...names].join(', ')}, count(*)::int AS count FROM (${body}) r
        GROUP BY ${[...names.keys(), names.length].map((at) => at + 1).join(', ')}) g`,
    params.values,
  );
  return rows.map((row) => ({
    group: row.group ?? null,
    keys: Object.fromEntries(keys.map((key) => [key, row[key] ?? null])),
    count: Number(row.count),
  }));
}

/** How long the records of a source took, by group. */
export async function tookBy(
  office: Office,
  {
    source,
    asked,
    where,
  }: { source: SourceName; asked: FiguresQuery; where?: readonly [key: string, value: string] },
): Promise<ReadonlyMap<string | null, Took>> {
  const params = new ParamList();
  const sourcing = { office, query: asked, params };
  const body = recordsSql(SOURCES[source](sourcing), sourcing);
  const group = groupSql(asked, params, office);
  const only = where ? `WHERE "${where[0]}" = ${params.add(where[1])}` : '';
  const rows = await query<{
    group: string | null;
    count: number;
    median: number;
    p90: number;
    average: number;
  }>(
    office.pool,
    `SELECT ${groupName(asked)}, g.count, g.median, g.p90, g.average FROM
       (SELECT ${group}, count(value)::int AS count, percentile_cont(0.5) WITHIN GROUP (ORDER BY value) AS median,
         percentile_cont(0.9) WITHIN GROUP (ORDER BY value) AS p90, avg(value) AS average FROM (${body}) r ${only} GROUP BY 1) g`,
    params.values,
  );
  const rounded = (value: number | null) => (value === null ? null : Math.round(Number(value)));
  return new Map(
    rows.map(({ group: name, count, median, p90, average }) => [
      name,
      { count, median: rounded(median), p90: rounded(p90), average: rounded(average) },
    ]),
  );
}

/** The group of a record: a place or person of its ticket, or the first moment of the local month or week. */
function groupSql({ by }: FiguresQuery, params: ParamList, { timeZone }: Office): string {
  if (by === null) return 'NULL::text AS "group"';
  if (!isSpan(by)) return '"group"';
  return `date_trunc('${by}', moment AT TIME ZONE 'UTC' AT TIME ZONE ${params.add(timeZone)}) AS "group"`;
}

/** What a group is called: a span is written out once for each, not for each record. */
const groupName = ({ by }: FiguresQuery): string =>
  by !== null && isSpan(by) ? `to_char(g."group", '${SPANS[by]}') AS "group"` : 'g."group"';

const NO_TIME: Took = { count: 0, median: null, p90: null, average: null };

const tally = (rows: readonly Counted[], key: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { keys, count } of rows) {
    const name = keys[key] ?? 'none';
    counts[name] = (counts[name] ?? 0) + count;
  }
  return counts;
};
const total = (rows: readonly Counted[]): number => rows.reduce((sum, { count }) => sum + count, 0);
const having = (rows: readonly Counted[], key: string, ...values: readonly string[]): number =>
  total(rows.filter(({ keys }) => values.includes(keys[key] ?? 'none')));

export interface FiguresAnswer {
  readonly period: { readonly from: string; readonly to: string };
  readonly scope: FiguresQuery['scope'];
  readonly figures: Figures;
  /** The same for each part, where a breakdown was asked for. */
  readonly by?: readonly FiguresOfGroup[];
}

/**
 * The office's figures for a period [B-13][D-04][E-06][R-05]: promises kept per target, visits against 100 %, signed
 * share, rework, satisfaction, complaints, what is overdue now. Every number counts the records that `drill` lists.
 */
export async function figuresFor(office: Office, asked: FiguresQuery): Promise<FiguresAnswer> {
  const figures =
    (await figuresByGroup(office, { ...asked, by: null })).get(null) ?? (await noFigures(office, asked));
  const { from, to } = asked.period;
  const answer = {
    period: { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
    scope: asked.scope,
    figures,
  };
  if (asked.by === null) return answer;
  const groups = await figuresByGroup(office, asked);
  const by = [...groups].map(([group, one]) => ({ group, figures: one }));
  by.sort((a, b) => String(a.group ?? '~').localeCompare(String(b.group ?? '~')));
  return { ...answer, by };
}

const noFigures = async (office: Office, asked: FiguresQuery): Promise<Figures> =>
  figuresOf({ rows: emptyRows(), codes: await codesOf(office, []), took: emptyTook(), group: null, asked });

/** Arrivals are timed, and so counted, by `tookBy`. */
type CountedName = Exclude<SourceName, 'arrival'>;
type Rows = Readonly<Record<CountedName, readonly Counted[]>>;
type Taken = Readonly<Record<'completed' | 'arrival' | 'overdue', ReadonlyMap<string | null, Took>>>;

const emptyRows = (): Rows =>
  Object.fromEntries(Object.keys(SOURCES).map((name) => [name, []])) as unknown as Rows;
const emptyTook = (): Taken => ({ completed: new Map(), arrival: new Map(), overdue: new Map() });

/** By which keys each source is counted. */
const COUNTED: Readonly<Record<CountedName, readonly string[]>> = {
  received: ['kind', 'channel', 'urgency', 'category'],
  completed: ['kind', 'category', 'faultClass', 'rework'],
  promises: ['target', 'clock', 'verdict'],
  visits: ['state'],
  made: ['form', 'signed', 'satisfaction'],
  complaints: ['category', 'stage', 'class', 'cause', 'fault'],
  overdue: ['clock'],
};

async function figuresByGroup(office: Office, asked: FiguresQuery): Promise<Map<string | null, Figures>> {
  const names = Object.keys(COUNTED) as CountedName[];
  const counted = await Promise.all(
    names.map((source) => countBy(office, { source, keys: COUNTED[source], asked })),
  );
  const rows = Object.fromEntries(
    names.map((name, index) => [name, counted[index] ?? []]),
  ) as unknown as Rows;
  const [completed, arrival, overdue] = await Promise.all([
    tookBy(office, { source: 'completed', asked, where: ['kind', 'repair'] }),
    tookBy(office, { source: 'arrival', asked }),
    tookBy(office, { source: 'overdue', asked }),
  ]);
  const codes = await codesOf(
    office,
    rows.promises.map(({ keys }) => String(keys.target)),
  );
  const groups = new Set(Object.values(rows).flatMap((list) => list.map(({ group }) => group)));
  return new Map(
    [...groups].map((group) => [
      group,
      figuresOf({ rows, codes, took: { completed, arrival, overdue }, group, asked }),
    ]),
  );
}

interface KnownTarget {
  readonly id: string;
  readonly code: string;
  readonly rule: string | null;
  readonly caseType: string;
  /** The kind of request that it is for; null: of any. */
  readonly kind: string | null;
}

/** What a target is called, also one that has since been deleted: from the versions on record. */
async function codesOf(office: Office, ids: readonly string[]) {
  const rows = await query<KnownTarget & Record<string, unknown>>(
    office.pool,
    `SELECT DISTINCT ON (target_id) target_id AS id, snapshot->>'code' AS code, snapshot->>'rule' AS rule,
       snapshot->>'caseType' AS "caseType", snapshot->'conditions'->>'kind' AS kind
     FROM gj_policy_versions WHERE target_id = ANY($1) ORDER BY target_id, version DESC`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

interface Making {
  readonly rows: Rows;
  readonly codes: Awaited<ReturnType<typeof codesOf>>;
  readonly took: Taken;
  readonly group: string | null;
  readonly asked: FiguresQuery;
}

function figuresOf({ rows, codes, took, group }: Making): Figures {
  const own = (name: CountedName) => rows[name].filter((row) => row.group === group);
  const [received, completed, visits, made] = [own('received'), own('completed'), own('visits'), own('made')];
  const [complaints, overdue] = [own('complaints'), own('overdue')];
  const repairs = completed.filter(({ keys }) => keys.kind === 'repair');
  const again = repairs.filter(({ keys }) => keys.rework === 'yes');
  const owed = total(visits) - having(visits, 'state', 'exempt');
  const signed = shareOf(having(made, 'signed', 'yes'), total(made));
  const answered = made.filter(({ keys }) => keys.satisfaction !== null);
  return {
    received: {
      total: total(received),
      byKind: tally(received, 'kind'),
      byChannel: tally(received, 'channel'),
      byUrgency: tally(received, 'urgency'),
      byCategory: tally(received, 'category'),
    },
    completed: {
      total: total(completed),
      byKind: tally(completed, 'kind'),
      byCategory: tally(completed, 'category'),
      byFaultClass: tally(repairs, 'faultClass'),
      took: took.completed.get(group) ?? NO_TIME,
    },
    repairs: {
      received: having(received, 'kind', 'repair'),
      completed: total(repairs),
      receivedByCategory: tally(
        received.filter(({ keys }) => keys.kind === 'repair'),
        'category',
      ),
      completedByCategory: tally(repairs, 'category'),
    },
    rework: {
      ...shareOf(total(again), total(repairs)),
      byCategory: tally(again, 'category'),
    },
    promises: promisesOf(own('promises'), codes),
    arrival: took.arrival.get(group) ?? NO_TIME,
    visits: {
      ...shareOf(having(visits, 'state', 'visited'), owed),
      target: VISITED_SHARE,
      owed,
      exempt: having(visits, 'state', 'exempt'),
      due: having(visits, 'state', 'due'),
    },
    signed: {
      ...signed,
      target: SIGNED_SHARE,
      reached: signed.share === null ? null : signed.share >= SIGNED_SHARE,
      byForm: tally(made, 'form'),
    },
    satisfaction: {
      ...shareOf(having(answered, 'satisfaction', 'satisfied', 'very_satisfied'), total(answered)),
      byAnswer: tally(answered, 'satisfaction'),
    },
    complaints: complaintsOf(complaints),
    overdue: {
      total: total(overdue),
      byClock: tally(overdue, 'clock'),
      late: took.overdue.get(group) ?? NO_TIME,
    },
  };
}

function complaintsOf(complaints: readonly Counted[]): Figures['complaints'] {
  const faults = complaints.filter(({ keys }) => keys.fault === 'yes');
  const parts = (rows: readonly Counted[]) => ({
    total: total(rows),
    byClass: tally(rows, 'class'),
    byCause: tally(rows, 'cause'),
    byCategory: tally(rows, 'category'),
  });
  return { ...parts(complaints), byStage: tally(complaints, 'stage'), faults: parts(faults) };
}

function promisesOf(rows: readonly Counted[], codes: Making['codes']): Figures['promises'] {
  const targets = new Map<string, Counted[]>();
  for (const row of rows) {
    const target = String(row.keys.target);
    targets.set(target, [...(targets.get(target) ?? []), row]);
  }
  const byTarget = [...targets].map(([target, own]): PromiseFigure => {
    const [kept, broken] = [having(own, 'verdict', 'kept'), having(own, 'verdict', 'broken')];
    const known = codes.get(target);
    return {
      target,
      code: known?.code ?? null,
      rule: known?.rule ?? null,
      clock: String(own[0]?.keys.clock),
      about: aboutOf(known),
      kept,
      broken,
      ...shareOf(kept, kept + broken),
    };
  });
  byTarget.sort((a, b) => String(a.code).localeCompare(String(b.code)));
  return { ...shareOf(having(rows, 'verdict', 'kept'), total(rows)), byTarget };
}

function aboutOf(known: KnownTarget | undefined): PromiseAbout {
  if (known?.caseType === 'return-visit') return 'visit';
  return known?.kind === 'repair' || known?.kind === 'complaint' ? known.kind : 'other';
}
