import { act, DAY, look, notOpened, open, refused, stopTime, type OfficeTime } from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { coded, employ, staffOf, type Colleague, type Staff } from '../../support/people';

/** A Friday noon in the office's time. */
const NOON = Date.parse('2026-11-20T04:00:00Z');
const TODAY = '2026-11-20';

let office: Office;
let staff: Staff;
let engineer: Colleague;
let time: OfficeTime;
let building: string;
let made = 0;

const create = async (type: string, data: object): Promise<string> =>
  (await office.strapi.documents(`api::${type}.${type}` as 'api::unit.unit').create({ data } as never))
    .documentId;
const update = async (type: string, documentId: string, data: object): Promise<unknown> =>
  office.strapi.documents(`api::${type}.${type}` as 'api::unit.unit').update({ documentId, data } as never);

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  engineer = await employ(office, 'department_head', { superior: staff.director });
  time = stopTime(office, NOON);
  await update('department', await coded(office.strapi, 'department', 'engineering'), {
    head: engineer.staffId,
  });
  const community = await create('community', { name: '过户苑', code: 'GHY' });
  building = await create('building', { name: '1栋', code: '1', community, steward: staff.steward.staffId });
});
afterAll(() => office.close());
beforeEach(() => time.set(NOON));

const aHome = (): Promise<string> => {
  made += 1;
  return create('unit', { label: `1-${made}`, building });
};
const aPerson = (name = '某人'): Promise<string> => create('owner', { name: `${name}${(made += 1)}` });

/** A home with its owner since 2020. */
async function held(): Promise<{ unit: string; owner: string; entry: string }> {
  const unit = await aHome();
  const owner = await aPerson('原业主');
  const entry = await create('occupancy', {
    unit,
    owner,
    capacity: 'owner',
    fromDate: '2020-01-01',
    primary: true,
  });
  return { unit, owner, entry };
}

interface Entry {
  readonly documentId: string;
  readonly capacity: string;
  readonly fromDate: string;
  readonly toDate: string | null;
  readonly primary: boolean | null;
  readonly owner: { readonly documentId: string };
}
const entriesOf = async (unit: string): Promise<Entry[]> =>
  (await office.strapi.db.query('api::occupancy.occupancy').findMany({
    where: { unit: { documentId: unit } },
    populate: { owner: true },
    orderBy: [{ fromDate: 'asc' }, { id: 'asc' }],
  })) as Entry[];
const told = async (caseId: string): Promise<{ template: string; to: string; params: object }[]> =>
  (
    (await office.strapi.db.query('api::outbox-message.outbox-message').findMany({ where: { caseId } })) as {
      template: string;
      recipientId: string;
      params: object;
    }[]
  ).map(({ template, recipientId, params }) => ({ template, to: recipientId, params }));

const path = '/content-manager/collection-types/api::occupancy.occupancy';
const relation = (documentId: string) => ({ connect: [{ documentId }], disconnect: [] });
const entered = async (who: Colleague, data: { unit: string; owner: string } & Record<string, unknown>) =>
  (await who.agent.post(path).send({ ...data, unit: relation(data.unit), owner: relation(data.owner) })) as {
    status: number;
    body: { error?: { message: string; details: { code: string; field?: string } } };
  };

