import { learnFrom, type Learned } from '../../../rules/intake';
import { query } from '../../db';
import type { Office } from '../../office';

/** How many of the latest requests are learned from, and how long what was learned is used. */
const SAMPLES = 3_000;
const GOOD_FOR = 15 * 60_000;

interface Lesson {
  readonly until: number;
  readonly learned: Promise<Learned>;
}

const lessons = new WeakMap<Office, Lesson>();

/** What the latest requests teach about words and categories; read anew every quarter of an hour at most. */
export function learnedBy(office: Office): Promise<Learned> {
  const last = lessons.get(office);
  if (last && performance.now() < last.until) return last.learned;
  const learned = read(office);
  lessons.set(office, { until: performance.now() + GOOD_FOR, learned });
  learned.catch(() => lessons.delete(office));
  return learned;
}

async function read(office: Office): Promise<Learned> {
  return learnFrom(
    await query<{ text: string; category: string }>(
      office.pool,
      `SELECT left(matter, 120) AS text, branch_key AS category FROM (
         SELECT matter, branch_key FROM tickets ORDER BY id DESC LIMIT ${SAMPLES}
       ) t WHERE branch_key IS NOT NULL AND matter IS NOT NULL`,
    ),
  );
}
