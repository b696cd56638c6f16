import { localDate } from '../rules/time';
import type { Clock } from '../rules/clocks';
import type { ChainedActivity } from './activities';
import { bookingParts } from './bookings';
import { CLOCK_COLUMNS, rowOfClock } from './clock-rows';
import { query, runParts, type Ending, type Part } from './db';
import { ordersMadeBy } from './asks/dispatch';
import { definitionOf, tableFor } from './office';
import { groupBy } from './group';
import { linkParts } from './links/rows';
import { tellWhenCommitted } from './news/changes';
import { outboxPart, toldIn } from './outbox';
import { recordParts, recordsMade } from './records';
import { insertRows, iso, json, linkPart, rowOf, unlinkPart, type Made } from './rows';
import { recordset, type Table } from './tables';
import { keyOf, type HeldCase, type Work } from './work';

/**
 * Writes everything a transaction has decided: numbers first, then cases with their relations, clocks,
 * activities, chain heads, fired moments, messages and their jobs, all as one statement: with the commit, where the
 * transaction's `ending` is given and so nothing comes after it.
 */
export async function flush(work: Work, now: number, ending?: Ending): Promise<void> {
  const cases = [...work.cases.values()].filter(
    (held) => held.record !== held.stored || held.clocks !== held.storedClocks,
  );
  await giveNumbers(work, cases, now);
  const parts: Part[] = [];
  const made = [...recordsMade(work), ...madeByTable(work, cases)];
  for (const [index, { table, rows }] of made.entries())
    parts.push(insertRows(table, rows, { now, before: made.slice(0, index) }));
  parts.push(...recordParts(work, now));
  for (const [type, held] of groupBy(cases, ({ type: one }) => one)) {
    const table = tableFor(work.office, type);
    const changed = held.filter((one) => one.stored !== null && one.record !== one.stored);
    if (changed.length > 0)
      parts.push(updateCases(table, changed, now), ...changedLinks(table, changed, made));
  }
  parts.push(...clockParts(work, cases, now), ...bookingParts(work, cases, now));
  if (work.activities.length > 0) parts.push(activityPart(work.activities, now), headPart(work));
  if (work.moments.length > 0) parts.push(momentPart(work));
  const told = toldIn(work);
  parts.push(...outboxPart(told, now), ...linkParts(work, told, now));
  if (work.deeds.length > 0) parts.push(deedPart(work));
  if (work.turns.size > 0) parts.push(turnPart(work, now));
  parts.push(...reservedPart(work));
  if (!work.client) return;
  const { client } = work;
  if (ending) ending.last(() => runParts(client, parts));
  else await runParts(client, parts);
  tellWhenCommitted(work, cases);
}

/** The cases that are being made, by table; those that others belong to come before them. */
function madeByTable(work: Work, cases: readonly HeldCase[]): Made[] {
  const made = groupBy(
    cases.filter(({ stored }) => stored === null),
    ({ type }) => type,
  );
  const depth = (type: string): number => {
    const { root } = definitionOf(work.office, type);
    return root && root.type !== type ? 1 + depth(root.type) : 0;
  };
  return [...made]
    .map(([type, held]) => ({
      table: tableFor(work.office, type),
      rows: held.map(({ record }) => record),
    }))
    .sort((a, b) => depth(a.table.type) - depth(b.table.type));
}

/** Gap-free numbers of the day, taken as late as can be: the counter is locked until the transaction ends. */
async function giveNumbers(work: Work, cases: readonly HeldCase[], now: number): Promise<void> {
  const made = cases.filter((held) => held.record.number === '');
  if (made.length === 0 || !work.client) return;
  const wanted = made.map((held) => {
    const { prefix } = definitionOf(work.office, held.type);
    const day = localDate(work.office.timeZone, held.madeAt ?? now);
    return { held, prefix: typeof prefix === 'string' ? prefix : prefix(held.record), day };
  });
  const groups = groupBy(wanted, ({ prefix, day }) => `${day} ${prefix}`);
  const asked = [...groups.keys()].sort().map((key) => {
    const [day, prefix] = key.split(' ');
    return { prefix, day, count: groups.get(key)?.length ?? 0 };
  });
  const rows = await query<{ prefix: string; day: string; last: number }>(
    work.client,
    `INSERT INTO gj_number_counters AS k (prefix, day, last)
     SELECT x.prefix, x.day, x.count FROM jsonb_to_recordset($1::jsonb) AS x(prefix text, day date, count integer)
     ON CONFLICT (prefix, day) DO UPDATE SET last = k.last + excluded.last
     RETURNING prefix, to_char(day, 'YYYY-MM-DD') AS day, last`,
    [JSON.stringify(asked)],
  );
  for (const row of rows) {
    const group = groups.get(`${row.day} ${row.prefix}`) ?? [];
    group.forEach(({ held }, index) => {
      const number = `${row.prefix}-${row.day.replaceAll('-', '')}-${String(row.last - group.length + index + 1).padStart(4, '0')}`;
      held.record = { ...held.record, number };
      held.clocks = held.clocks.map((clock) => ({ ...clock, caseNumber: number }));
    });
  }
}