describe('who holds a home', () => {
  test('[G-01] of fifty who enter an owner of one home at the same time one is taken, in the panel', async () => {
    const unit = await aHome();
    const people = await Promise.all(Array.from({ length: 50 }, () => aPerson()));
    const answers = await Promise.all(
      people.map((owner) => entered(staff.clerk, { unit, owner, capacity: 'owner', fromDate: '2026-01-01' })),
    );
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    const refusals = answers.filter(({ status }) => status >= 300);
    expect(refusals.map(({ status, body }) => [status, body.error?.details.code])).toEqual(
      refusals.map(() => [409, 'OWNER_PERIOD_TAKEN']),
    );
    expect(refusals[0]?.body.error?.message).toContain('共有人');
    expect(await entriesOf(unit)).toHaveLength(1);
  });

  test('[G-01] full owners follow each other; co-owners, family and tenants stand beside them', async () => {
    const { unit, entry } = await held();
    const other = await aPerson();
    const next = { unit, owner: other, capacity: 'owner', fromDate: '2026-06-01' };
    expect(await entered(staff.front_desk, next)).toMatchObject({
      status: 409,
      body: { error: { details: { code: 'OWNER_PERIOD_TAKEN', field: 'fromDate' } } },
    });
    for (const capacity of ['co_owner', 'family', 'tenant', 'agent'])
      await create('occupancy', { unit, owner: await aPerson(), capacity, fromDate: '2026-06-01' });
    await update('occupancy', entry, { toDate: '2026-05-31' });
    expect((await entered(staff.front_desk, next)).status).toBe(201);
    await expect(update('occupancy', entry, { toDate: '2026-06-01' })).rejects.toMatchObject({
      code: '23P01',
    });
    const [co] = (await entriesOf(unit)).filter(({ capacity }) => capacity === 'co_owner');
    await expect(update('occupancy', String(co?.documentId), { capacity: 'owner' })).rejects.toMatchObject({
      code: '23P01',
    });
  });

  test('[G-01] an entry that is taken away, or goes to another home, leaves its days free', async () => {
    const { unit, entry } = await held();
    const elsewhere = await aHome();
    await update('occupancy', entry, { unit: elsewhere });
    const second = await create('occupancy', {
      ...{ unit, owner: await aPerson(), capacity: 'owner', fromDate: '2021-01-01' },
    });
    await office.strapi.documents('api::occupancy.occupancy').delete({ documentId: second });
    await update('occupancy', entry, { unit });
    expect(await entriesOf(unit)).toHaveLength(1);
  });
});

