import { wakeUp } from '../../../src/engine/wakeups';
import { deliver } from '../../../src/engine/worker';
import { officeOf } from '../../../src/engine/office';
import {
  act,
  clock,
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
import { readPdf } from '../../support/pdf';
import { aUnit, dispatchByHand, employ, staffOf, type Colleague, type Staff } from '../../support/people';

const NOON = Date.parse('2026-11-20T04:00:00Z');
const SIGNED = 'data:image/png;base64,AA==';
const iso = (at: number): string => new Date(at).toISOString();

let office: Office;
let staff: Staff;
let time: OfficeTime;

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  await dispatchByHand(office);
  time = stopTime(office, NOON);
});
afterAll(() => office.close());
beforeEach(() => time.set(NOON));

const create = async (type: string, data: object): Promise<string> =>
  (await office.strapi.documents(`api::${type}.${type}` as 'api::unit.unit').create({ data } as never))
    .documentId;

let made = 0;
/** A key of the register; of a plant room unless it is said. */
const aKey = (more: object = {}): Promise<string> => {
  made += 1;
  const code = `K-${String(made).padStart(3, '0')}`;
  return create('key', { code, label: `${made} 号泵房`, kind: 'plant_room', ...more });
};
const loan = (key: string, more: object = {}) => ({
  ...{ key, borrowerKind: 'other_person', borrowerName: '张师傅', borrowerPhone: '13812345678' },
  ...{ purpose: '检修水泵', dueAt: iso(time.now() + 2 * HOUR), signature: SIGNED, papers: '身份证' },
  ...more,
});
const toStaff = (to: Colleague) => ({ borrowerKind: 'staff', borrower: to.staffId });
const lend = (key: string, more: object = {}): Promise<CaseSeen> =>
  open(staff.front_desk, 'key-loan', loan(key, more));
const notLent = (key: string, more: object = {}) => notOpened(staff.front_desk, 'key-loan', loan(key, more));

/** A home with a key and its owner. */
async function aHome() {
  const unit = await aUnit(office.strapi);
  const key = await aKey({ kind: 'unit_key', unit, label: '入户门' });
  const owner = await create('owner', { name: '李业主' });
  await create('occupancy', { unit, owner, capacity: 'owner', fromDate: '2020-01-01' });
  return { unit, key, owner };
}
const authority = (home: { unit: string; owner: string }, more: object = {}) => ({
  ...{ unit: home.unit, owner: home.owner, purpose: '装修看房', validUntil: '2026-11-22' },
  ...{ signerName: '李业主', signature: SIGNED },
  ...more,
});

const list = '/content-manager/collection-types/api::key.key';
interface Sent {
  readonly template: string;
  readonly channel: string;
  readonly recipientKind: string;
  readonly recipientId: string;
  readonly documentId: string;
  readonly params: Readonly<Record<string, unknown>>;
}
const messagesOf = async (of: CaseSeen): Promise<Sent[]> =>
  await office.strapi.db
    .query('api::outbox-message.outbox-message')
    .findMany({ where: { caseId: of.documentId }, orderBy: { id: 'asc' } });

describe('the register of keys', () => {
  test('[F-01] is kept by the desk, not by whoever only reads it; a hook holds one key', async () => {
    const data = { code: 'BF-01', label: '泵房', kind: 'plant_room', hook: 'A-01', copies: 2 };
    await staff.front_desk.agent.post(list).send(data).expect(201);
    await staff.security.agent.get(list).expect(200);
    await staff.security.agent
      .post(list)
      .send({ ...data, code: 'BF-02' })
      .expect(403);
    await staff.finance.agent.get(list).expect(403);
    const twice = await staff.front_desk.agent.post(list).send({ ...data, code: 'BF-02' });
    expect([twice.status, JSON.stringify(twice.body)]).toEqual([
      expect.any(Number),
      expect.stringContaining('hook'),
    ]);
    expect(twice.status).toBeGreaterThanOrEqual(400);
    await staff.front_desk.agent
      .post(list)
      .send({ ...data, code: 'BF-03', hook: null })
      .expect(201);
  });

  test('[F-01] of fifty who hang a key on one hook at once exactly one does; a blank hook is none', async () => {
    const data = (index: number, hook: string) => ({
      ...{ code: `GB-${hook.trim()}${index}`, label: '公共门', kind: 'public_door', hook },
    });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => staff.front_desk.agent.post(list).send(data(index, ' H-09 '))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const kept = await office.strapi.db.query('api::key.key').count({ where: { hook: 'H-09' } });
    expect(kept).toBe(1);
    for (const index of [1, 2]) await staff.front_desk.agent.post(list).send(data(index, ' ')).expect(201);
  });

  test('[F-01] a key with a history is withdrawn, not deleted; a withdrawn one is not lent', async () => {
    const key = await aKey();
    const out = await lend(key);
    await act(staff.security, out, 'take_back', { signatureBack: SIGNED });
    const gone = await staff.manager.agent.delete(`${list}/${key}`);
    expect(gone.status).toBe(409);
    await staff.front_desk.agent.put(`${list}/${key}`).send({ active: false }).expect(200);
    expect(await notLent(key)).toMatchObject({ status: 409, code: 'KEY_WITHDRAWN', field: 'key' });
  });
});

