import { ask, run } from '../database';
import type { Line } from '../table';
import { compare, intakesOf, picker, WRITERS, type Stage } from './http';

const CREW = 300;
const CAP = 60;

/** What callers say: one in five tells of an emergency. */
const MATTERS = [
  '厨房水龙头滴水，关不紧，请师傅来看一下',
  '电梯困人，三号楼一单元，快来',
  '楼道灯不亮，晚上走路看不清',
  '插座没电，别的房间都正常',
  '卫生间下水慢，可能堵了',
];

/** Technicians of every trade, and the rule that ordinary repairs go out in turn. */
async function setUp(url: string): Promise<void> {
  const now = "now() AT TIME ZONE 'UTC'";
  await run(
    url,
    `INSERT INTO staff_members (document_id, created_at, updated_at, published_at, name, job_number, post, duty, active, open_order_cap)
     SELECT 'w' || substr(md5('w' || n), 1, 23), ${now}, ${now}, ${now}, '技工' || n, 'W' || lpad(n::text, 4, '0'), 'technician', 'on_duty', true, ${CAP}
     FROM generate_series(1, ${CREW}) n`,
  );
  await run(
    url,
    `INSERT INTO staff_members_trades_lnk (staff_member_id, category_id)
     SELECT s.id, c.id FROM staff_members s, categories c WHERE s.job_number LIKE 'W%'
       AND NOT EXISTS (SELECT FROM categories_parent_lnk p WHERE p.category_id = c.id)`,
  );
  await run(
    url,
    `UPDATE tickets t SET place_key = 'u:' || u.document_id, branch_key = c.document_id
     FROM tickets_unit_lnk ul JOIN units u ON u.id = ul.unit_id, tickets_category_lnk cl JOIN categories c ON c.id = cl.category_id
     WHERE ul.ticket_id = t.id AND cl.ticket_id = t.id AND t.place_key IS NULL`,
  );
  await run(url, 'VACUUM ANALYZE');
  await run(url, `UPDATE dispatch_rules SET mode = 'rotate' WHERE code = 'ordinary-repair'`);
}

/** Intake with all the desk's rules: whose it is, whether it is an emergency, whether it was reported before, and who goes. */
export async function measureDesk(stage: Stage): Promise<Line[]> {
  const { ours } = stage;
  await setUp(ours.databaseUrl);
  const shots = await intakesOf(stage, { homes: 50_000, matter: picker(MATTERS) });
  const lines = await compare(
    stage,
    {
      what: 'intake with routing, emergencies, repeats, dispatch',
      atLeast: 4,
      connections: WRITERS,
      // Nobody works off what the load brings: it is filed before every round, so that there is somebody to go.
      // What an office has grown to in years is known to PostgreSQL; here it is told, and need not find out in the middle.
      before: async () => {
        await run(ours.databaseUrl, `UPDATE dispatch_orders SET stage = 'filed' WHERE stage <> 'filed'`);
        await run(ours.databaseUrl, 'VACUUM ANALYZE dispatch_orders');
      },
    },
    shots,
  );
  const [sent] = await ask<{ orders: number; repeats: number; urgent: number; tickets: number }>(
    ours.databaseUrl,
    `SELECT (SELECT count(*)::int FROM dispatch_orders) AS orders, (SELECT count(*)::int FROM tickets_repeat_of_lnk) AS repeats,
       count(*) FILTER (WHERE urgency = 'urgent')::int AS urgent, count(*)::int AS tickets FROM tickets WHERE number NOT LIKE 'OLD-%'`,
  );
  process.stderr.write(
    `  of ${sent?.tickets} requests ${sent?.orders} were sent out, ${sent?.urgent} urgent, ${sent?.repeats} reported before\n`,
  );
  return lines;
}
