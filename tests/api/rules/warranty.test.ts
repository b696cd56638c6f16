import {
  act,
  DAY,
  kin,
  look,
  open,
  refused,
  repairUntil,
  stopTime,
  type CaseSeen,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { aUnit, coded, dispatchByHand, staffOf, type Colleague, type Staff } from '../../support/people';

/** 10:00 in Shanghai on a working Friday. */
const TEN = Date.parse('2026-11-20T02:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();

let office: Office;
let staff: Staff;
let time: OfficeTime;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  await dispatchByHand(office);
  time = stopTime(office, TEN);
});
afterAll(() => office.close());
beforeEach(() => time.set(TEN));

const category = (code: string) => coded(office.strapi, 'category', code);
const priceItem = (code: string) => coded(office.strapi, 'price-item', code);
const change = (type: string, documentId: string, data: object) =>
  office.strapi.documents(`api::${type}.${type}` as 'api::unit.unit').update({ documentId, data } as never);

/** A home that was handed over then. */
async function home(dates: { deliveredOn?: string; warrantyUntil?: string } = {}): Promise<string> {
  const unit = await aUnit(office.strapi);
  await change('unit', unit, { warrantyUntil: null, ...dates });
  return unit;
}

/** An order for a fault of that category in that home, sent out by the desk. */
async function sent(unit: string | null, code: string | null, more: object = {}, told: object = {}) {
  const ticket = await open(staff.front_desk, 'ticket', {
    matter: '报修',
    ...(unit ? { unit } : {}),
    ...(code ? { category: await category(code) } : {}),
    ...told,
  });
  const after = await act(staff.front_desk, ticket, 'dispatch', {
    technician: staff.technician.staffId,
    ...more,
  });
  return look(staff.front_desk, kin(after, 'dispatch-order'));
}

const agreed = { workEstablished: '更换水龙头', consentedBy: '李先生' };
const arrived = async (order: CaseSeen) => {
  await act(staff.technician, order, 'accept');
  return act(staff.technician, order, 'arrive');
};

