import fc from 'fast-check';
import { officeOf } from '../../../src/engine/office';
import { makeSummaries } from '../../../src/engine/reports';
import { wakeUp } from '../../../src/engine/wakeups';
import {
  act,
  DAY,
  HOUR,
  kin,
  look,
  MINUTE,
  notOpened,
  open,
  refused,
  repairUntil,
  stopTime,
  type CaseSeen,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import {
  aUnit,
  coded,
  employ,
  outsideSystem,
  staffOf,
  type Colleague,
  type Staff,
} from '../../support/people';
import { PROPERTY_SEED } from '../../support/property-seed';

const SEPTEMBER = Date.parse('2026-09-01T00:00:00+08:00');
const TODAY = Date.parse('2026-11-20T02:00:00Z');

let office: Office;
let staff: Staff;
let time: OfficeTime;
let mate: Colleague;
let units: string[];

type Row = Record<string, unknown> & { documentId: string };
const all = (type: string, populate: object = {}): Promise<Row[]> =>
  office.strapi.db.query(`api::${type}.${type}` as never).findMany({ populate }) as Promise<Row[]>;
const idOf = (relation: unknown): string | null => (relation as Row | null)?.documentId ?? null;

/** A quarter of an office's life, of chance but the same every time. */
async function aQuarter(): Promise<void> {
  const draws = fc
    .sample(
      fc.record({
        kind: fc.constantFrom('repair', 'repair', 'repair', 'complaint'),
        at: fc.integer({ min: SEPTEMBER, max: TODAY - 5 * DAY }),
        unit: fc.constantFrom(...units, null),
        class: fc.constantFrom('serious', 'important', 'minor', 'invalid', null),
        cause: fc.constantFrom('by_company', 'by_resident', null),
        until: fc.constantFrom('dispatched', 'accept', 'arrive', 'finish', 'sign', 'file'),
        wait: fc.integer({ min: 1, max: 40 }),
        form: fc.constantFrom('on_site', 'phone', 'letter', null),
        satisfaction: fc.constantFrom('very_satisfied', 'satisfied', 'fair'),
        channel: fc.constantFrom('phone', 'walk_in', 'online'),
        byMate: fc.boolean(),
        reopened: fc.boolean(),
      }),
      { seed: PROPERTY_SEED, numRuns: 36 },
    )
    .sort((a, b) => a.at - b.at);
  for (const draw of draws) {
    time.set(draw.at);
    const register = {
      unit: draw.unit,
      channel: draw.channel,
      requesterName: '王女士',
      contactPhone: '13800000000',
      category: await coded(office.strapi, 'category', 'SD-07'),
    };
    const crew = draw.byMate ? { ...staff, technician: mate } : staff;
    let ticket: CaseSeen;
    if (draw.kind === 'complaint') {
      ticket = await open(staff.front_desk, 'ticket', {
        ...{ kind: 'complaint', matter: '楼道堆物', complaintClass: draw.class },
        ...register,
      });
      if (draw.cause && draw.class && draw.class !== 'invalid')
        ticket = await act(staff.supervisor, ticket, 'find_cause', {
          complaintCause: draw.cause,
          finding: '已查',
        });
      await time.pass(draw.wait * HOUR);
      if (draw.until !== 'dispatched')
        ticket = await act(staff.supervisor, ticket, 'complete', { result: '已清理' });
    } else {
      ticket = (await repairUntil(crew, 'dispatched', { inputs: { register } })).ticket;
      await time.pass(draw.wait * MINUTE);
      ticket = await walkOn(crew, ticket, draw.until);
    }
    const visit = ticket.related.find(({ type, stage }) => type === 'return-visit' && stage === 'due');
    if (!visit || draw.form === null) continue;
    await time.pass(draw.wait * HOUR);
    await act(staff.steward, { type: 'return-visit', documentId: visit.documentId }, 'record', {
      form: draw.form,
      visitor: staff.steward.staffId,
      interviewee: '王女士',
      said: '好了',
      result: '归档',
      satisfaction: draw.satisfaction,
      ...(draw.form === 'on_site' ? { signature: 'data:image/png;base64,AA==' } : {}),
      ...(draw.form === 'letter' ? { letterText: '王女士：您好……' } : {}),
    });
    if (draw.reopened) await act(staff.supervisor, ticket, 'reopen', { reason: '又坏了' });
  }
  time.set(TODAY);
  await wakeUp(officeOf(office.strapi), TODAY);
}

const STEPS = ['accept', 'arrive', 'consent', 'start', 'finish', 'sign', 'file'];
async function walkOn(crew: Staff, ticket: CaseSeen, until: string): Promise<CaseSeen> {
  const order = kin(ticket, 'dispatch-order');
  const inputs: Record<string, object> = {
    consent: { workEstablished: '更换开关', consentedBy: '王女士' },
    finish: { workDone: '已更换' },
    sign: { noSignatureReason: '家中无人' },
  };
  for (const step of STEPS.slice(0, STEPS.indexOf(until) + 1)) {
    await time.pass(7 * MINUTE);
    await act(step === 'file' ? crew.clerk : crew.technician, order, step, inputs[step] ?? {});
  }
  return look(staff.supervisor, ticket);
}

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  mate = await employ(office, 'technician', { superior: staff.supervisor });
  units = [await aUnit(office.strapi), await aUnit(office.strapi), await aUnit(office.strapi)];
  for (const documentId of units)
    await office.strapi
      .documents('api::unit.unit')
      .update({ documentId, data: { deliveredOn: '2026-06-01' } as never });
  // The same lamps go on failing: here only what is reopened counts as done again.
  await office.strapi.documents('api::category.category').update({
    documentId: await coded(office.strapi, 'category', 'SD-07'),
    data: { reworkDays: 0 } as never,
  });
  time = stopTime(office, TODAY);
  await aQuarter();
}, 240_000);
afterAll(() => office.close());

