import { countStatements, forgetStatements, ask } from '../database';
import { alternate, median, quiet, whatItSays, type Drive, type Round, type Shot } from '../drive';
import type { Running } from '../children';
import type { Options } from '../options';
import type { Line } from '../table';

/** Both servers, open and filled. */
export type Stage = { ours: Running; stock: Running; options: Options };

type Comparing = {
  what: string;
  /** How many times the plain app's rate is wanted; without it the ratio is only told. */
  atLeast?: number;
  within?: number;
  before?: () => Promise<void>;
  /** Otherwise as many as the options say. */
  connections?: number;
};

/** A request of each side. */
type Shots = { ours: () => Shot; stock: () => Shot };

/** At so many connections at once requests come in where an office is under pressure: desk, portal, partners. */
export const WRITERS = 64;

export async function compare(
  { ours, stock, options: given }: Stage,
  { what, atLeast, within, before, connections = given.connections }: Comparing,
  shots: Shots,
): Promise<Line[]> {
  const options = { ...given, connections };
  const sides: Record<'ours' | 'stock', Omit<Drive, 'options'>> = {
    ours: { server: ours, shoot: shots.ours, ...(before ? { before } : {}) },
    stock: { server: stock, shoot: shots.stock },
  };
  const rounds = await alternate(sides.ours, sides.stock, options);
  const rate = (of: readonly Round[]): number => median(of.map((round) => round.rate));
  // The load generator knows no 95th percentile; the next it knows is stricter.
  const p975 = (of: readonly Round[]): number => median(of.map((round) => round.p975));
  const statements = await Promise.all(
    [sides.ours, sides.stock].map(async (side) => statementsPerRequest(side.server, side.shoot)),
  );
  const ratio = rate(rounds.ours) / rate(rounds.stock);
  const all = (of: readonly Round[]): string => of.map((round) => round.rate.toFixed(0)).join(' ');
  process.stderr.write(`  ${what}: ours ${all(rounds.ours)}; stock ${all(rounds.stock)}\n`);
  return [
    {
      what: `${what}, a second`,
      ours: rate(rounds.ours).toFixed(0),
      stock: rate(rounds.stock).toFixed(0),
      ratio: `${ratio.toFixed(1)} ×`,
      target: atLeast ? `≥ ${atLeast} ×` : '',
      met: atLeast ? ratio >= atLeast : null,
    },
    {
      what: `${what}, 97.5th percentile at ${options.connections} connections`,
      ours: `${p975(rounds.ours).toFixed(0)} ms`,
      stock: `${p975(rounds.stock).toFixed(0)} ms`,
      ratio: '',
      target: within ? `≤ ${within} ms` : '',
      met: within ? p975(rounds.ours) <= within : null,
    },
    {
      what: `${what}, SQL statements`,
      ours: statements[0]!.toFixed(1),
      stock: statements[1]!.toFixed(1),
      ratio: '',
      target: '',
      met: null,
    },
  ];
}

const SAMPLE = 20;

/** How many statements one request costs, one request at a time. */
async function statementsPerRequest(server: Running, shoot: () => Shot): Promise<number> {
  await quiet(server.databaseUrl);
  await forgetStatements(server.databaseUrl);
  for (let shot = 0; shot < SAMPLE; shot += 1) await whatItSays(server, shoot());
  return (await countStatements(server.databaseUrl)) / SAMPLE;
}

export const idsOf = async (url: string, table: string, least = 1000): Promise<string[]> =>
  (
    await ask<{ id: string }>(
      url,
      `SELECT document_id AS id FROM ${table} WHERE id % greatest(1, (SELECT max(id) FROM ${table}) / ${least}) = 0 LIMIT ${least}`,
    )
  ).map(({ id }) => id);

export function picker(from: readonly string[]): () => string {
  let next = 0;
  return () => from[(next += 7) % from.length]!;
}

interface Intakes {
  /** How many homes they come from, about. */
  readonly homes?: number;
  readonly matter: () => string;
}

/** An intake by telephone, and the plain app's bare create of the same. */
export async function intakesOf({ ours, stock }: Stage, { homes, matter }: Intakes): Promise<Shots> {
  const units = {
    ours: picker(await idsOf(ours.databaseUrl, 'units', homes)),
    stock: picker(await idsOf(stock.databaseUrl, 'units', homes)),
  };
  const category = picker(await idsOf(ours.databaseUrl, 'categories'));
  let number = Date.now();
  const create = (body: object): Shot => ({ method: 'POST', path: '/api/tickets', body });
  return {
    ours: () =>
      create({
        kind: 'repair',
        channel: 'phone',
        matter: matter(),
        requesterName: '张三',
        contactPhone: '13800138000',
        unit: units.ours(),
        category: category(),
      }),
    stock: () =>
      create({
        number: `S-${(number += 1)}`,
        stage: 'registered',
        matter: matter(),
        receivedAt: new Date().toISOString(),
        unit: units.stock(),
      }),
  };
}

/** Intake through the whole engine against the plain app's bare create. */
export async function measureIntake(stage: Stage): Promise<Line[]> {
  const shots = await intakesOf(stage, { matter: () => '厨房水管漏水，水已经流到客厅，请尽快派人' });
  return [
    ...(await compare(stage, { what: 'intake', atLeast: 5, connections: WRITERS }, shots)),
    ...(await compare(stage, { what: 'intake, fewer at once' }, shots)),
  ];
}

/** One ticket: ours with unit, clocks and open actions, the plain app's with its unit. */
export async function measureOne(stage: Stage): Promise<Line[]> {
  const ours = picker(await idsOf(stage.ours.databaseUrl, 'tickets'));
  const stock = picker(await idsOf(stage.stock.databaseUrl, 'tickets'));
  return compare(
    stage,
    { what: 'one ticket', atLeast: 5 },
    {
      ours: () => ({ method: 'GET', path: `/api/tickets/${ours()}?populate=unit` }),
      stock: () => ({ method: 'GET', path: `/api/tickets/${stock()}?populate=unit` }),
    },
  );
}

/** The 25 newest tickets of a stage with unit and total. */
export async function measureList(stage: Stage): Promise<Line[]> {
  const path =
    '/api/tickets?filters[stage][$eq]=assigned&sort=receivedAt:desc&populate=unit&pagination[pageSize]=25';
  const shoot = (): Shot => ({ method: 'GET', path });
  return compare(stage, { what: 'list of 25', atLeast: 10, within: 150 }, { ours: shoot, stock: shoot });
}
