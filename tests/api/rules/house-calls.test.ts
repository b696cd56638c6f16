import fc from 'fast-check';
import {
  act,
  DAY,
  look,
  notOpened,
  open,
  refused,
  stopTime,
  type CaseSeen,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { employ, outsideSystem, staffOf, type Colleague, type Staff } from '../../support/people';
import { PROPERTY_SEED } from '../../support/property-seed';

const NOON = Date.parse('2026-11-20T04:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();

let office: Office;
let staff: Staff;
let time: OfficeTime;
let mate: Colleague;
let community: string;
/** Building by name: its documentId, and its homes by label. */
const estate: Record<string, { id: string; homes: Record<string, string> }> = {};

const create = async (type: string, data: object): Promise<string> =>
  (await office.strapi.documents(`api::${type}.${type}` as 'api::unit.unit').create({ data } as never))
    .documentId;

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  mate = await employ(office, 'steward', { superior: staff.supervisor });
  time = stopTime(office, NOON);
  community = await create('community', { name: '走访苑', code: 'ZFY' });
  for (const [name, steward] of [
    ['1栋', staff.steward],
    ['2栋', mate],
  ] as const) {
    const id = await create('building', { name, code: name, community, steward: steward.staffId });
    const homes: Record<string, string> = {};
    for (const label of ['101', '102', '201', '202'])
      homes[label] = await create('unit', { label: `${name}-${label}`, building: id });
    homes.P1 = await create('unit', { label: `${name}-P1`, building: id, use: 'parking_space' });
    estate[name] = { id, homes };
  }
});
afterAll(() => office.close());
beforeEach(() => time.set(NOON));

const home = (building: string, label: string): string => String(estate[building]?.homes[label]);
const plan = (more: object = {}) => ({
  ...{ title: '下半年走访', building: estate['1栋']?.id, periodFrom: '2026-11-01', periodTo: '2026-11-30' },
  ...more,
});
const met = (unit: string, more: object = {}) => ({ unit, interviewee: '王女士', said: '一切都好', ...more });
interface Answer {
  readonly data: {
    readonly total: object;
    readonly buildings: readonly {
      building: string;
      name: string;
      count: number;
      of: number;
      share: number;
      calls: number;
    }[];
    readonly open?: readonly { label: string }[];
  };
}
const coverage = async (who: Colleague, query: object): Promise<Answer['data']> =>
  ((await who.agent.get('/office/house-calls/coverage').query(query)).body as Answer).data;

describe('a plan of house calls', () => {
  test('[D-12] is drawn up by a steward or a superior, for a place and a period', async () => {
    expect((await notOpened(staff.technician, 'house-call-plan', plan())).status).toBe(403);
    for (const [given, code, field] of [
      [{ building: null }, 'PLAN_WITHOUT_PLACE', 'building'],
      [{ periodTo: '2026-10-01' }, 'PERIOD_INVALID', 'periodTo'],
      [{ periodTo: 'soon' }, 'INPUT_INVALID', 'periodTo'],
      [{ aim: 'listed_units' }, 'UNITS_NOT_LISTED', 'listedUnits'],
      [{ aim: 'listed_units', listedUnits: [home('2栋', '101')] }, 'UNIT_NOT_IN_PLAN', 'listedUnits'],
    ] as const) {
      expect(await notOpened(staff.steward, 'house-call-plan', plan(given))).toMatchObject({
        status: 422,
        code,
        field,
      });
    }
    const made = await open(staff.steward, 'house-call-plan', plan());
    expect(made).toMatchObject({
      stage: 'under_way',
      record: {
        steward: staff.steward.staffId,
        frequency: 'every_half_year',
        aim: 'all_units',
        periodTo: '2026-11-30',
      },
    });
    expect(made.number).toMatch(/^JH-20261120-\d{4}$/);
  });

  test('[D-12] is changed and closed by its own steward or a superior', async () => {
    const made = await open(staff.steward, 'house-call-plan', plan());
    expect(await refused(mate, made, 'edit', { title: '改' })).toMatchObject({ status: 403 });
    expect(await refused(mate, made, 'close')).toMatchObject({ status: 403 });
    expect(await refused(staff.steward, made, 'edit', { periodTo: '2026-10-01' })).toMatchObject({
      field: 'periodTo',
    });
    const changed = await act(staff.steward, made, 'edit', { frequency: 'every_quarter' });
    expect(changed.record).toMatchObject({ frequency: 'every_quarter', title: '下半年走访' });
    const closed = await act(staff.supervisor, made, 'close');
    expect(closed.stage).toBe('closed');
    const call = met(home('1栋', '101'), { plan: made.documentId });
    expect(await notOpened(staff.steward, 'house-call', call)).toMatchObject({
      code: 'PLAN_CLOSED',
      field: 'plan',
    });
  });
});