describe('labels', () => {
  test('[F-01] for chosen keys come on a sheet, each with its number, hook and QR code', async () => {
    const keys = [await aKey({ code: 'BQ-01', hook: 'Q-01' }), await aKey({ code: 'BQ-02' })];
    const sheet = await staff.security.agent
      .get(`/office/papers/batch.pdf?type=key&ids=${keys.join(',')}`)
      .responseType('blob')
      .expect(200);
    const { text } = await readPdf(sheet.body as Buffer);
    for (const word of ['BQ-01', 'BQ-02', 'Q-01']) expect(text).toContain(word);
    await staff.finance.agent.get(`/office/papers/batch.pdf?type=key&ids=${keys.join(',')}`).expect(403);
    await staff.security.agent.get('/office/papers/batch.pdf?type=key&ids=').expect(422);
  });
});

describe('a loan', () => {
  test('[F-03] goes out and comes back against a signature, by desk or gate, and by nobody else', async () => {
    const key = await aKey({ copies: 2 });
    for (const who of [staff.technician, staff.finance, staff.clerk])
      expect((await notOpened(who, 'key-loan', loan(key))).status).toBe(403);
    expect(await notLent(key, { signature: undefined })).toMatchObject({ status: 422, field: 'signature' });
    const out = await open(staff.security, 'key-loan', loan(key, { copiesOut: 2 }));
    expect(out).toMatchObject({
      stage: 'lent',
      record: {
        borrowerName: '张师傅',
        borrowerPhone: '138****5678',
        outAt: iso(NOON),
        lentBy: staff.security.staffId,
        signerName: '张师傅',
      },
    });
    expect(out.number).toMatch(/^YS-20261120-\d{4}$/);
    expect(out.record.signedText).toContain('应还时间：2026-11-20 14:00');
    expect(out.record).not.toHaveProperty('borrowerPhoneHash');
    expect(await refused(staff.clerk, out, 'take_back', { signatureBack: SIGNED })).toMatchObject({
      status: 403,
    });
    expect(await refused(staff.front_desk, out, 'take_back', { copiesBack: 2 })).toMatchObject({
      field: 'signatureBack',
    });
    expect(await refused(staff.front_desk, out, 'take_back', { signatureBack: SIGNED })).toMatchObject({
      ...{ status: 409, code: 'KEY_COPIES_MISSING', field: 'copiesBack' },
    });
    const back = await act(staff.front_desk, out, 'take_back', {
      ...{ copiesBack: 2, signatureBack: SIGNED, condition: '完好' },
    });
    expect(back).toMatchObject({
      stage: 'returned',
      record: { returnedAt: iso(NOON), takenBackBy: staff.front_desk.staffId, signerBack: '张师傅' },
    });
    expect(back.activities.map(({ action }) => action)).toEqual(['take_back', 'lend']);
    expect(JSON.stringify(back.activities)).not.toContain('base64');
  });

  test('[F-03] says who has the key: somebody of the staff, or a name and how to reach it', async () => {
    const key = await aKey();
    for (const [more, code, field] of [
      [{ borrowerKind: 'staff' }, 'KEY_BORROWER_MISSING', 'borrower'],
      [{ borrowerName: ' ' }, 'TEXT_EMPTY', 'borrowerName'],
      [{ borrowerPhone: null }, 'TEXT_EMPTY', 'borrowerPhone'],
      [{ borrowerEmail: 'nobody' }, 'INPUT_INVALID', 'borrowerEmail'],
      [{ purpose: '' }, 'TEXT_EMPTY', 'purpose'],
      [{ dueAt: iso(NOON) }, 'KEY_DUE_PAST', 'dueAt'],
      [{ dueAt: iso(NOON + 91 * DAY) }, 'KEY_DUE_TOO_FAR', 'dueAt'],
      [{ dueAt: 'soon' }, 'INPUT_INVALID', 'dueAt'],
      [{ copiesOut: 2 }, 'KEY_COPIES_TOO_MANY', 'copiesOut'],
      [{ copiesOut: 0 }, 'INPUT_INVALID', 'copiesOut'],
      [{ key: 'a'.repeat(24) }, 'REFERENCE_UNKNOWN', 'key'],
    ] as const)
      expect(await notLent(key, more)).toMatchObject({ status: 422, code, field });
    expect((await lend(key, toStaff(staff.technician))).record.borrowerName).toBe(staff.technician.name);
  });

  test('[F-03] of a key that is out is refused, and told who has it and until when', async () => {
    const key = await aKey();
    const out = await lend(key);
    const no = await notLent(key, { borrowerName: '王师傅' });
    expect(no).toMatchObject({
      ...{ status: 409, code: 'KEY_OUT', field: 'key', loan: out.number, borrower: '张师傅' },
      dueAt: iso(NOON + 2 * HOUR),
    });
    expect(no.message).toContain('张师傅');
    await act(staff.front_desk, out, 'take_back', { signatureBack: SIGNED });
    expect((await lend(key, { borrowerName: '王师傅' })).stage).toBe('lent');
  });

  test('[F-03] of fifty who ask for one key at once exactly one gets it', async () => {
    const key = await aKey();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        staff[index % 2 ? 'front_desk' : 'security'].agent
          .post('/office/cases/key-loan')
          .send({ data: loan(key, { borrowerName: `第 ${index} 人` }) }),
      ),
    );
    const lent = answers.filter(({ status }) => status === 201);
    expect(lent).toHaveLength(1);
    const { borrowerName } = (lent[0]?.body as { data: CaseSeen }).data.record;
    for (const { status, body } of answers.filter((one) => one !== lent[0]))
      expect([status, body]).toMatchObject([
        409,
        { error: { details: { code: 'KEY_OUT', borrower: borrowerName } } },
      ]);
    const rows = await office.strapi.db.query('api::key-loan.key-loan').count({ where: { openFor: key } });
    expect(rows).toBe(1);
  });

  test('[F-03] one borrower at a time is held by the database itself', async () => {
    const out = await lend(await aKey());
    const { rows } = await office.strapi.db.connection.raw<{ rows: { indexdef: string }[] }>(
      `select indexdef from pg_indexes where indexname = 'key_loans_one_out'`,
    );
    expect(rows[0]?.indexdef).toMatch(/UNIQUE INDEX .* \(open_for\) WHERE \(open_for IS NOT NULL\)/);
    const again = office.strapi.db.connection.raw(
      `insert into key_loans (document_id, number, stage, open_for) select 'x', 'x', stage, open_for from key_loans where document_id = ?`,
      [out.documentId],
    );
    await expect(again).rejects.toMatchObject({ code: '23505' });
  });

  test('[F-03] is extended by a superior only, to a later time, and its promise moves with it', async () => {
    const out = await lend(await aKey());
    expect(clock(out, 'return')).toMatchObject({
      dueAt: iso(NOON + 2 * HOUR),
      state: 'running',
      rule: 'F-03',
    });
    const wanted = { dueAt: iso(NOON + 5 * HOUR), reason: '水泵还没修好' };
    expect(await refused(staff.front_desk, out, 'extend', wanted)).toMatchObject({ status: 403 });
    expect(
      await refused(staff.supervisor, out, 'extend', { ...wanted, dueAt: iso(NOON + HOUR) }),
    ).toMatchObject({
      ...{ status: 422, code: 'KEY_DUE_NOT_LATER', field: 'dueAt' },
    });
    const longer = await act(staff.supervisor, out, 'extend', wanted);
    expect(longer.record).toMatchObject({
      dueAt: wanted.dueAt,
      extendedBy: staff.supervisor.staffId,
      extendReason: wanted.reason,
      extensionCount: 1,
    });
    expect(clock(longer, 'return').dueAt).toBe(wanted.dueAt);
    await time.pass(3 * HOUR);
    expect((await look(staff.supervisor, out)).clocks.every(({ verdict }) => verdict === null)).toBe(true);
    expect((await messagesOf(out)).map(({ template }) => template)).not.toContain('key_overdue');
  });

  test('[F-03] that is overdue is warned of, reminded and then escalated', async () => {
    const out = await lend(await aKey(), toStaff(staff.technician));
    await time.pass(2 * HOUR - 10 * MINUTE);
    expect((await look(staff.supervisor, out)).activities[0]?.action).toBe('clock.warn');
    await time.pass(10 * MINUTE);
    const overdue = (await messagesOf(out)).filter(({ template }) => template === 'key_overdue');
    expect(overdue).toMatchObject([{ recipientKind: 'staff', recipientId: staff.technician.staffId }]);
    expect(clock(await look(staff.supervisor, out), 'return').verdict).toBe('broken');
    await time.pass(3 * HOUR);
    const told = (await messagesOf(out)).map(({ recipientId }) => recipientId);
    expect(told).toEqual(
      expect.arrayContaining([
        staff.front_desk.staffId,
        staff.supervisor.staffId,
        staff.department_head.staffId,
      ]),
    );
    const back = await act(staff.front_desk, out, 'take_back', { signatureBack: SIGNED });
    expect(clock(back, 'return')).toMatchObject({ state: 'stopped', verdict: 'broken' });
    const before = (await messagesOf(out)).length;
    await time.pass(3 * DAY);
    expect(await messagesOf(out)).toHaveLength(before);
  });

  test('[F-03] gives a receipt by mail to whoever left an address', async () => {
    const out = await lend(await aKey(), { borrowerEmail: 'zhang@example.org' });
    const [receipt] = await messagesOf(out);
    expect(receipt).toMatchObject({
      ...{
        template: 'key_lent',
        channel: 'email',
        recipientKind: 'case_address',
        recipientId: 'borrowerEmail',
      },
      params: { due: '2026-11-20 14:00', number: out.number },
    });
    const sent: { to: string; text: string }[] = [];
    const email = office.strapi.plugin('email').service('email');
    const { send } = email;
    email.send = (mail: { to: string; text: string }) => Promise.resolve(sent.push(mail));
    await deliver(officeOf(office.strapi), String(receipt?.documentId));
    email.send = send;
    expect(sent).toMatchObject([{ to: 'zhang@example.org' }]);
    expect(sent[0]?.text).toContain('2026-11-20 14:00');
    expect(await messagesOf(await lend(await aKey()))).toEqual([]);
  });

  test('[S-02] a technician sees the keys that he holds, and no others', async () => {
    const mine = await lend(await aKey(), toStaff(staff.technician));
    const other = await employ(office, 'technician', { superior: staff.supervisor });
    expect((await look(staff.technician, mine)).number).toBe(mine.number);
    const hidden = await other.agent.get(`/office/cases/key-loan/${mine.documentId}`);
    expect([403, 404]).toContain(hidden.status);
  });
});

