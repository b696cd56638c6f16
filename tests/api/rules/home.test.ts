import { officeOf } from '../../../src/engine/office';
import {
  act,
  DAY,
  HOUR,
  kin,
  look,
  MINUTE,
  open,
  repairUntil,
  stopTime,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { aUnit, dispatchByHand, employ, staffOf, type Colleague, type Staff } from '../../support/people';

/** A Wednesday morning in the office. */
const NINE = Date.parse('2026-11-18T09:00:00+08:00');

let office: Office;
let staff: Staff;
let time: OfficeTime;
let unit: string;
let building: string;

interface Line {
  reason: string;
  type: string;
  documentId: string;
  number: string;
  stage: string;
  stageLabel: string;
  matter: string;
  place: string | null;
  clock: { name: string; label: string; dueAt: string; brokenAt: string | null } | null;
}
interface Ahead {
  hours: number;
  due: number;
  broken: number;
  byBuilding: { place: { documentId: string; name: string } | null; due: number; broken: number }[];
  byTeam: { place: { documentId: string } | null; due: number; broken: number }[];
  next: { number: string; label: string; dueAt: string; building: string | null }[];
}
interface Listed {
  total: number;
  records: { type: string; documentId: string; number: string; name: string; brokenAt: string | null }[];
}

async function get<Data>(who: Colleague, path: string): Promise<Data> {
  const { status, body } = (await who.agent.get(`/office/home/${path}`)) as {
    status: number;
    body: { data: Data };
  };
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data;
}
const work = (who: Colleague) => get<{ total: number; byReason: object; lines: Line[] }>(who, 'my-work');
const linesOf = async (who: Colleague) =>
  (await work(who)).lines.map(({ reason, documentId }) => [reason, documentId]);
const ahead = (who: Colleague, query = '') => get<Ahead>(who, `clocks${query}`);
const noFor = async (who: Colleague, path: string) => {
  const { status, body } = await who.agent.get(`/office/home/${path}`);
  return { status, ...(body as { error?: { details: object } }).error?.details };
};

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  await dispatchByHand(office);
  time = stopTime(office, NINE);
  unit = await aUnit(office.strapi);
  const row = (await office.strapi.db
    .query('api::unit.unit')
    .findOne({ where: { documentId: unit }, populate: { building: true } })) as unknown as {
    building: { documentId: string };
  };
  building = row.building.documentId;
}, 120_000);
afterAll(() => office.close());

beforeEach(async () => {
  // What an earlier test has left open waits for nobody any more.
  const { pool } = officeOf(office.strapi);
  time.set(NINE);
  for (const [table, stage] of [
    ['tickets', 'cancelled'],
    ['dispatch_orders', 'cancelled'],
    ['return_visits', 'exempt'],
    ['hand_overs', 'lapsed'],
  ])
    await pool.query(`UPDATE ${table} SET stage = '${stage}'`);
  await pool.query(
    `UPDATE clocks SET stopped_at = '2026-01-01', broken_at = NULL, verdict = 'released', next_at = NULL`,
  );
});