describe('a house call', () => {
  test('[D-12] says who called, whom he met and what was said; a home of the plan', async () => {
    const made = await open(staff.steward, 'house-call-plan', plan());
    const of = { plan: made.documentId };
    expect((await notOpened(staff.technician, 'house-call', met(home('1栋', '101')))).status).toBe(403);
    for (const field of ['interviewee', 'said']) {
      const { [field]: _left, ...rest } = met(home('1栋', '101')) as Record<string, unknown>;
      expect(await notOpened(staff.steward, 'house-call', rest)).toMatchObject({ code: 'TEXT_EMPTY', field });
    }
    expect(await notOpened(staff.steward, 'house-call', met(home('2栋', '101'), of))).toMatchObject({
      ...{ status: 422, code: 'UNIT_NOT_IN_PLAN', field: 'unit' },
    });
    expect(
      await notOpened(staff.steward, 'house-call', met(home('1栋', '101'), { calledAt: iso(NOON + DAY) })),
    ).toMatchObject({ code: 'MOMENT_IN_FUTURE', field: 'calledAt' });
    const call = await open(staff.steward, 'house-call', met(home('1栋', '101'), of));
    expect(call).toMatchObject({
      stage: 'on_record',
      record: {
        steward: staff.steward.staffId,
        calledAt: iso(NOON),
        outcome: 'reached',
        signature: null,
        ...of,
      },
    });
    expect(call.number).toMatch(/^ZF-20261120-\d{4}$/);
    const vain = await open(staff.steward, 'house-call', { unit: home('1栋', '102'), outcome: 'no_answer' });
    expect(vain.record.outcome).toBe('no_answer');
  });

  test('[D-06] a matter raised becomes a request tied to the call, in the same step', async () => {
    const unit = home('2栋', '202');
    const call = await open(mate, 'house-call', met(unit, { newMatter: '楼道灯不亮' }));
    const more = await act(mate, call, 'raise', {
      ...{ matter: '想装充电桩', kind: 'suggestion' },
      promisedReplyAt: iso(NOON + DAY),
    });
    const raised = more.related.filter(({ type }) => type === 'ticket');
    const seen = await Promise.all(raised.map((one) => look(staff.supervisor, one as CaseSeen)));
    expect(seen.map(({ record }) => record)).toMatchObject([
      {
        matter: '楼道灯不亮',
        kind: 'repair',
        unit,
        requesterName: '王女士',
        channel: 'house_call',
        raisedOnCall: call.documentId,
      },
      {
        matter: '想装充电桩',
        kind: 'suggestion',
        unit,
        channel: 'house_call',
        raisedOnCall: call.documentId,
      },
    ]);
  });

  test('[D-12] is written by people only, and never changed', async () => {
    const site = await outsideSystem(office, 'api::house-call.house-call.create');
    const answer = await site.post('/api/house-calls').send({ data: met(home('1栋', '101')) });
    expect(answer.status).toBe(403);
    const call = await open(mate, 'house-call', met(home('2栋', '101')));
    const path = `/content-manager/collection-types/api::house-call.house-call/${call.documentId}`;
    expect((await mate.agent.put(path).send({ said: '另一番话' })).status).toBeGreaterThanOrEqual(403);
    expect((await look(staff.supervisor, call)).record.said).toBe('一切都好');
  });
});