describe('the key of a home', () => {
  test('[F-04] goes out against an open dispatch order for that home, and against nothing less', async () => {
    const home = await aHome();
    expect(await notLent(home.key)).toMatchObject({ status: 422, code: 'KEY_AUTHORITY_MISSING' });
    const { order } = await repairUntil(staff, 'accept', { inputs: { register: { unit: home.unit } } });
    const elsewhere = await repairUntil(staff, 'accept', {
      inputs: { register: { unit: await aUnit(office.strapi) } },
    });
    expect(await notLent(home.key, { dispatchOrder: elsewhere.order.documentId })).toMatchObject({
      ...{ status: 422, code: 'KEY_AUTHORITY_OTHER_UNIT', field: 'dispatchOrder' },
    });
    const out = await lend(home.key, { ...toStaff(staff.technician), dispatchOrder: order.documentId });
    expect(out.record.dispatchOrder).toBe(order.documentId);
    await act(staff.front_desk, out, 'take_back', { signatureBack: SIGNED });
    await act(staff.front_desk, order, 'cancel', { reason: '业主取消' });
    expect(await notLent(home.key, { dispatchOrder: order.documentId })).toMatchObject({
      ...{ status: 409, code: 'KEY_ORDER_NOT_OPEN', field: 'dispatchOrder' },
    });
  });

  test('[F-04] goes out to whoever has an open order for that home on his hands, without its being named', async () => {
    const home = await aHome();
    const mate = await employ(office, 'technician', { superior: staff.supervisor });
    expect(await notLent(home.key, toStaff(staff.technician))).toMatchObject({
      code: 'KEY_AUTHORITY_MISSING',
    });
    const { order } = await repairUntil(staff, 'accept', { inputs: { register: { unit: home.unit } } });
    expect(await notLent(home.key, toStaff(mate))).toMatchObject({ code: 'KEY_AUTHORITY_MISSING' });
    const out = await open(staff.security, 'key-loan', loan(home.key, toStaff(staff.technician)));
    expect(out.record.dispatchOrder).toBe(order.documentId);
  });

  test('[F-04] goes out against the running authorisation of its owner, and not beyond it', async () => {
    const home = await aHome();
    const given = await open(staff.front_desk, 'key-authorisation', authority(home));
    const authorisation = given.documentId;
    const other = await aHome();
    const theirs = await open(staff.front_desk, 'key-authorisation', authority(other));
    expect(await notLent(home.key, { authorisation: theirs.documentId })).toMatchObject({
      ...{ status: 422, code: 'KEY_AUTHORITY_OTHER_UNIT', field: 'authorisation' },
    });
    expect(await notLent(home.key, { authorisation, dueAt: iso(NOON + 5 * DAY) })).toMatchObject({
      ...{ status: 422, code: 'KEY_DUE_AFTER_AUTHORISATION', field: 'dueAt' },
    });
    const out = await lend(home.key, { authorisation });
    expect(
      await refused(staff.supervisor, out, 'extend', { dueAt: iso(NOON + 5 * DAY), reason: '还要看' }),
    ).toMatchObject({ code: 'KEY_DUE_AFTER_AUTHORISATION' });
    await act(staff.front_desk, out, 'take_back', { signatureBack: SIGNED });
    await time.pass(4 * DAY);
    expect(await notLent(home.key, { authorisation })).toMatchObject({
      ...{ status: 409, code: 'KEY_AUTHORISATION_ENDED', field: 'authorisation' },
    });
  });

  test('[F-04] of which the register does not say which home stays on the board', async () => {
    const { order } = await repairUntil(staff, 'accept');
    const key = await aKey({ kind: 'unit_key' });
    expect(await notLent(key, { dispatchOrder: order.documentId })).toMatchObject({
      ...{ status: 409, code: 'KEY_UNIT_UNKNOWN', field: 'key' },
    });
  });
});