describe('a transfer', () => {
  const papers = { contractSeen: true, titleSeen: true };

  test('[G-03] ends the old owner’s entry the day before, begins the new one’s, and tells the departments', async () => {
    const { unit, owner, entry } = await held();
    const co = await create('occupancy', {
      ...{ unit, owner: await aPerson('共有人'), capacity: 'co_owner', fromDate: '2020-01-01' },
    });
    const tenant = await create('occupancy', {
      ...{ unit, owner: await aPerson('租户'), capacity: 'tenant', fromDate: '2026-01-01' },
    });
    const request = await open(staff.front_desk, 'ticket', {
      matter: '厨房漏水',
      unit,
      requesterName: '老业主',
    });
    const buyer = await aPerson('新业主');
    const transfer = await open(staff.front_desk, 'transfer', {
      ...{ unit, giver: owner, receiver: buyer, effectiveOn: TODAY },
    });
    expect(transfer).toMatchObject({ stage: 'registered', record: { giver: owner, receiver: buyer } });
    expect(transfer.number).toMatch(/^GH-20261120-\d{4}$/);
    const complete = await act(staff.front_desk, transfer, 'complete_papers', papers);
    expect(complete.stage).toBe('papers_complete');
    expect((await entriesOf(unit)).find(({ documentId }) => documentId === entry)?.toDate).toBeNull();
    expect(await refused(staff.front_desk, transfer, 'take_effect')).toMatchObject({ status: 403 });
    const done = await act(staff.clerk, transfer, 'take_effect');
    expect(done).toMatchObject({ stage: 'effective', record: { formerOccupancy: entry } });
    const entries = await entriesOf(unit);
    expect(
      entries.map(({ documentId, capacity, fromDate, toDate, primary }) => [
        documentId === done.record.occupancy ? 'new' : documentId,
        ...[capacity, fromDate, toDate, Boolean(primary)],
      ]),
    ).toEqual([
      [entry, 'owner', '2020-01-01', '2026-11-19', true],
      [co, 'co_owner', '2020-01-01', '2026-11-19', false],
      [tenant, 'tenant', '2026-01-01', null, false],
      ['new', 'owner', TODAY, null, true],
    ]);
    expect(entries[3]?.owner.documentId).toBe(buyer);
    const messages = await told(transfer.documentId);
    expect(messages.map(({ template }) => template)).toEqual(messages.map(() => 'transfer_effective'));
    expect(messages.map(({ to }) => to).sort()).toEqual(
      [staff.finance, staff.security, engineer, staff.steward].map(({ staffId }) => staffId).sort(),
    );
    expect(messages[0]?.params).toMatchObject({ day: TODAY, number: transfer.number });
    expect((await look(staff.front_desk, request)).record).toMatchObject({ requesterName: '老业主' });
    expect((await act(staff.clerk, transfer, 'close')).stage).toBe('closed');
    expect((await look(staff.finance, transfer)).activities.map(({ action }) => action)).toEqual([
      ...['close', 'take_effect', 'complete_papers', 'register'],
    ]);
  });

  test('[G-03] takes effect by itself on its day, once', async () => {
    const { unit } = await held();
    const transfer = await open(staff.clerk, 'transfer', {
      ...{ unit, receiver: await aPerson(), effectiveOn: '2026-11-23', ...papers },
    });
    expect(transfer.stage).toBe('papers_complete');
    expect(await refused(staff.clerk, transfer, 'take_effect')).toMatchObject({
      status: 409,
      code: 'NOT_YET_EFFECTIVE',
      day: '2026-11-23',
    });
    await time.pass(2 * DAY);
    expect((await look(staff.clerk, transfer)).stage).toBe('papers_complete');
    await time.pass(DAY / 2);
    expect((await look(staff.clerk, transfer)).stage).toBe('effective');
    await time.pass(DAY);
    expect((await entriesOf(unit)).map(({ fromDate, toDate }) => [fromDate, toDate])).toEqual([
      ['2020-01-01', '2026-11-22'],
      ['2026-11-23', null],
    ]);
  });

  test('[G-03] makes a new owner’s record of his particulars, his numbers sealed', async () => {
    const { unit } = await held();
    const transfer = await open(staff.front_desk, 'transfer', {
      ...{ unit, newPersonName: '新来的王女士', newPersonPhone: '13800138011', effectiveOn: TODAY },
    });
    const row = (await office.strapi.db
      .query('api::owner.owner')
      .findOne({ where: { documentId: transfer.record.receiver } })) as Record<string, unknown>;
    expect(row).toMatchObject({ name: '新来的王女士', kind: 'person' });
    expect(String(row.phone)).not.toContain('13800138011');
    expect(row.phoneHash).toEqual(expect.any(String));
    expect(row.phoneTailHash).toEqual(expect.any(String));
    expect(JSON.stringify(transfer)).not.toContain('13800138011');
    const found = await staff.clerk.agent
      .get('/content-manager/collection-types/api::owner.owner')
      .query({ 'filters[phone][$eq]': '138 0013 8011' });
    expect((found.body as { results: { name: string }[] }).results.map(({ name }) => name)).toEqual([
      '新来的王女士',
    ]);
  });

  test('[G-03] is refused where it cannot be, with the field named, and nothing is left behind', async () => {
    const { unit, owner } = await held();
    const stranger = await aPerson('路人');
    const wish = { unit, giver: owner, receiver: stranger, effectiveOn: TODAY };
    for (const [given, status, code, field] of [
      [{ giver: stranger, receiver: await aPerson() }, 409, 'NOT_OWNER_ON_RECORD', 'giver'],
      [{ effectiveOn: '2020-01-01' }, 422, 'DATE_BEFORE_PERIOD', 'effectiveOn'],
      [{ effectiveOn: '2019-01-01' }, 422, 'DATE_BEFORE_PERIOD', 'effectiveOn'],
      [{ effectiveOn: 'soon' }, 422, 'INPUT_INVALID', 'effectiveOn'],
      [{ receiver: owner }, 422, 'NEW_OWNER_IS_OLD', 'receiver'],
      [{ receiver: null }, 422, 'PERSON_MISSING', 'receiver'],
      [{ newPersonName: '又一人' }, 422, 'PERSON_NAMED_TWICE', 'receiver'],
      [{ unit: await aHome(), giver: null }, 409, 'NOT_OWNER_ON_RECORD', 'giver'],
    ] as const) {
      expect(await notOpened(staff.front_desk, 'transfer', { ...wish, ...given })).toMatchObject({
        ...{ status, code, field },
      });
    }
    for (const who of [staff.technician, staff.security, staff.finance, staff.steward])
      expect(await notOpened(who, 'transfer', wish)).toMatchObject({ status: 403 });
    expect(await office.strapi.db.query('api::owner.owner').count({ where: { name: '又一人' } })).toBe(0);
    const transfer = await open(staff.front_desk, 'transfer', wish);
    expect(
      await refused(staff.front_desk, transfer, 'complete_papers', { contractSeen: true }),
    ).toMatchObject({
      ...{ status: 422, code: 'PAPERS_MISSING', fields: ['titleSeen'] },
    });
    const no = await refused(staff.front_desk, transfer, 'complete_papers');
    expect(no.message).toBe('资料不齐，尚缺：转让合同已核验、新不动产权证已核验。');
    expect(await notOpened(staff.clerk, 'transfer', wish)).toMatchObject({
      status: 409,
      code: 'TRANSFER_OPEN',
    });
    expect(await refused(staff.technician, transfer, 'cancel', { reason: '不卖了' })).toMatchObject({
      status: 403,
    });
    await act(staff.clerk, transfer, 'cancel', { reason: '不卖了' });
    expect((await open(staff.clerk, 'transfer', wish)).stage).toBe('registered');
  });

  test('[G-03] that another owner on record follows is refused; one entered meanwhile keeps it from taking effect', async () => {
    const { unit, entry } = await held();
    await update('occupancy', entry, { toDate: '2026-12-31' });
    const wish = { unit, receiver: await aPerson(), effectiveOn: TODAY, ...papers };
    const transfer = await open(staff.clerk, 'transfer', wish);
    await create('occupancy', { unit, owner: await aPerson(), capacity: 'owner', fromDate: '2027-01-01' });
    const taken = { status: 409, code: 'OWNER_PERIOD_TAKEN', field: 'effectiveOn' };
    expect(await refused(staff.clerk, transfer, 'take_effect')).toMatchObject(taken);
    await time.pass(1_000);
    expect((await look(staff.clerk, transfer)).stage).toBe('papers_complete');
    expect((await entriesOf(unit)).map(({ toDate }) => toDate)).toEqual(['2026-12-31', null]);
    await act(staff.clerk, transfer, 'cancel', { reason: '另有业主登记' });
    expect(await notOpened(staff.clerk, 'transfer', wish)).toMatchObject(taken);
  });

  test('[G-03] of fifty transfers of one home that are registered at once one is open', async () => {
    const { unit } = await held();
    const people = await Promise.all(Array.from({ length: 50 }, () => aPerson()));
    const answers = await Promise.all(
      people.map(
        async (receiver) =>
          (await staff.clerk.agent
            .post('/office/cases/transfer')
            .send({ data: { unit, receiver, effectiveOn: TODAY } })) as {
            status: number;
            body: { error?: { details: { code: string } } };
          },
      ),
    );
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.error?.details.code))).toEqual(
      new Set([undefined, 'TRANSFER_OPEN']),
    );
    const copy = office.strapi.db.connection.raw(
      `INSERT INTO transfers (document_id, number, stage, open_for) SELECT 'another', 'GH-X', stage, open_for FROM transfers WHERE open_for = ?`,
      [unit],
    );
    await expect(Promise.resolve(copy)).rejects.toMatchObject({ code: '23505' });
  });
});