describe('the warranty', () => {
  test('[B-04] on its last day the work is free and claimed from the builder', async () => {
    const order = await sent(await home({ deliveredOn: '2024-11-20' }), 'SD-01');
    expect(order.record).toMatchObject({
      warranty: 'in_warranty',
      warrantyUntil: '2026-11-20',
      paid: false,
      claimable: true,
    });
  });

  test('[B-04] a day later it is paid', async () => {
    const order = await sent(await home({ deliveredOn: '2024-11-19' }), 'SD-01');
    expect(order.record).toMatchObject({
      warranty: 'out_of_warranty',
      warrantyUntil: '2026-11-19',
      paid: true,
      claimable: false,
    });
  });

  test('[B-04] is judged by the day of the report in the office, not by the day of the order', async () => {
    const unit = await home({ deliveredOn: '2024-11-19' });
    // Still 19 November in UTC, but 20 November in Shanghai.
    const late = await sent(unit, 'SD-01', {}, { receivedAt: '2026-11-19T16:30:00Z' });
    expect(late.record.warranty).toBe('out_of_warranty');
    const early = await sent(unit, 'SD-01', {}, { receivedAt: '2026-11-19T15:30:00Z' });
    expect(early.record.warranty).toBe('in_warranty');
  });

  test('[B-04] waterproofing lasts five years, the structure as long as the house', async () => {
    const unit = await home({ deliveredOn: '2021-11-20' });
    expect((await sent(unit, 'TJ-03')).record).toMatchObject({
      warranty: 'in_warranty',
      warrantyUntil: '2026-11-20',
    });
    const old = await home({ deliveredOn: '1999-01-01' });
    expect((await sent(old, 'TJ-06')).record).toMatchObject({
      warranty: 'in_warranty',
      warrantyUntil: null,
      paid: false,
    });
    expect((await sent(unit, 'NT-02')).record).toMatchObject({
      warranty: 'out_of_warranty',
      warrantyUntil: '2024-03-15',
    });
  });

  test('[B-04] counts from the building where the unit has no date, and names the builder', async () => {
    const unit = await home();
    const row = await office.strapi.documents('api::unit.unit').findOne({
      documentId: unit,
      populate: { building: { populate: ['community'] } } as never,
    });
    const { building } = row as unknown as {
      building: { documentId: string; community: { documentId: string } };
    };
    await change('building', building.documentId, { completedOn: '2025-01-10' });
    await change('community', building.community.documentId, { developer: '安居建设' });
    expect((await sent(unit, 'SD-03')).record).toMatchObject({
      warranty: 'in_warranty',
      warrantyUntil: '2027-01-10',
      claimFrom: '安居建设',
    });
  });

  test('[B-04] that the dates do not tell is ruled on by the desk, with the reason, before anybody agrees to work', async () => {
    const order = await sent(await home(), 'SD-01');
    expect(order.record).toMatchObject({ warranty: 'warranty_unknown', paid: false, claimable: false });
    await arrived(order);
    expect(await refused(staff.technician, order, 'consent', agreed)).toMatchObject({
      status: 409,
      code: 'WARRANTY_UNDECIDED',
    });
    expect(await refused(staff.front_desk, order, 'judge_warranty', { paid: true })).toMatchObject({
      status: 422,
      code: 'PAID_REASON_MISSING',
      field: 'paidReason',
    });
    const no = await refused(staff.technician, order, 'judge_warranty', { paid: false, paidReason: '熟人' });
    expect(no).toMatchObject({ status: 403, code: 'NOT_ENTITLED' });
    const ruled = await act(staff.front_desk, order, 'judge_warranty', {
      warranty: 'in_warranty',
      paidReason: '查验交房记录，2025 年交付',
    });
    expect(ruled.record).toMatchObject({ warranty: 'in_warranty', paid: false, claimable: true });
    expect(ruled.activities[0]).toMatchObject({
      action: 'judge_warranty',
      note: '查验交房记录，2025 年交付',
      actorName: staff.front_desk.name,
      rules: ['B-04'],
    });
    expect((await act(staff.technician, order, 'consent', agreed)).stage).toBe('consented');
  });

  test('[B-04] is judged anew once the date is in the register', async () => {
    const unit = await home();
    const order = await sent(unit, 'SD-01');
    await change('unit', unit, { deliveredOn: '2010-01-01' });
    const again = await act(staff.supervisor, order, 'judge_warranty');
    expect(again.record).toMatchObject({ warranty: 'out_of_warranty', paid: true, paidReason: null });
  });

  test('[B-04] is departed from for a reason only, at dispatch and after', async () => {
    const covered = await home({ deliveredOn: '2026-01-01' });
    const ticket = await open(staff.front_desk, 'ticket', {
      matter: '人为损坏',
      unit: covered,
      category: await category('SD-01'),
    });
    const charged = { technician: staff.technician.staffId, paid: true };
    expect(await refused(staff.front_desk, ticket, 'dispatch', charged)).toMatchObject({
      status: 422,
      code: 'PAID_REASON_MISSING',
    });
    expect((await look(staff.front_desk, ticket)).related).toEqual([]);
    const after = await act(staff.front_desk, ticket, 'dispatch', {
      ...charged,
      paidReason: '使用不当造成',
    });
    const order = await look(staff.front_desk, kin(after, 'dispatch-order'));
    expect(order.record).toMatchObject({
      warranty: 'in_warranty',
      paid: true,
      paidReason: '使用不当造成',
      claimable: false,
    });
    const goodwill = await act(staff.supervisor, order, 'judge_warranty', {
      paid: false,
      paidReason: '主任批准免收',
    });
    expect(goodwill.record).toMatchObject({ paid: false, claimable: true });
  });

  test('[B-04] does not make the requester pay for public areas; a paid service is paid for', async () => {
    expect((await sent(null, 'GG-01')).record).toMatchObject({ warranty: null, paid: false });
    const stairs = await home({ deliveredOn: '2001-01-01' });
    await change('unit', stairs, { use: 'public_area' });
    expect((await sent(stairs, 'GG-04')).record).toMatchObject({ warranty: 'out_of_warranty', paid: false });
    const service = await sent(
      await home({ deliveredOn: '2026-01-01' }),
      'TY-03',
      {},
      { kind: 'paid_service' },
    );
    expect(service.record).toMatchObject({ warranty: null, paid: true, claimable: false });
  });

  test('[B-04] a draft of the desk is judged like an order that goes out at once', async () => {
    const ticket = await open(staff.front_desk, 'ticket', {
      matter: '报修',
      unit: await home({ deliveredOn: '2020-01-01' }),
      category: await category('SD-01'),
    });
    const draft = await open(staff.front_desk, 'dispatch-order', { ticket: ticket.documentId });
    expect(draft.record).toMatchObject({ stage: 'drafted', warranty: 'out_of_warranty', paid: true });
  });

  test('[B-04] what was done under it stands on the list of claims until it is claimed', async () => {
    const unit = await home({ deliveredOn: '2026-01-01' });
    const inputs = { register: { unit, category: await category('SD-01') } };
    const { order } = await repairUntil(staff, 'finish', { inputs });
    const claims = async (who: Colleague) => {
      const { body } = await who.agent.get('/office/claims').expect(200);
      return (body as { data: { number: string }[] }).data;
    };
    expect(await claims(staff.finance)).toContainEqual(
      expect.objectContaining({ number: order.number, workDone: '已更换阀门', finishedAt: iso(TEN) }),
    );
    await office.request.get('/office/claims').expect(401);
    expect(await refused(staff.technician, order, 'claim')).toMatchObject({ status: 403 });
    const claimed = await act(staff.finance, order, 'claim', { claimNote: '函字 12 号' });
    expect(claimed.record).toMatchObject({ claimedAt: iso(TEN), claimNote: '函字 12 号' });
    expect((await claims(staff.finance)).map(({ number }) => number)).not.toContain(order.number);
    expect(await refused(staff.finance, order, 'claim')).toMatchObject({
      status: 409,
      code: 'NOTHING_TO_CLAIM',
    });
  });

  test('[B-04] terms are rows that managers edit, at once in force; what cannot be reckoned with is refused', async () => {
    const path = '/content-manager/collection-types/api::warranty-term.warranty-term';
    const row = {
      name: '净水器',
      code: 'purifier',
      category: await category('TY-02'),
      unit: 'months',
      amount: 6,
    };
    const save = (who: Colleague, data: object) => who.agent.post(path).send(data);
    expect((await save(staff.front_desk, row)).status).toBe(403);
    for (const [wrong, field] of [
      [{ amount: 0 }, 'amount'],
      [{ unit: 'seasons', seasonFrom: '11-15' }, 'seasonTo'],
      [{ unit: 'seasons', seasonFrom: '02-30', seasonTo: '03-15' }, 'seasonFrom'],
      [{ unit: 'years', amount: 101 }, 'amount'],
    ] as const) {
      const { status, body } = await save(staff.manager, { ...row, code: `x-${field}`, ...wrong });
      expect([status >= 400 && status < 500, JSON.stringify(body)]).toEqual([
        true,
        expect.stringContaining(field),
      ]);
    }
    const unit = await home({ deliveredOn: '2026-06-01' });
    expect((await sent(unit, 'TY-02')).record.warranty).toBe('out_of_warranty');
    expect((await save(staff.manager, row)).status).toBe(201);
    expect((await sent(unit, 'TY-02')).record).toMatchObject({
      warranty: 'in_warranty',
      warrantyUntil: '2026-12-01',
    });
  });
});