describe('an authorisation', () => {
  test('[F-02] is given by the owner of the home, signed, at the desk', async () => {
    const home = await aHome();
    const other = await aHome();
    expect((await notOpened(staff.technician, 'key-authorisation', authority(home))).status).toBe(403);
    expect((await notOpened(staff.security, 'key-authorisation', authority(home))).status).toBe(403);
    for (const [more, code, field] of [
      [{ signature: undefined }, 'INPUT_INVALID', 'signature'],
      [{ signerName: ' ' }, 'TEXT_EMPTY', 'signerName'],
      [{ validUntil: '2026-11-19' }, 'KEY_AUTHORISATION_PAST', 'validUntil'],
      [{ validUntil: 'later' }, 'INPUT_INVALID', 'validUntil'],
      [{ owner: other.owner }, 'KEY_OWNER_NOT_OF_UNIT', 'owner'],
      [{ key: other.key }, 'KEY_OF_OTHER_UNIT', 'key'],
    ] as const)
      expect(await notOpened(staff.front_desk, 'key-authorisation', authority(home, more))).toMatchObject({
        ...{ status: 422, code, field },
      });
    const given = await open(staff.front_desk, 'key-authorisation', authority(home, { key: home.key }));
    expect(given).toMatchObject({
      stage: 'in_force',
      record: { signedAt: iso(NOON), takenBy: staff.front_desk.staffId, validUntil: '2026-11-22' },
    });
    expect(given.record.signedText).toContain('有效期至：2026-11-22');
  });

  test('[F-02] ends with its last day, and the keys go back to the owner against his signature', async () => {
    const home = await aHome();
    const given = await open(staff.front_desk, 'key-authorisation', authority(home));
    // The last minute of 22 November in the office's own zone.
    time.set(Date.parse('2026-11-22T15:59:00Z'));
    await wakeUp(officeOf(office.strapi), time.now());
    expect((await look(staff.supervisor, given)).stage).toBe('in_force');
    await time.pass(MINUTE);
    expect((await look(staff.supervisor, given)).stage).toBe('expired');
    const signed = { signerBack: '李业主', signatureBack: SIGNED };
    expect(await refused(staff.security, given, 'give_back', signed)).toMatchObject({ status: 403 });
    expect(await refused(staff.front_desk, given, 'give_back', { signerBack: '李业主' })).toMatchObject({
      field: 'signatureBack',
    });
    expect(await act(staff.front_desk, given, 'give_back', signed)).toMatchObject({
      stage: 'given_back',
      record: { givenBackAt: iso(time.now()), givenBackBy: staff.front_desk.staffId, signerBack: '李业主' },
    });
  });

  test('[F-02] cannot be given back while a key is out on it', async () => {
    const home = await aHome();
    const given = await open(staff.front_desk, 'key-authorisation', authority(home));
    const out = await lend(home.key, { authorisation: given.documentId });
    const signed = { signerBack: '李业主', signatureBack: SIGNED };
    expect(await refused(staff.front_desk, given, 'give_back', signed)).toMatchObject({
      ...{ status: 409, code: 'KEY_STILL_OUT', loan: out.number },
    });
    await act(staff.front_desk, out, 'take_back', { signatureBack: SIGNED });
    expect((await act(staff.front_desk, given, 'give_back', signed)).stage).toBe('given_back');
  });

  test('[F-02] given back and borrowed on at once: one of the two is told no', async () => {
    const signed = { signerBack: '李业主', signatureBack: SIGNED };
    for (let round = 0; round < 5; round += 1) {
      const home = await aHome();
      const { documentId } = await open(staff.front_desk, 'key-authorisation', authority(home));
      const answers = await Promise.all([
        staff.front_desk.agent
          .post(`/office/cases/key-authorisation/${documentId}/actions/give_back`)
          .send({ data: signed }),
        staff.security.agent
          .post('/office/cases/key-loan')
          .send({ data: loan(home.key, { authorisation: documentId }) }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([expect.any(Number), 409]);
    }
  });
});

describe('a lost key', () => {
  test('[F-05] ends its loan, is an incident, and has another lock asked for', async () => {
    const home = await aHome();
    const { order } = await repairUntil(staff, 'accept', { inputs: { register: { unit: home.unit } } });
    const out = await lend(home.key, { ...toStaff(staff.technician), dispatchOrder: order.documentId });
    time.set(NOON + HOUR);
    const said = { whatHappened: '掉进了集水坑', lostAt: iso(NOON + MINUTE) };
    expect(await refused(staff.clerk, out, 'lose', said)).toMatchObject({ status: 403 });
    expect(await refused(staff.technician, out, 'lose', { ...said, lostAt: iso(NOON - DAY) })).toMatchObject({
      ...{ status: 422, code: 'MOMENT_BEFORE_STEP', field: 'lostAt' },
    });
    expect((await act(staff.technician, out, 'lose', said)).stage).toBe('lost');
    const incident = await look(staff.supervisor, kin(await look(staff.supervisor, out), 'incident'));
    expect(incident).toMatchObject({
      stage: 'reported',
      record: {
        ...{ incidentClass: 'lost_key', key: home.key, loan: out.documentId, unit: home.unit },
        ...{ happenedAt: said.lostAt, reportedAt: iso(NOON + HOUR), reporter: staff.technician.staffId },
      },
    });
    const ticket = await look(staff.supervisor, kin(incident, 'ticket'));
    expect(ticket.record).toMatchObject({
      ...{ kind: 'repair', channel: 'department', unit: home.unit, raisedOnIncident: incident.documentId },
    });
    expect(ticket.record.matter).toContain('掉进了集水坑');
    expect(ticket.record.category).not.toBeNull();
    expect((await messagesOf(incident)).map(({ template }) => template)).toEqual(['key_lost']);
    expect(await notLent(home.key, { dispatchOrder: order.documentId })).toMatchObject({
      ...{ status: 409, code: 'KEY_LOST', incident: incident.number },
    });
    await act(staff.front_desk, incident, 'handle', { measures: '已换锁并配新钥匙' });
    expect(await refused(staff.front_desk, incident, 'close', { conclusion: '锁已更换' })).toMatchObject({
      status: 403,
    });
    await act(staff.supervisor, incident, 'close', { conclusion: '锁已更换' });
    expect((await lend(home.key, { dispatchOrder: order.documentId })).stage).toBe('lent');
  });

  test('[F-05] that nobody has borrowed is reported on the key itself, once', async () => {
    const key = await aKey();
    const report = { key, whatHappened: '挂板上不见了' };
    expect((await notOpened(staff.technician, 'incident', report)).status).toBe(403);
    expect(await notOpened(staff.security, 'incident', { whatHappened: '不见了' })).toMatchObject({
      field: 'key',
    });
    const incident = await open(staff.security, 'incident', report);
    expect(kin(incident, 'ticket').stage).toBe('registered');
    expect(await notOpened(staff.front_desk, 'incident', report)).toMatchObject({
      ...{ status: 409, code: 'KEY_LOST', incident: incident.number },
    });
    const out = await lend(await aKey());
    expect(
      await notOpened(staff.front_desk, 'incident', { key: out.record.key, whatHappened: '丢了' }),
    ).toMatchObject({ status: 409, code: 'KEY_LOST_ON_LOAN', loan: out.number });
  });

  test('[F-05] reported by fifty at once it is one incident, and one lock is changed', async () => {
    const key = await aKey();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        staff.security.agent
          .post('/office/cases/incident')
          .send({ data: { key, whatHappened: '挂板上不见了' } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(49);
    const incidents = await office.strapi.db
      .query('api::incident.incident')
      .findMany({ where: { openFor: key }, populate: ['key'] });
    expect(incidents).toMatchObject([{ key: { documentId: key } }]);
    const asked = { raisedOnIncident: { openFor: key } };
    expect(await office.strapi.db.query('api::ticket.ticket').count({ where: asked })).toBe(1);
  });
});

describe('a stock-taking', () => {
  test('[F-07] expects what should hang there, counts it, and ends when each difference is explained', async () => {
    const of = { keySet: '盘点串' };
    const [here, gone, stray, out, off] = [
      await aKey(of),
      await aKey(of),
      await aKey({ keySet: '别处' }),
      await aKey(of),
      await aKey({ ...of, active: false }),
    ];
    await lend(out);
    expect((await notOpened(staff.technician, 'key-count', of)).status).toBe(403);
    const count = await open(staff.security, 'key-count', of);
    expect(count.record).toMatchObject({
      expectedCount: 2,
      foundCount: 0,
      startedBy: staff.security.staffId,
    });
    expect(await refused(staff.clerk, count, 'count', { key: here })).toMatchObject({ status: 403 });
    await act(staff.security, count, 'count', { key: here });
    expect(await refused(staff.supervisor, count, 'close')).toMatchObject({
      ...{ status: 409, code: 'KEY_COUNT_UNFINISHED', count: 1 },
    });
    expect(await refused(staff.security, count, 'count', { key: off, found: false })).toMatchObject({
      ...{ status: 422, code: 'KEY_NOT_EXPECTED', field: 'key' },
    });
    await act(staff.security, count, 'count', { key: gone, found: false });
    const seen = await act(staff.security, count, 'count', { key: stray });
    expect(seen.record).toMatchObject({
      ...{
        expectedCount: 2,
        foundCount: 1,
        missingCount: 1,
        unexpectedCount: 1,
        unexplainedCount: 2,
        toCount: '',
      },
    });
    expect(await refused(staff.supervisor, count, 'close')).toMatchObject({
      ...{ status: 409, code: 'KEY_COUNT_UNEXPLAINED', count: 2 },
    });
    const why = { key: stray, explanation: '挂错了板' };
    expect(await refused(staff.security, count, 'explain', why)).toMatchObject({ status: 403 });
    expect(await refused(staff.supervisor, count, 'explain', { ...why, key: here })).toMatchObject({
      code: 'KEY_COUNT_NO_DIFFERENCE',
    });
    await act(staff.supervisor, count, 'explain', why);
    expect(await refused(staff.security, count, 'lose', { key: stray, whatHappened: '丢了' })).toMatchObject({
      code: 'KEY_COUNT_NO_DIFFERENCE',
    });
    const lost = await act(staff.security, count, 'lose', { key: gone, whatHappened: '遍寻不见' });
    expect(lost.record).toMatchObject({ unexplainedCount: 0 });
    expect(lost.record.differences).toContain('已报失：遍寻不见');
    const incident = await look(staff.supervisor, kin(lost, 'incident'));
    expect(incident.record).toMatchObject({ key: gone, keyCount: count.documentId });
    expect(kin(incident, 'ticket').stage).toBe('registered');
    expect(await refused(staff.security, count, 'close')).toMatchObject({ status: 403 });
    expect((await act(staff.supervisor, count, 'close', { conclusion: '已核对' })).stage).toBe('closed');
    expect((await open(staff.front_desk, 'key-count', of)).record.expectedCount).toBe(1);
  });
});

describe('the home page', () => {
  const get = async <Data>(who: Colleague, path: string): Promise<Data> =>
    ((await who.agent.get(`/office/home/out${path}`).expect(200)) as { body: { data: Data } }).body.data;
  interface Out {
    readonly keys: { readonly out: number } | null;
    readonly papers: { readonly out: number; readonly overdue: number } | null;
  }

  test('[F-03] says how many keys are out and how many overdue, and lists them to whoever may see them', async () => {
    const mate = await employ(office, 'technician', { superior: staff.supervisor });
    const [soon, later] = [await aKey(), await aKey()];
    const overdue = await lend(soon, { ...toStaff(mate), dueAt: iso(NOON + HOUR) });
    await lend(later, { ...toStaff(mate), dueAt: iso(NOON + 5 * HOUR) });
    time.set(NOON + 2 * HOUR);
    expect(await get(mate, '')).toEqual({ keys: { out: 2, overdue: 1 }, papers: null });
    expect((await get<Out>(staff.front_desk, '')).keys?.out).toBeGreaterThan(2);
    expect(await get(mate, '/keys/overdue')).toMatchObject({
      total: 1,
      records: [{ type: 'key-loan', documentId: overdue.documentId, dueAt: iso(NOON + HOUR) }],
    });
    await staff.front_desk.agent.get('/office/home/out/keys/nothing').expect(422);
    await staff.front_desk.agent.get('/office/home/out/nothing/out').expect(422);
    expect((await get<Out>(staff.finance, '')).keys).toBeNull();
    await staff.finance.agent.get('/office/home/out/keys/out').expect(403);
  });

  test('[G-04] and the same of files of the archives', async () => {
    const file = await open(staff.clerk, 'archive-file', {
      ...{ archiveClass: 'owner', title: '业主档案', keeper: staff.clerk.staffId, place: '档案柜 1' },
    });
    const out = await open(staff.clerk, 'archive-loan', {
      ...{ file: file.documentId, borrower: staff.supervisor.staffId, purpose: '核对产权' },
      dueAt: iso(NOON + HOUR),
    });
    expect((await get<Out>(staff.clerk, '')).papers).toEqual({ out: 1, overdue: 0 });
    time.set(NOON + 2 * HOUR);
    expect(await get(staff.supervisor, '/papers/overdue')).toMatchObject({
      total: 1,
      records: [{ type: 'archive-loan', number: out.number, dueAt: iso(NOON + HOUR) }],
    });
    await staff.technician.agent.get('/office/home/out/papers/out').expect(403);
  });
});