const get = async (who: Colleague, query: object) =>
  who.agent.get('/office/figures').query(query) as unknown as Promise<{ status: number; body: Answer }>;
type Answer = {
  data: {
    figures: Record<string, unknown>;
    by?: { group: string | null; figures: Record<string, unknown> }[];
  };
  error?: { details: { code: string; field?: string } };
};

function countedBy(rows: readonly Row[], field: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const key = String(row[field] ?? 'none');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** The figures made anew from the records, one by one. */
async function recount(query: Query) {
  const [tickets, clocks, visits, unitRows] = [
    await all('ticket', { unit: true, handler: true, accountable: true, community: true }),
    await all('clock'),
    await all('return-visit', { ticket: true }),
    await all('unit', { building: { populate: { community: true } } }),
  ];
  const orders = await all('dispatch-order', { ticket: true });
  const from = Date.parse(`${query.from}T00:00:00+08:00`);
  const to = Date.parse(`${query.to}T00:00:00+08:00`) + DAY;
  const buildingOf = (ticket: Row) =>
    unitRows.find(({ documentId }) => documentId === idOf(ticket.unit))?.building as Row | undefined;
  const inScope = (ticket: Row | undefined): boolean =>
    ticket !== undefined &&
    (!query.building || buildingOf(ticket)?.documentId === query.building) &&
    (!query.community ||
      idOf(ticket.community) === query.community ||
      idOf(buildingOf(ticket)?.community) === query.community) &&
    (!query.person || (idOf(ticket.handler) ?? idOf(ticket.accountable)) === query.person);
  const within = (at: unknown): boolean => {
    const moment = typeof at === 'string' || at instanceof Date ? new Date(at).getTime() : NaN;
    return moment >= from && moment < to;
  };
  const ticketOf = (type: unknown, id: unknown): Row | undefined => {
    const own =
      type === 'ticket'
        ? id
        : idOf([...visits, ...orders].find(({ documentId }) => documentId === id)?.ticket);
    return tickets.find(({ documentId }) => documentId === own);
  };
  const mine = tickets.filter(inScope);
  const decided = clocks.filter(
    (clock) =>
      ['kept', 'broken'].includes(String(clock.verdict)) &&
      within(clock.brokenAt ?? clock.stoppedAt) &&
      inScope(ticketOf(clock.caseType, clock.caseId)),
  );
  const owed = visits.filter(
    (visit) => within(visit.dutySince) && inScope(ticketOf('ticket', idOf(visit.ticket))),
  );
  const made = visits.filter(
    (visit) =>
      within(visit.visitedAt) && visit.stage !== 'due' && inScope(ticketOf('ticket', idOf(visit.ticket))),
  );
  const repaired = mine.filter((ticket) => ticket.kind === 'repair' && within(ticket.completedAt));
  const took = repaired
    .map((ticket) => (Date.parse(String(ticket.completedAt)) - Date.parse(String(ticket.receivedAt))) / 1000)
    .sort((a, b) => a - b);
  const middle = (took.length - 1) / 2;
  const complaints = mine.filter((ticket) => ticket.kind === 'complaint' && within(ticket.receivedAt));
  return {
    received: mine.filter((ticket) => within(ticket.receivedAt)).length,
    complaints: complaints.length,
    complaintsBy: [countedBy(complaints, 'complaintClass'), countedBy(complaints, 'complaintCause')],
    faults: complaints.filter(({ complaintClass }) => complaintClass !== 'invalid').length,
    completed: mine.filter((ticket) => within(ticket.completedAt)).length,
    rework: [repaired.filter((ticket) => Number(ticket.reopenCount) > 0).length, repaired.length],
    promises: [decided.filter(({ verdict }) => verdict === 'kept').length, decided.length],
    visits: [owed.filter(({ stage }) => stage !== 'due').length, owed.length],
    signed: [made.filter(({ form, signature }) => form === 'on_site' && signature).length, made.length],
    satisfaction: made.filter(
      ({ satisfaction }) => /satisfied$/.test(String(satisfaction)) && !/^dis/.test(String(satisfaction)),
    ).length,
    overdue: clocks.filter(
      ({ verdict, stoppedAt, caseType, caseId }) =>
        verdict === 'broken' && !stoppedAt && inScope(ticketOf(caseType, caseId)),
    ).length,
    median:
      took.length === 0
        ? null
        : Math.round((Number(took[Math.floor(middle)]) + Number(took[Math.ceil(middle)])) / 2),
  };
}

interface Query {
  readonly from: string;
  readonly to: string;
  readonly building?: string;
  readonly community?: string;
  readonly person?: string;
}

const count = (figure: unknown): number => (figure as { total: number }).total;
const pair = (figure: unknown): number[] => {
  const share = figure as { count: number; of: number };
  return [share.count, share.of];
};

describe('the figures', () => {
  test('[R-05] equal a slow recount of the records, whatever the period and whoever is asked about', async () => {
    const buildings = (await all('building')).map(({ documentId }) => documentId);
    const communities = (await all('community')).map(({ documentId }) => documentId);
    const asked = fc.sample(
      fc
        .tuple(
          fc.integer({ min: 0, max: 80 }),
          fc.integer({ min: 0, max: 60 }),
          fc.constantFrom('', 'building', 'community', 'person'),
          fc.nat(),
        )
        .map(([start, length, scope, pick]): Query => {
          const date = (day: number) => new Date(SEPTEMBER + 8 * HOUR + day * DAY).toISOString().slice(0, 10);
          const choices: Record<string, string[]> = {
            building: buildings,
            community: communities,
            person: [staff.technician.staffId, mate.staffId],
          };
          const own = choices[scope];
          return {
            from: date(start),
            to: date(start + length),
            ...(own ? { [scope]: own[pick % own.length] } : {}),
          };
        }),
      { seed: PROPERTY_SEED, numRuns: 25 },
    );
    for (const query of [{ from: '2026-09-01', to: '2026-11-30' }, ...asked]) {
      const { body } = await get(staff.director, query);
      const { figures } = body.data;
      const complaints = figures.complaints as {
        byClass: object;
        byCause: object;
        faults: { total: number };
      };
      expect({
        query,
        received: count(figures.received),
        complaints: count(figures.complaints),
        complaintsBy: [complaints.byClass, complaints.byCause],
        faults: complaints.faults.total,
        completed: count(figures.completed),
        rework: pair(figures.rework),
        promises: pair(figures.promises),
        visits: pair(figures.visits),
        signed: pair(figures.signed),
        satisfaction: pair(figures.satisfaction)[0],
        overdue: count(figures.overdue),
        median: (figures.completed as { took: { median: number | null } }).took.median,
      }).toEqual({ query, ...(await recount(query)) });
    }
  });

  test('[R-05] can each be drilled down to their records, and by building, person and month add up to the whole', async () => {
    const period = { from: '2026-09-01', to: '2026-11-30' };
    const { figures } = (await get(staff.director, period)).body.data;
    const records = async (figure: string, query: object = {}) => {
      const answer = await staff.director.agent
        .get(`/office/figures/${figure}/records`)
        .query({ ...period, limit: '100', ...query });
      return (answer.body as { data: { total: number; records: { number: string; type: string }[] } }).data;
    };
    expect((await records('received')).total).toBe(count(figures.received));
    expect((await records('overdue')).total).toBe(count(figures.overdue));
    expect((await records('promises', { where: { verdict: 'kept' } })).total).toBe(pair(figures.promises)[0]);
    const signed = await records('made', { where: { signed: 'yes' } });
    expect(signed.total).toBe(pair(figures.signed)[0]);
    expect(signed.records).toHaveLength(signed.total);
    for (const { number, type } of signed.records) {
      expect(type).toBe('return-visit');
      expect(number).toMatch(/^HF-/);
    }
    for (const by of ['building', 'community', 'person', 'month', 'team']) {
      const answer = (await get(staff.director, { ...period, by })).body.data;
      const sum = (pick: (one: Record<string, unknown>) => number) =>
        (answer.by ?? []).reduce((all_, { figures: one }) => all_ + pick(one), 0);
      expect([by, sum((one) => count(one.received))]).toEqual([by, count(figures.received)]);
      expect([by, sum((one) => Number(pair(one.promises)[0]))]).toEqual([by, pair(figures.promises)[0]]);
    }
  });

  test('[D-04] show the signed share against 40 %, [D-01] the visits against 100 %', async () => {
    const { figures } = (await get(staff.director, { from: '2026-09-01', to: '2026-11-30' })).body.data;
    const signed = figures.signed as { share: number; target: number; reached: boolean };
    expect(signed.target).toBe(0.4);
    expect(signed.reached).toBe(signed.share >= 0.4);
    expect(figures.visits).toMatchObject({ target: 1 });
  });

  test('[B-13] name what was promised, kept and broken, target by target', async () => {
    const { figures } = (await get(staff.clerk, { period: '2026-10' })).body.data;
    const { byTarget } = figures.promises as {
      byTarget: { code: string; rule: string; kept: number; broken: number }[];
    };
    const arrival = byTarget.find(({ code }) => code === 'repair-arrive');
    expect(arrival).toMatchObject({ rule: 'C-01', clock: 'arrive' });
    const total = byTarget.reduce((sum, { kept, broken }) => sum + kept + broken, 0);
    expect(total).toBe(pair(figures.promises)[1]);
  });

  test('[R-05] are for those who answer for others’ work, and for outside systems that hold the right', async () => {
    const query = { period: '2026-10' };
    for (const who of [staff.technician, staff.front_desk, staff.security]) {
      const { status, body } = await get(who, query);
      expect([status, body.error?.details.code]).toEqual([403, 'NOT_ENTITLED']);
    }
    const holder = await outsideSystem(office, 'api::figure.figure.find');
    expect((await holder.get('/api/figures').query(query)).status).toBe(200);
    expect((await holder.get('/api/figures/received/records').query(query)).status).toBe(403);
    expect((await office.request.get('/api/figures').query(query)).status).toBe(403);
  });

  test.each([
    [{}, 'PERIOD_INVALID', 'from'],
    [{ from: '2026-10-01' }, 'PERIOD_INVALID', 'to'],
    [{ from: '2026-10-02', to: '2026-10-01' }, 'PERIOD_INVALID', 'to'],
    [{ from: '2026-02-30', to: '2026-03-01' }, 'PERIOD_INVALID', 'from'],
    [{ from: '2010-01-01', to: '2026-01-01' }, 'PERIOD_INVALID', 'to'],
    [{ period: '2026-13' }, 'PERIOD_INVALID', 'period'],
    [{ period: '2025-W53' }, 'PERIOD_INVALID', 'period'],
    [{ period: '2026-10', by: 'moon' }, 'INPUT_INVALID', 'by'],
    [{ period: '2026-10', moon: 'full' }, 'INPUT_UNKNOWN_FIELD', 'moon'],
    [{ period: '2026-10', building: 'abcdefghijklmnopqrstuvwx' }, 'REFERENCE_UNKNOWN', 'building'],
    [{ period: { $gt: '1' } }, 'INPUT_INVALID', 'period'],
  ])('refuse %j', async (query, code, field) => {
    const { status, body } = await get(staff.director, query);
    expect([status, body.error?.details]).toEqual([422, expect.objectContaining({ code, field })]);
  });
});

describe('the summaries', () => {
  const summaries = () => all('summary');
  const panel = (row: Row): { type: string; documentId: string } => ({
    type: 'summary',
    documentId: row.documentId,
  });

  test('[B-13] [E-06] [D-11] of the last week and month are drawn up by the office itself, once, by however many', async () => {
    time.set(Date.parse('2026-11-20T16:05:00Z'));
    const engine = officeOf(office.strapi);
    const made = (await Promise.all(Array.from({ length: 50 }, () => makeSummaries(engine)))).flat();
    const expected = [
      ['complaints_weekly', '2026-W46'],
      ['repairs_monthly', '2026-10'],
      ['visits_monthly', '2026-10'],
    ];
    expect(made.map(({ kind, period }) => [kind, period]).sort()).toEqual(expected);
    expect((await summaries()).map(({ kind, period, stage }) => [kind, period, stage]).sort()).toEqual(
      expected.map((one) => [...one, 'compiled']),
    );
    await expect(makeSummaries(engine)).resolves.toEqual([]);
    const monthly = (await summaries()).find(({ kind }) => kind === 'repairs_monthly');
    const live = (await get(staff.director, { period: '2026-10' })).body.data.figures;
    const kept = monthly?.figures as { all: { promises: object; received: object } };
    expect(kept.all.promises).toEqual(live.promises);
    expect(kept.all.received).toEqual(live.received);
  });

  test('[D-11] problems that recur need a word about them before the supervisor approves; then the director has it', async () => {
    const monthly = (await summaries()).find(({ kind }) => kind === 'visits_monthly') as Row;
    expect((monthly.recurring as { count: number }[])[0]?.count).toBeGreaterThanOrEqual(3);
    const at = panel(monthly);
    for (const who of [staff.technician, staff.clerk, staff.director])
      expect(await refused(who, at, 'approve')).toMatchObject({ status: 403 });
    expect(await refused(staff.supervisor, at, 'approve')).toMatchObject({
      status: 409,
      code: 'ANALYSIS_MISSING',
      field: 'analysis',
    });
    await act(staff.clerk, at, 'edit', { analysis: '开关老化集中，建议整栋更换。' });
    await act(staff.supervisor, at, 'approve');
    expect(await refused(staff.supervisor, at, 'acknowledge')).toMatchObject({ code: 'NOT_ENTITLED' });
    await act(staff.director, at, 'send_back', { reason: '补充费用' });
    await act(staff.supervisor, at, 'approve');
    const seen = await act(staff.director, at, 'acknowledge', { directorNote: '同意更换' });
    expect(seen).toMatchObject({ stage: 'acknowledged', record: { directorNote: '同意更换' } });
  });

  test('nobody draws one up by hand, nor changes its figures', async () => {
    const [row] = await summaries();
    const made = await notOpened(staff.manager, 'summary', { kind: 'complaints_weekly', period: '2026-W01' });
    expect(made.status).toBeGreaterThanOrEqual(400);
    await expect(
      office.strapi
        .documents('api::summary.summary' as never)
        .update({ documentId: String(row?.documentId), data: { figures: {} } as never }),
    ).rejects.toThrow();
  });
});