describe('the registers of transfers and leases', () => {
  const list = (type: string): string => `/content-manager/collection-types/api::${type}.${type}`;

  test('[G-03] are kept in the generated forms too: the same rules, the same stages', async () => {
    const { unit, owner, entry } = await held();
    const receiver = await aPerson();
    const form = { unit: relation(unit), receiver: relation(receiver), effectiveOn: '2026-12-24' };
    const made = (await staff.front_desk.agent.post(list('transfer')).send(form)) as {
      status: number;
      body: { data: { documentId: string; stage: string; version: number } };
    };
    expect([made.status, made.body.data.stage]).toEqual([201, 'registered']);
    const at = `${list('transfer')}/${made.body.data.documentId}`;
    const change = (data: object) => staff.clerk.agent.put(at).send(data);
    const before = await change({ effectiveOn: '2019-12-31', version: made.body.data.version });
    expect([before.status, (before.body as { error: { details: object } }).error.details]).toMatchObject([
      ...[422, { code: 'DATE_BEFORE_PERIOD', field: 'effectiveOn' }],
    ]);
    expect((await change({ effectiveOn: '2026-12-25', version: made.body.data.version })).status).toBe(200);
    // A stage is no field of the form.
    await change({ stage: 'closed' });
    expect(
      (await look(staff.finance, { type: 'transfer', documentId: made.body.data.documentId })).record,
    ).toMatchObject({
      ...{ stage: 'registered', effectiveOn: '2026-12-25', giver: owner, receiver },
    });
    expect((await entriesOf(unit)).map(({ documentId, toDate }) => [documentId, toDate])).toEqual([
      [entry, null],
    ]);
  });

  test('[G-03] are read by whom they concern: a steward sees those of his buildings, technicians and guards none', async () => {
    const { unit } = await held();
    const transfer = await open(staff.clerk, 'transfer', {
      ...{ unit, receiver: await aPerson(), effectiveOn: '2026-12-24' },
    });
    const stranger = await employ(office, 'steward', { superior: staff.supervisor });
    const seenBy = async (who: Colleague): Promise<boolean> => {
      const { status, body } = (await who.agent
        .get(list('transfer'))
        .query({ 'filters[documentId][$eq]': transfer.documentId })) as {
        status: number;
        body: { results?: unknown[] };
      };
      return status === 200 && body.results?.length === 1;
    };
    for (const who of [staff.steward, staff.finance, staff.front_desk, staff.supervisor, staff.director])
      expect([who.name, await seenBy(who)]).toEqual([who.name, true]);
    for (const who of [stranger, staff.technician, staff.security])
      expect([who.name, await seenBy(who)]).toEqual([who.name, false]);
    const { status } = await stranger.agent.get(`/office/cases/transfer/${transfer.documentId}`);
    expect(status).toBe(403);
  });
});