function updateCases(table: Table, changed: readonly HeldCase[], now: number): Part {
  const rows = changed.map((held) => rowOf(table, held.record));
  const sets = table.columns.map(({ column }) => `"${column}" = x."${column}"`).join(', ');
  return {
    ctes: [
      [
        `${table.table}_upd`,
        `UPDATE "${table.table}" t SET updated_at = $?::timestamp, ${sets}
         FROM jsonb_to_recordset($?::jsonb) AS ${recordset(table, false)} WHERE t.document_id = x.document_id`,
      ],
    ],
    params: [iso(now), json(rows)],
  };
}

function changedLinks(table: Table, changed: readonly HeldCase[], made: readonly Made[]): Part[] {
  return table.links.flatMap((link) => {
    const moved = changed.filter(
      ({ record, stored }) => (record[link.attribute] ?? null) !== (stored?.[link.attribute] ?? null),
    );
    const set = moved.filter(({ record }) => record[link.attribute]);
    const cleared = moved.filter(({ record }) => !record[link.attribute]);
    return [
      ...(set.length > 0 ? [linkPart(table, link, { set: set.map(({ record }) => record), made })] : []),
      ...(cleared.length > 0
        ? [
            unlinkPart(
              table,
              link,
              cleared.map(({ record }) => record.documentId),
            ),
          ]
        : []),
    ];
  });
}

function clockParts(work: Work, cases: readonly HeldCase[], now: number): Part[] {
  const made: Clock[] = [];
  const changed: Clock[] = [];
  for (const held of cases) {
    const before = new Map(held.storedClocks.map((clock) => [clock.documentId, clock]));
    for (const clock of held.clocks) {
      const stored = before.get(clock.documentId);
      if (!stored) made.push(clock);
      else if (stored !== clock) changed.push(clock);
    }
  }
  return [
    ...(changed.length > 0 ? [updateClocks(changed, now)] : []),
    ...(made.length > 0 ? [insertClocks(made, now, changed.length > 0)] : []),
  ];
}

const CLOCK_FIELDS = CLOCK_COLUMNS.map(([, column]) => column).join(', ');
const CLOCK_RECORDSET = `x(document_id text, ${CLOCK_COLUMNS.map(([, column, sqlType]) => `${column} ${sqlType}`).join(', ')})`;

/** Of two parts of one statement PostgreSQL chooses which to run first: a promise is started anew after it was stopped. */
const AFTER_CHANGES = 'WHERE (SELECT count(*) FROM clocks_upd) >= 0';

function insertClocks(clocks: readonly Clock[], now: number, someChanged: boolean): Part {
  return {
    ctes: [
      [
        'clocks_new',
        `INSERT INTO clocks (document_id, created_at, updated_at, published_at, ${CLOCK_FIELDS})
         SELECT document_id, $?::timestamp, $?::timestamp, $?::timestamp, ${CLOCK_FIELDS} FROM jsonb_to_recordset($?::jsonb) AS ${CLOCK_RECORDSET}
         ${someChanged ? AFTER_CHANGES : ''}`,
      ],
    ],
    params: [iso(now), iso(now), iso(now), json(clocks.map(rowOfClock))],
  };
}

/** Also used by the wake-up loop, which changes clocks without holding their cases. */
export function updateClocks(clocks: readonly Clock[], now: number): Part {
  const sets = CLOCK_COLUMNS.map(([, column]) => `${column} = x.${column}`).join(', ');
  return {
    ctes: [
      [
        'clocks_upd',
        `UPDATE clocks c SET updated_at = $?::timestamp, ${sets} FROM jsonb_to_recordset($?::jsonb) AS ${CLOCK_RECORDSET}
         WHERE c.document_id = x.document_id RETURNING c.id`,
      ],
    ],
    params: [iso(now), json(clocks.map(rowOfClock))],
  };
}

