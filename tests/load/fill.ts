import type { Options } from './options';
import { ask, run } from './database';

/** How much an office is filled with. */
export type Amount = Pick<Options, 'tickets' | 'units'>;

const STAGES = "(ARRAY['registered','assigned','in_progress','waiting','completed','closed','cancelled'])";
/** Most requests of an office are closed; a quarter is open. */
const STAGE_OF = `${STAGES}[CASE WHEN n % 4 = 0 THEN 1 + (n / 4) % 5 ELSE 6 END]`;
const MATTER = `(ARRAY['厨房水管漏水','客厅插座没电','楼道灯不亮','电梯异响','下水道堵塞','门禁刷不开'])[1 + n % 6] || ' ' || n`;
/** Spread over the two years before now, the youngest last. */
const RECEIVED = (tickets: number): string =>
  `now() AT TIME ZONE 'UTC' - (${tickets} - n) * interval '2 years' / ${tickets}`;
const idOf = (letter: string): string => `'${letter}' || substr(md5('${letter}' || n), 1, 23)`;
const SYSTEM = 'document_id, created_at, updated_at, published_at';
const NOW = "now() AT TIME ZONE 'UTC'";

/** Fills the plain app's tables with units and tickets. */
export async function fillStock(url: string, { tickets, units }: Amount): Promise<void> {
  await run(
    url,
    `INSERT INTO units (${SYSTEM}, label) SELECT ${idOf('u')}, ${NOW}, ${NOW}, ${NOW}, '1-' || n FROM generate_series(1, ${units}) n`,
  );
  await run(
    url,
    `INSERT INTO tickets (${SYSTEM}, number, stage, matter, received_at)
     SELECT ${idOf('t')}, ${NOW}, ${NOW}, ${NOW}, 'OLD-' || n, ${STAGE_OF}, ${MATTER}, ${RECEIVED(tickets)} FROM generate_series(1, ${tickets}) n`,
  );
  await run(url, linkSql('tickets_unit_lnk', 'ticket_id', { other: 'unit_id', otherTable: 'units' }));
  await run(url, 'VACUUM ANALYZE');
}

type Linking = { other: string; otherTable: string };

const linkSql = (table: string, own: string, { other, otherTable }: Linking): string =>
  `INSERT INTO ${table} (${own}, ${other}) SELECT t.id, o.first + t.id % o.count
   FROM tickets t, (SELECT min(id) AS first, count(*) AS count FROM ${otherTable}) o
   WHERE t.number LIKE 'OLD-%'`;

/** A target that a clock of the fill is started under. */
type TargetRow = { id: string; version: number };

/**
 * Fills ours: the same units and tickets, and for each ticket its category, one running clock, its history of one line and
 * the head of its chain. The office must have been open once and taken a request in, so that the versions of its targets are on record.
 */
export async function fillOurs(url: string, { tickets, units }: Amount): Promise<void> {
  await run(
    url,
    `INSERT INTO units (${SYSTEM}, label, full_label, building_code, community_code)
     SELECT ${idOf('u')}, ${NOW}, ${NOW}, ${NOW}, '1-' || n, '示例小区 1-' || n, 'b1', 'c1' FROM generate_series(1, ${units}) n`,
  );
  const [target] = await ask<TargetRow>(
    url,
    `SELECT target_id AS id, version FROM gj_policy_versions WHERE snapshot->>'code' = 'repair-arrive' ORDER BY version DESC LIMIT 1`,
  );
  if (!target) throw new Error('no target is on record');
  // In one go: no request may be open, not for a moment, without somebody accountable.
  await run(
    url,
    `INSERT INTO tickets (${SYSTEM}, number, kind, stage, channel, matter, urgency, fault_class, received_at, cycle, cycle_since, version,
       reassign_count, reopen_count, accountable_since, hand_over_count)
     SELECT ${idOf('t')}, ${NOW}, ${NOW}, ${NOW}, 'OLD-' || n, 'repair', ${STAGE_OF}, 'phone', ${MATTER}, 'ordinary', 'ordinary',
       ${RECEIVED(tickets)}, 1, ${RECEIVED(tickets)}, 1, 0, 0, ${RECEIVED(tickets)}, 0 FROM generate_series(1, ${tickets}) n;
     ${linkSql('tickets_accountable_lnk', 'ticket_id', { other: 'staff_member_id', otherTable: 'staff_members' })}`,
  );
  await run(url, linkSql('tickets_unit_lnk', 'ticket_id', { other: 'unit_id', otherTable: 'units' }));
  await run(
    url,
    linkSql('tickets_category_lnk', 'ticket_id', { other: 'category_id', otherTable: 'categories' }),
  );
  // Due within the next month, so that none comes due while something else is measured.
  await run(
    url,
    `INSERT INTO clocks (${SYSTEM}, case_type, case_id, case_number, name, cycle, target_id, target_version, rule_code, started_at, due_at,
       pauses, paused_seconds, used_seconds, next_at, next_kind, next_level, fired)
     SELECT ${idOf('k')}, ${NOW}, ${NOW}, ${NOW}, 'ticket', ${idOf('t')}, 'OLD-' || n, 'arrive', 1, '${target.id}', ${target.version}, 'C-01',
       d.due - interval '15 minutes', d.due, '[]', 0, 0, d.due, 'due', 0, '["warn:1"]'
     FROM generate_series(1, ${tickets}) n,
       LATERAL (SELECT date_trunc('milliseconds', ${NOW} + interval '1 day' + n * interval '29 days' / ${tickets}) AS due) d`,
  );
  await run(
    url,
    `INSERT INTO activities (${SYSTEM}, case_type, case_id, seq, action, recorded_at, occurred_at, actor_kind, actor_id, actor_name, via,
       from_stage, to_stage, cycle, changes, rules, prev_hash, hash)
     SELECT ${idOf('a')}, ${NOW}, ${NOW}, ${NOW}, 'ticket', ${idOf('t')}, 1, 'register', ${NOW}, ${NOW}, 'import', null, 'import', 'import',
       null, 'registered', 1, jsonb_build_object('matter', jsonb_build_array(null, ${MATTER})), 'A-01 A-06 B-01', '',
       encode(sha256(('a' || n)::bytea), 'hex') FROM generate_series(1, ${tickets}) n`,
  );
  await run(
    url,
    `INSERT INTO gj_case_heads (case_id, case_type, seq, hash)
     SELECT ${idOf('t')}, 'ticket', 1, encode(sha256(('a' || n)::bytea), 'hex') FROM generate_series(1, ${tickets}) n`,
  );
  await run(url, 'VACUUM ANALYZE');
}