describe('coverage', () => {
  test('[D-12] a steward sees his own buildings, those above him all, others none', async () => {
    const query = { period: '2026-11' };
    const names = async (who: Colleague) => (await coverage(who, query)).buildings.map(({ name }) => name);
    expect(await names(staff.steward)).toEqual(['1栋']);
    expect(await names(mate)).toEqual(['2栋']);
    for (const post of ['supervisor', 'manager', 'clerk'] as const)
      expect(await names(staff[post])).toEqual(['1栋', '2栋']);
    for (const post of ['technician', 'security', 'finance'] as const) {
      expect((await staff[post].agent.get('/office/house-calls/coverage').query(query)).status).toBe(403);
    }
    const site = await outsideSystem(office, 'api::house-call-coverage.house-call-coverage.find');
    expect((await site.get('/api/house-call-coverage').query(query)).status).toBe(200);
    expect((await (await outsideSystem(office)).get('/api/house-call-coverage').query(query)).status).toBe(
      403,
    );
  });

  test('[D-12] of a plan is over its homes and its days, and names those not met yet', async () => {
    const listedUnits = [home('1栋', '101'), home('1栋', '102'), home('1栋', 'P1')];
    const made = await open(
      staff.steward,
      'house-call-plan',
      plan({ aim: 'listed_units', listedUnits, periodFrom: '2026-12-01', periodTo: '2026-12-31' }),
    );
    const at = Date.parse('2026-12-31T15:59:59Z');
    time.set(at);
    await open(staff.steward, 'house-call', met(home('1栋', '101')));
    await open(staff.steward, 'house-call', met(home('1栋', '201')));
    await open(staff.steward, 'house-call', { unit: home('1栋', '102'), outcome: 'refused' });
    time.set(at + 1000);
    await open(staff.steward, 'house-call', met(home('1栋', 'P1')));
    const seen = await coverage(staff.steward, { plan: made.documentId });
    expect(seen.buildings).toEqual([
      {
        ...{ building: estate['1栋']?.id, name: '1栋', community: '走访苑' },
        ...{ count: 1, of: 3, share: 0.3333, calls: 2 },
      },
    ]);
    expect(seen.open?.map(({ label }) => label)).toEqual(['1栋-102', '1栋-P1']);
  });

  test.each([
    [{}, 'PERIOD_INVALID', 'from'],
    [{ period: '2026-13' }, 'PERIOD_INVALID', 'period'],
    [{ period: '2026-11', moon: 'full' }, 'INPUT_UNKNOWN_FIELD', 'moon'],
    [{ period: '2026-11', building: 'aaaaaaaaaaaaaaaaaaaaaaaa' }, 'REFERENCE_UNKNOWN', 'building'],
    [{ plan: { $gt: '' } }, 'INPUT_INVALID', 'plan'],
  ])('[D-12] %j is refused', async (query, code, field) => {
    const answer = await staff.manager.agent.get('/office/house-calls/coverage').query(query);
    expect(answer).toMatchObject({ status: 422, body: { error: { details: { code, field } } } });
  });

  test('[D-12] equals a slow recount, whatever was called on and whichever days are asked about', async () => {
    const start = Date.parse('2027-03-01T00:00:00+08:00');
    const all = Object.entries(estate).flatMap(([building, { homes }]) =>
      Object.entries(homes).map(([label, unit]) => ({ building, label, unit })),
    );
    const draws = fc.sample(
      fc.record({
        at: fc.integer({ min: 0, max: 40 * 24 * 60 }),
        unit: fc.constantFrom(...all),
        outcome: fc.constantFrom('reached', 'reached', 'no_answer', 'refused'),
      }),
      { seed: PROPERTY_SEED, numRuns: 30 },
    );
    const calls = draws
      .map((draw) => ({ ...draw, at: start + draw.at * 60_000 }))
      .sort((one, other) => one.at - other.at);
    for (const { at, unit, outcome } of calls) {
      time.set(at);
      await open(
        staff.front_desk,
        'house-call',
        outcome === 'reached' ? met(unit.unit) : { unit: unit.unit, outcome },
      );
    }
    const spans = fc.sample(fc.tuple(fc.integer({ min: 0, max: 35 }), fc.integer({ min: 0, max: 12 })), {
      seed: PROPERTY_SEED,
      numRuns: 12,
    });
    const local = (at: number): string => iso(at + 8 * 3_600_000).slice(0, 10);
    for (const [first, days] of spans) {
      const [from, to] = [start + first * DAY, start + (first + days) * DAY];
      const seen = await coverage(staff.manager, { from: local(from), to: local(to), community });
      const slow = Object.entries(estate).map(([name, { id, homes }]) => {
        const counted = Object.entries(homes).filter(([label]) => label !== 'P1');
        const inSpan = calls.filter(
          ({ at, unit }) => unit.building === name && local(at) >= local(from) && local(at) <= local(to),
        );
        const own = inSpan.filter(({ unit }) => unit.label !== 'P1');
        const reached = counted.filter(([label]) =>
          own.some((call) => call.unit.label === label && call.outcome === 'reached'),
        );
        return { building: id, name, count: reached.length, of: counted.length, calls: own.length };
      });
      expect(
        seen.buildings.map(({ building, name, count, of, calls: made }) => ({
          building,
          name,
          count,
          of,
          calls: made,
        })),
      ).toEqual(slow);
      expect(seen.total).toMatchObject({ count: slow.reduce((sum, { count }) => sum + count, 0), of: 8 });
    }
  });
});