const ACTIVITY_COLUMNS: readonly (readonly [keyof ChainedActivity, string, string])[] = [
  ['caseType', 'case_type', 'text'],
  ['caseId', 'case_id', 'text'],
  ['seq', 'seq', 'integer'],
  ['action', 'action', 'text'],
  ['recordedAt', 'recorded_at', 'timestamp'],
  ['occurredAt', 'occurred_at', 'timestamp'],
  ['actorKind', 'actor_kind', 'text'],
  ['actorId', 'actor_id', 'text'],
  ['actorName', 'actor_name', 'text'],
  ['via', 'via', 'text'],
  ['fromStage', 'from_stage', 'text'],
  ['toStage', 'to_stage', 'text'],
  ['cycle', 'cycle', 'integer'],
  ['changes', 'changes', 'jsonb'],
  ['note', 'note', 'text'],
  ['rules', 'rules', 'text'],
  ['prevHash', 'prev_hash', 'text'],
  ['hash', 'hash', 'text'],
];

function activityPart(activities: readonly ChainedActivity[], now: number): Part {
  const rows = activities.map((activity) => ({
    document_id: `a${activity.hash.slice(0, 23)}`,
    ...Object.fromEntries(ACTIVITY_COLUMNS.map(([field, column]) => [column, activity[field]])),
  }));
  const columns = ACTIVITY_COLUMNS.map(([, column]) => column).join(', ');
  const types = ACTIVITY_COLUMNS.map(([, column, sqlType]) => `${column} ${sqlType}`).join(', ');
  return {
    ctes: [
      [
        'activities_new',
        `INSERT INTO activities (document_id, created_at, updated_at, published_at, ${columns})
         SELECT document_id, $?::timestamp, $?::timestamp, $?::timestamp, ${columns}
         FROM jsonb_to_recordset($?::jsonb) AS x(document_id text, ${types})`,
      ],
    ],
    params: [iso(now), iso(now), iso(now), json(rows)],
  };
}

function headPart(work: Work): Part {
  const touched = new Set(work.activities.map(({ caseType, caseId }) => keyOf(caseType, caseId)));
  const rows = [...touched].map((key) => {
    const colon = key.indexOf(':');
    return { type: key.slice(0, colon), id: key.slice(colon + 1), ...work.heads.get(key) };
  });
  return {
    ctes: [
      [
        'heads_new',
        `INSERT INTO gj_case_heads (case_id, case_type, seq, hash)
         SELECT x.id, x.type, x.seq, x.hash FROM jsonb_to_recordset($?::jsonb) AS x(id text, type text, seq integer, hash text)
         ON CONFLICT (case_id, case_type) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
      ],
    ],
    params: [json(rows)],
  };
}

function deedPart(work: Work): Part {
  const rows = work.deeds.map(({ caseType, caseId, action, input = {}, at }) => ({
    case_type: caseType,
    case_id: caseId,
    action,
    input,
    due_at: iso(at),
  }));
  return {
    ctes: [
      [
        'deeds_new',
        `INSERT INTO gj_deeds (case_type, case_id, action, input, due_at) SELECT * FROM jsonb_to_recordset($?::jsonb)
           AS x(case_type text, case_id text, action text, input jsonb, due_at timestamp)`,
      ],
    ],
    params: [json(rows)],
  };
}

/** What was reserved for orders is on record with them. */
function reservedPart(work: Work): Part[] {
  const orders = ordersMadeBy(work).map(({ order }) => order);
  if (orders.length === 0) return [];
  return [
    {
      ctes: [['reserved_gone', 'DELETE FROM gj_reserved WHERE order_id = ANY($?::text[])']],
      params: [orders],
    },
  ];
}

function turnPart(work: Work, now: number): Part {
  const rows = [...work.turns].map(([rule, key]) => ({ rule, key }));
  return {
    ctes: [
      [
        'turns_new',
        `INSERT INTO gj_rotations (rule_id, last_key, at)
         SELECT x.rule, x.key, $?::timestamp FROM jsonb_to_recordset($?::jsonb) AS x(rule text, key text)
         ON CONFLICT (rule_id) DO UPDATE SET last_key = excluded.last_key, at = excluded.at`,
      ],
    ],
    params: [iso(now), json(rows)],
  };
}

function momentPart(work: Work): Part {
  const rows = work.moments.map(({ clock, kind, level, at, firedAt }) => ({
    clock_id: clock.documentId,
    cycle: clock.cycle,
    kind,
    level,
    at: iso(at),
    fired_at: iso(firedAt),
  }));
  return {
    ctes: [
      [
        'moments_new',
        `INSERT INTO gj_clock_moments (clock_id, cycle, kind, level, at, fired_at)
         SELECT * FROM jsonb_to_recordset($?::jsonb)
           AS x(clock_id text, cycle integer, kind text, level integer, at timestamp, fired_at timestamp)`,
      ],
    ],
    params: [json(rows)],
  };
}