/** People for the messages to go to: a supervisor, a head of department, a director. */
export async function fillStaff(url: string): Promise<void> {
  const posts = ['supervisor', 'department_head', 'director', 'manager'];
  await run(
    url,
    `INSERT INTO staff_members (${SYSTEM}, name, job_number, post, duty, active)
     SELECT ${idOf('s')}, ${NOW}, ${NOW}, ${NOW}, '员工' || n, 'J' || n, (ARRAY['${posts.join("','")}'])[n], 'on_duty', true
     FROM generate_series(1, ${posts.length}) n`,
  );
}

/** What an office of two years has behind it: for every closed request when it was completed, a promise decided and a visit made. */
export async function fillPast(url: string, { tickets, units }: Amount): Promise<void> {
  const [target] = await ask<TargetRow>(
    url,
    `SELECT target_id AS id, version FROM gj_policy_versions WHERE snapshot->>'code' = 'repair-solve-difficult' ORDER BY version DESC LIMIT 1`,
  );
  if (!target) throw new Error('no target is on record');
  const buildings = Math.max(50, Math.ceil(units / 100));
  await run(
    url,
    `INSERT INTO buildings (${SYSTEM}, name, code, community_code) SELECT ${idOf('b')}, ${NOW}, ${NOW}, ${NOW}, n || ' 栋', 'B' || n, 'c1' FROM generate_series(1, ${buildings}) n`,
  );
  await run(
    url,
    `INSERT INTO units_building_lnk (unit_id, building_id)
     SELECT u.id, o.first + u.id % ${buildings} FROM units u, (SELECT min(id) AS first FROM buildings WHERE code ~ '^B[0-9]+$') o
     WHERE NOT EXISTS (SELECT FROM units_building_lnk l WHERE l.unit_id = u.id)`,
  );
  const closed = `generate_series(1, ${tickets}) n WHERE n % 4 <> 0`;
  const completed = `${RECEIVED(tickets)} + (n % 97 + 1) * interval '30 minutes'`;
  await run(
    url,
    `UPDATE tickets t SET completed_at = t.received_at + (t.id % 97 + 1) * interval '30 minutes' WHERE t.stage = 'closed' AND t.number LIKE 'OLD-%'`,
  );
  await run(
    url,
    `INSERT INTO clocks (${SYSTEM}, case_type, case_id, case_number, name, cycle, target_id, target_version, rule_code, started_at, due_at,
       pauses, paused_seconds, used_seconds, stopped_at, verdict, broken_at, fired)
     SELECT ${idOf('q')}, ${NOW}, ${NOW}, ${NOW}, 'ticket', ${idOf('t')}, 'OLD-' || n, 'solve', 1, '${target.id}', ${target.version}, 'C-03',
       ${RECEIVED(tickets)}, ${RECEIVED(tickets)} + interval '2 days', '[]', 0, 0, ${completed}, CASE WHEN n % 9 = 0 THEN 'broken' ELSE 'kept' END,
       CASE WHEN n % 9 = 0 THEN ${completed} - interval '5 minutes' END, '[]' FROM ${closed}`,
  );
  await run(
    url,
    `INSERT INTO return_visits (${SYSTEM}, number, stage, kind, nature, duty_since, form, visited_at, satisfaction, signature, cycle, cycle_since, version)
     SELECT ${idOf('v')}, ${NOW}, ${NOW}, ${NOW}, 'OLDV-' || n, CASE WHEN n % 50 = 1 THEN 'due' ELSE 'reviewed' END, 'repair_quality', 'general', ${completed},
       CASE WHEN n % 3 = 0 THEN 'on_site' ELSE 'phone' END, CASE WHEN n % 50 = 1 THEN NULL ELSE ${completed} + interval '1 day' END,
       (ARRAY['very_satisfied','satisfied','fair','dissatisfied'])[1 + n % 4], CASE WHEN n % 3 = 0 THEN 'paper' END, 1, ${completed}, 1 FROM ${closed}`,
  );
  await run(
    url,
    `INSERT INTO return_visits_ticket_lnk (return_visit_id, ticket_id)
     SELECT v.id, t.id FROM return_visits v JOIN tickets t ON t.number = replace(v.number, 'OLDV-', 'OLD-') WHERE v.number LIKE 'OLDV-%'`,
  );
  await run(url, 'VACUUM ANALYZE');
}