describe('my work', () => {
  test('[A-04] what is offered to somebody waits for him until he has answered, and for nobody else', async () => {
    const ticket = await open(staff.front_desk, 'ticket', { matter: '楼道灯不亮' });
    const offered = await open(staff.front_desk, 'hand-over', {
      ...{ ticket: ticket.documentId, receiver: staff.finance.staffId, reason: '属其职责' },
    });
    const [line] = (await work(staff.finance)).lines;
    expect(line).toMatchObject({
      ...{ reason: 'hand_over', type: 'hand-over', documentId: offered.documentId, number: offered.number },
      ...{ stage: 'proposed', matter: '楼道灯不亮' },
    });
    for (const post of ['front_desk', 'technician', 'steward', 'supervisor'] as const)
      expect((await linesOf(staff[post])).filter(([reason]) => reason === 'hand_over')).toEqual([]);
    await act(staff.finance, offered, 'accept');
    expect(await linesOf(staff.finance)).toEqual([]);
  });

  test('[B-03] an order waits for whoever has it, with its home and the time it has left; then for its signature and the clerk', async () => {
    const mate = await employ(office, 'technician');
    const { ticket, order } = await repairUntil(staff, 'dispatched', { inputs: { register: { unit } } });
    const { total, byReason, lines } = await work(staff.technician);
    expect({ total, byReason }).toEqual({ total: 1, byReason: { order: 1 } });
    const first = ticket.clocks
      .filter(({ state }) => state === 'running')
      .sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
    expect(lines[0]).toMatchObject({
      ...{ reason: 'order', documentId: order.documentId, number: order.number, stage: 'dispatched' },
      ...{ matter: '厨房水管漏水', place: expect.stringContaining('1-101') },
      clock: { name: first?.name, label: first?.label, dueAt: first?.dueAt, brokenAt: null },
    });
    expect(await linesOf(mate)).toEqual([]);
    for (const step of ['accept', 'arrive']) await act(staff.technician, order, step);
    await act(staff.technician, order, 'consent', { workEstablished: '更换阀门', consentedBy: '王女士' });
    await act(staff.technician, order, 'start');
    await act(staff.technician, order, 'finish', { workDone: '已更换' });
    expect(await linesOf(staff.technician)).toEqual([['sign', order.documentId]]);
    await act(staff.technician, order, 'sign', { noSignatureReason: '家中无人' });
    expect(await linesOf(staff.technician)).toEqual([]);
    expect(await linesOf(staff.clerk)).toEqual([['file', order.documentId]]);
    await act(staff.clerk, order, 'file');
    expect(await linesOf(staff.clerk)).toEqual([]);
  });

  test('[B-03] what falls due first is on top', async () => {
    const later = await repairUntil(staff, 'dispatched');
    time.set(NINE - 2 * MINUTE);
    const sooner = await repairUntil(staff, 'dispatched');
    time.set(NINE);
    expect((await work(staff.technician)).lines.map(({ number }) => number)).toEqual([
      sooner.order.number,
      later.order.number,
    ]);
  });

  test('[B-03] what a team has waits for each of it until one has it; what is another team’s does not', async () => {
    const mate = await employ(office, 'technician');
    const other = await employ(office, 'technician');
    const { documentId: team } = await office.strapi.documents('api::team.team').create({
      data: { name: '水电组', code: 'SDZ', leader: mate.staffId, members: [mate.staffId] } as never,
    });
    const ticket = await open(staff.front_desk, 'ticket', { matter: '水管漏水' });
    const sent = await act(staff.front_desk, ticket, 'dispatch', { team });
    const order = kin(sent, 'dispatch-order').documentId;
    expect(await linesOf(mate)).toEqual([['order', order]]);
    expect(await linesOf(other)).toEqual([]);
  });

  test('[B-03] an order on offer waits for those of its pool who have room', async () => {
    const rules = office.strapi.documents('api::dispatch-rule.dispatch-rule');
    const lights = (await office.strapi.db
      .query('api::category.category')
      .findOne({ where: { code: 'SD-07' } })) as {
      documentId: string;
    };
    const rule = await rules.create({
      data: {
        name: '抢单',
        code: 'home-grab',
        mode: 'grab',
        category: lights.documentId,
        sort: 1,
        active: true,
      } as never,
    });
    try {
      const ticket = await open(staff.front_desk, 'ticket', {
        matter: '路灯不亮',
        category: lights.documentId,
      });
      const order = kin(ticket, 'dispatch-order').documentId;
      expect(await linesOf(staff.technician)).toEqual([['grab', order]]);
      expect(await linesOf(staff.security)).toEqual([]);
      const set = (data: object) =>
        office.strapi
          .documents('api::staff-member.staff-member')
          .update({ documentId: staff.technician.staffId, data: data as never });
      await set({ duty: 'away' });
      expect(await linesOf(staff.technician)).toEqual([]);
      await set({ duty: 'on_duty' });
      await act(staff.technician, { type: 'dispatch-order', documentId: order }, 'grab');
      expect(await linesOf(staff.technician)).toEqual([['order', order]]);
    } finally {
      await rules.update({ documentId: rule.documentId, data: { active: false } });
    }
  });

  test('[D-01] a visit waits for those who may make it, and its exemption for a superior who did not ask for it', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    const visit = kin(ticket, 'return-visit');
    expect(await linesOf(staff.steward)).toContainEqual(['visit', visit.documentId]);
    expect(await linesOf(staff.finance)).toEqual([]);
    expect((await linesOf(staff.technician)).map(([reason]) => reason)).toEqual(['sign']);
    await act(staff.steward, visit, 'attempt', { form: 'on_site', outcome: 'refused' });
    await act(staff.supervisor, visit, 'ask_exemption', { exemptReason: 'refused', exemptNote: '不愿回访' });
    expect(await linesOf(staff.department_head)).toContainEqual(['exemption', visit.documentId]);
    expect(await linesOf(staff.supervisor)).not.toContainEqual(['exemption', visit.documentId]);
    expect(await linesOf(staff.steward)).toEqual([]);
  });

  test('[D-03] whoever did the work is not asked to visit for it', async () => {
    const { ticket } = await repairUntil({ ...staff, technician: staff.supervisor }, 'finish');
    const visit = kin(ticket, 'return-visit').documentId;
    expect(await linesOf(staff.supervisor)).not.toContainEqual(['visit', visit]);
    expect(await linesOf(staff.department_head)).toContainEqual(['visit', visit]);
  });

  test('[C-05] a major complaint waits for the word of the director before whom it was brought', async () => {
    const seen = await open(staff.front_desk, 'ticket', {
      ...{ kind: 'complaint', matter: '电梯多次困人', complaintClass: 'serious' },
    });
    expect((await linesOf(staff.director)).map(([, id]) => id)).not.toContain(seen.documentId);
    await act(staff.front_desk, seen, 'submit_up');
    expect(await linesOf(staff.director)).toContainEqual(['approve_complaint', seen.documentId]);
    await act(staff.director, seen, 'acknowledge');
    expect((await linesOf(staff.director)).map(([, id]) => id)).not.toContain(seen.documentId);
  });

  test('[A-04] is for those with a post only, and tells nobody more of a requester than the lists do', async () => {
    const stranger = await office.hire('office-technician');
    expect((await stranger.get('/office/home/my-work')).status).toBe(403);
    expect((await office.request.get('/office/home/my-work')).status).toBe(401);
    await repairUntil(staff, 'dispatched', {
      inputs: { register: { requesterName: '王女士', contactPhone: '13812345678' } },
    });
    const { body } = await staff.technician.agent.get('/office/home/my-work');
    expect(JSON.stringify(body)).not.toMatch(/13812345678|王女士/);
  });
});