describe('the price', () => {
  const paidOrder = async () => arrived(await sent(await home({ deliveredOn: '2020-01-01' }), 'SD-01'));

  test('[B-04][B-06] comes from the list, line by line, and the sum is the office’s own', async () => {
    const order = await paidOrder();
    await act(staff.technician, order, 'price', { item: await priceItem('tap-change'), quantity: 2 });
    const seen = await act(staff.technician, order, 'price', {
      item: await priceItem('hose'),
      quantity: 1.5,
    });
    expect(seen.record).toMatchObject({
      priceFen: 10_700,
      priceLines: [
        { code: 'tap-change', quantity: 2, unitPriceFen: 4000, sumFen: 8000 },
        { code: 'hose', quantity: 1.5, unitPriceFen: 1800, sumFen: 2700 },
      ],
    });
    await change('price-item', await priceItem('hose'), { priceFen: 9900 });
    const kept = await look(staff.technician, order);
    expect(kept.record.priceFen).toBe(10_700);
    const fewer = await act(staff.technician, order, 'price', {
      item: await priceItem('hose'),
      quantity: 0,
    });
    expect(fewer.record.priceFen).toBe(8000);
    const consented = await act(staff.technician, order, 'consent', {
      ...agreed,
      priceFen: 8000,
      priceAccepted: true,
    });
    expect(consented.record).toMatchObject({ priceFen: 8000, priceAccepted: true });
  });

  test('[B-04] other than the list’s needs its reason', async () => {
    const order = await paidOrder();
    const line = { item: await priceItem('lock-change'), quantity: 1, unitPriceFen: 4500 };
    expect(await refused(staff.technician, order, 'price', line)).toMatchObject({
      status: 422,
      code: 'PRICE_REASON_MISSING',
      field: 'reason',
    });
    const seen = await act(staff.technician, order, 'price', { ...line, reason: '业主自备锁芯' });
    expect(seen.record.priceLines).toMatchObject([
      { unitPriceFen: 4500, listPriceFen: 5000, reason: '业主自备锁芯' },
    ]);
  });

  test.each([
    ['quantity', -1],
    ['quantity', 1001],
    ['quantity', 0.001],
    ['quantity', '2'],
    ['unitPriceFen', 10.5],
    ['item', 'tap-change'],
  ])('[B-04] with %s of %p is refused, and nothing is written', async (field, value) => {
    const order = await paidOrder();
    const line = { item: await priceItem('tap-change'), quantity: 1, reason: 'x', [field]: value };
    expect(await refused(staff.technician, order, 'price', line)).toMatchObject({ status: 422, field });
    expect((await look(staff.technician, order)).record.priceLines).toBeNull();
  });

  test('[B-06] changed after it was accepted must be accepted anew before work goes on', async () => {
    const order = await paidOrder();
    await act(staff.technician, order, 'price', { item: await priceItem('tap-change'), quantity: 1 });
    await act(staff.technician, order, 'consent', { ...agreed, priceAccepted: true });
    await act(staff.technician, order, 'start');
    const more = await act(staff.technician, order, 'price', {
      item: await priceItem('angle-valve'),
      quantity: 1,
    });
    expect(more).toMatchObject({ stage: 'arrived', record: { priceFen: 6800, priceAccepted: null } });
    expect(await refused(staff.technician, order, 'finish', { workDone: '完成' })).toMatchObject({
      code: 'STAGE_WRONG',
    });
    expect(await refused(staff.technician, order, 'consent', agreed)).toMatchObject({
      code: 'PRICE_NOT_ACCEPTED',
    });
    await act(staff.technician, order, 'consent', { ...agreed, priceAccepted: true });
    expect((await act(staff.technician, order, 'start')).stage).toBe('working');
  });

  test('[B-04] is not written for free work, nor by those whose work it is not', async () => {
    const free = await sent(null, 'GG-01');
    const line = { item: await priceItem('tap-change'), quantity: 1 };
    expect(await refused(staff.front_desk, free, 'price', line)).toMatchObject({
      status: 409,
      code: 'ORDER_IS_FREE',
    });
    const order = await paidOrder();
    for (const post of ['clerk', 'finance', 'security'] as const)
      expect(await refused(staff[post], order, 'price', line)).toMatchObject({ status: 403 });
  });

  test('[B-04] a position out of use is on no new price', async () => {
    const item = await priceItem('breaker');
    await change('price-item', item, { active: false });
    const order = await paidOrder();
    expect(await refused(staff.technician, order, 'price', { item, quantity: 1 })).toMatchObject({
      status: 422,
      code: 'PRICE_ITEM_INACTIVE',
    });
  });

  test('[B-04] counts days, not hours: a report long after the order is judged by its own day', async () => {
    time.set(TEN + 2 * DAY);
    const unit = await home({ deliveredOn: '2024-11-20' });
    const order = await sent(unit, 'SD-01', {}, { receivedAt: iso(TEN) });
    expect(order.record.warranty).toBe('in_warranty');
  });
});