describe('a lease', () => {
  const term = { fromDate: TODAY, toDate: '2026-11-22', contractSeen: true };

  test('[G-03] runs from its first day and ends by itself after its last; the departments are told both times', async () => {
    const { unit } = await held();
    const tenant = await aPerson('租户');
    const lease = await open(staff.front_desk, 'lease-registration', { unit, tenant, ...term });
    expect(lease.number).toMatch(/^ZL-20261120-\d{4}$/);
    await time.pass(1_000);
    const running = await look(staff.finance, lease);
    expect(running.stage).toBe('running');
    const living = (await entriesOf(unit)).find(({ documentId }) => documentId === running.record.occupancy);
    expect(living).toMatchObject({ capacity: 'tenant', fromDate: TODAY, toDate: '2026-11-22' });
    expect(living?.owner.documentId).toBe(tenant);
    await time.pass(2 * DAY);
    expect((await look(staff.finance, lease)).stage).toBe('running');
    await time.pass(DAY);
    expect(await look(staff.finance, lease)).toMatchObject({
      stage: 'ended',
      record: { endedOn: '2026-11-22' },
    });
    const messages = await told(lease.documentId);
    for (const template of ['lease_running', 'lease_ended'])
      expect(
        messages
          .filter((one) => one.template === template)
          .map(({ to }) => to)
          .sort(),
      ).toEqual(
        [staff.finance, staff.security, engineer, staff.steward].map(({ staffId }) => staffId).sort(),
      );
  });

  test('[G-03] waits for its contract, ends early on a day of its own, and frees the days after it', async () => {
    const { unit } = await held();
    const year = { fromDate: TODAY, toDate: '2027-11-19' };
    const lease = await open(staff.front_desk, 'lease-registration', {
      ...{ unit, newPersonName: '租户小李', ...year },
    });
    await time.pass(1_000);
    expect((await look(staff.clerk, lease)).stage).toBe('registered');
    expect(await refused(staff.clerk, lease, 'start')).toMatchObject({
      code: 'PAPERS_MISSING',
      fields: ['contractSeen'],
    });
    expect(await refused(staff.technician, lease, 'start', { contractSeen: true })).toMatchObject({
      status: 403,
    });
    const running = await act(staff.clerk, lease, 'start', { contractSeen: true });
    time.set(NOON + 10 * DAY);
    for (const endedOn of ['2026-11-19', '2027-11-20', '2026-12-01'])
      expect(await refused(staff.clerk, lease, 'end_early', { endedOn, reason: '退租' })).toMatchObject({
        ...{ status: 422, code: 'END_OUTSIDE_LEASE', field: 'endedOn' },
      });
    const ended = await act(staff.front_desk, lease, 'end_early', { endedOn: '2026-11-30', reason: '退租' });
    expect(ended).toMatchObject({ stage: 'ended', record: { endedOn: '2026-11-30', endReason: '退租' } });
    const living = (await entriesOf(unit)).find(({ documentId }) => documentId === running.record.occupancy);
    expect(living?.toDate).toBe('2026-11-30');
    const next = { unit, tenant: await aPerson(), toDate: '2027-01-31' };
    expect(
      await notOpened(staff.clerk, 'lease-registration', { ...next, fromDate: '2026-11-30' }),
    ).toMatchObject({ status: 409, code: 'LEASE_OVERLAPS', other: lease.number });
    await open(staff.clerk, 'lease-registration', { ...next, fromDate: '2026-12-01' });
  });

  test('[G-03] does not overlap another of the same home or room; other rooms are let beside it', async () => {
    const { unit } = await held();
    const wish = { unit, ...term };
    const tried = async (more: object) =>
      notOpened(staff.clerk, 'lease-registration', { ...wish, tenant: await aPerson(), ...more });
    await open(staff.clerk, 'lease-registration', { ...wish, tenant: await aPerson() });
    expect(await tried({ fromDate: '2026-11-22', toDate: '2026-12-31' })).toMatchObject({
      ...{ status: 409, code: 'LEASE_OVERLAPS', field: 'fromDate' },
    });
    await open(staff.clerk, 'lease-registration', { ...wish, tenant: await aPerson(), room: '主卧' });
    expect(await tried({ room: ' 主 卧' })).toMatchObject({ code: 'LEASE_OVERLAPS' });
    await open(staff.clerk, 'lease-registration', { ...wish, tenant: await aPerson(), room: '次卧' });
    expect(await tried({ toDate: '2026-11-01', room: '书房' })).toMatchObject({
      ...{ status: 422, code: 'PERIOD_INVALID', field: 'toDate' },
    });
    for (const who of [staff.technician, staff.security, staff.finance])
      expect(
        await notOpened(who, 'lease-registration', { ...wish, room: '阁楼', tenant: await aPerson() }),
      ).toMatchObject({ status: 403 });
  });

  test('[G-03] of fifty leases of one home for the same days one is registered, and the database holds it', async () => {
    const { unit } = await held();
    const people = await Promise.all(Array.from({ length: 50 }, () => aPerson()));
    const answers = await Promise.all(
      people.map(
        async (tenant) =>
          (await staff.clerk.agent
            .post('/office/cases/lease-registration')
            .send({ data: { unit, tenant, ...term } })) as {
            status: number;
            body: { data?: { documentId: string }; error?: { details: { code: string } } };
          },
      ),
    );
    const [one, ...more] = answers.filter(({ status }) => status < 300);
    expect(more).toEqual([]);
    expect(new Set(answers.map(({ body }) => body.error?.details.code))).toEqual(
      new Set([undefined, 'LEASE_OVERLAPS']),
    );
    const copy = office.strapi.db.connection.raw(
      `INSERT INTO lease_registrations (document_id, number, stage, open_for, from_date, to_date)
       SELECT 'another', 'ZL-X', stage, open_for, from_date, to_date FROM lease_registrations WHERE document_id = ?`,
      [String(one?.body.data?.documentId)],
    );
    await expect(Promise.resolve(copy)).rejects.toMatchObject({ code: '23P01' });
  });
});