describe('clocks', () => {
  test('[C-11] what falls due in the next hours and what was broken today is counted by building and team, and each number opens its list', async () => {
    await repairUntil(staff, 'dispatched', { inputs: { register: { unit } } });
    await repairUntil(staff, 'dispatched');
    const before = await ahead(staff.supervisor);
    const at = before.byBuilding.find(({ place }) => place?.documentId === building);
    const elsewhere = before.byBuilding.find(({ place }) => place === null);
    expect(before).toMatchObject({ hours: 4, broken: 0 });
    expect(before.due).toBeGreaterThan(0);
    expect((at?.due ?? 0) + (elsewhere?.due ?? 0)).toBe(before.due);
    expect(before.next.map(({ dueAt }) => dueAt)).toEqual(before.next.map(({ dueAt }) => dueAt).sort());
    const list = await get<Listed>(staff.supervisor, `clocks/due?building=${building}`);
    expect(list.total).toBe(at?.due);
    expect((await get<Listed>(staff.supervisor, 'clocks/due?building=none')).total).toBe(elsewhere?.due);

    await time.pass(4 * HOUR);
    const after = await ahead(staff.supervisor);
    const broken = after.byBuilding.find(({ place }) => place?.documentId === building)?.broken;
    expect(after.broken).toBeGreaterThan(0);
    const gone = await get<Listed>(staff.supervisor, `clocks/broken?building=${building}`);
    expect(gone.total).toBe(broken);
    expect(gone.records.every(({ brokenAt }) => brokenAt !== null)).toBe(true);
    // The same count as the figures give for this day.
    const day = await staff.supervisor.agent
      .get('/office/figures/promises/records')
      .query({ from: '2026-11-18', to: '2026-11-18', 'where[verdict]': 'broken' });
    expect((day.body as { data: { total: number } }).data.total).toBe(after.broken);
    const ticket = gone.records.find(({ type }) => type === 'ticket');
    if (ticket) expect((await look(staff.supervisor, ticket)).number).toBe(ticket.number);
  });

  test('[C-11] what was broken yesterday is not today’s, and a promise that is paused does not fall due', async () => {
    const { ticket } = await repairUntil(staff, 'dispatched');
    await time.pass(4 * HOUR);
    expect((await ahead(staff.supervisor)).broken).toBeGreaterThan(0);
    time.set(NINE + DAY);
    expect((await ahead(staff.supervisor)).broken).toBe(0);
    await officeOf(office.strapi).pool.query(
      `UPDATE clocks SET paused_at = '2026-11-18', broken_at = NULL, verdict = NULL WHERE case_id = $1`,
      [ticket.documentId],
    );
    expect((await ahead(staff.supervisor, '?hours=168')).next.map(({ number }) => number)).not.toContain(
      ticket.number,
    );
  });

  test('[R-05] clocks and figures are for those who answer for others’ work and the clerk', async () => {
    for (const path of ['clocks', 'clocks/due', 'clocks/broken', 'month']) {
      for (const post of ['supervisor', 'clerk', 'department_head', 'director', 'manager'] as const)
        expect((await noFor(staff[post], path)).status).toBe(200);
      for (const post of ['technician', 'steward', 'finance', 'front_desk', 'security'] as const)
        expect(await noFor(staff[post], path)).toMatchObject({ status: 403, code: 'NOT_ENTITLED' });
    }
  });

  test('[R-05] asks that make no sense are refused, the field named', async () => {
    const no = { status: 422, code: 'INPUT_INVALID' };
    expect(await noFor(staff.supervisor, 'clocks?hours=0')).toMatchObject({ ...no, field: 'hours' });
    expect(await noFor(staff.supervisor, 'clocks?hours=1e3')).toMatchObject({ ...no, field: 'hours' });
    expect(await noFor(staff.supervisor, 'clocks?hours[]=1')).toMatchObject({ field: 'hours' });
    expect(await noFor(staff.supervisor, 'clocks/due?limit=101')).toMatchObject({ ...no, field: 'limit' });
    expect(await noFor(staff.supervisor, 'clocks/due?start=-1')).toMatchObject({ ...no, field: 'start' });
    expect(await noFor(staff.supervisor, 'clocks/gone')).toMatchObject({ status: 404 });
  });
});

describe('the month', () => {
  test('[D-04] shows the signed share against its target of 40 %, as the figures do', async () => {
    const { ticket } = await repairUntil(staff, 'finish');
    await act(staff.steward, kin(ticket, 'return-visit'), 'record', {
      ...{
        form: 'phone',
        visitor: staff.steward.staffId,
        interviewee: '王女士',
        said: '好了',
        result: '归档',
      },
      satisfaction: 'satisfied',
    });
    const { month, figures } = await get<{ month: string; figures: { signed: object } }>(
      staff.supervisor,
      'month',
    );
    const { body } = await staff.supervisor.agent.get('/office/figures').query({ period: '2026-11' });
    const known = (body as { data: { figures: { signed: object } } }).data.figures;
    expect(month).toBe('2026-11');
    expect(figures.signed).toEqual(known.signed);
    expect(figures.signed).toMatchObject({ target: 0.4 });
  });

  test('[R-05] calls each promise by the name of its target, in the language of whoever asks', async () => {
    await repairUntil(staff, 'accept');
    const labels = async (locale: string) => {
      type Promises = { promises: { byTarget: { label: string; kept: number }[] } };
      const { figures } = await get<{ figures: Promises }>(staff.supervisor, `month?locale=${locale}`);
      return figures.promises.byTarget.map(({ label }) => label);
    };
    expect(await labels('zh-Hans')).toContain('报修接单');
    expect(await labels('en')).toContain('Repair: taken on');
  });
});
