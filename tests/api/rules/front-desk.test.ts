import { officeOf } from '../../../src/engine/office';
import { ensureFindIndexes } from '../../../src/engine/find-indexes';
import { fillTails, rotatePersonalKeys } from '../../../src/engine/privacy';
import { DAY, kin, look, open, stopTime, type No, type OfficeTime } from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { aUnit, coded, employ, staffOf, type Colleague, type Staff } from '../../support/people';

/** 09:20 in Shanghai on a working Friday. */
const NINE_TWENTY = Date.parse('2026-11-20T01:20:00Z');
const PHONE = '13812345678';

interface Hit {
  readonly by: string;
  readonly unit: { documentId: string; label: string } | null;
  readonly person: { documentId: string; name: string; phone: string | null; capacity: string } | null;
  readonly residents: readonly string[];
}

let office: Office;
let staff: Staff;
let time: OfficeTime;
let unit: string;
let owner: string;
let tenant: string;
let tap: string;

const make = async (type: string, data: object): Promise<string> =>
  (await office.strapi.documents(`api::${type}.${type}` as 'api::unit.unit').create({ data } as never))
    .documentId;

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  time = stopTime(office, NINE_TWENTY);
  tap = await coded(office.strapi, 'category', 'SD-01');
  const community = await make('community', { name: '桂花苑', code: 'GHY', servicePhone: '0571-88887777' });
  const building = await make('building', { name: '3 号楼', code: '03', community, aliases: ['红楼'] });
  unit = await make('unit', { label: '3-2-501', building, warrantyUntil: '2099-12-31' });
  await make('unit', { label: '3-2-502', building });
  owner = await make('owner', { name: '欧阳明月', phone: PHONE });
  tenant = await make('owner', { name: '李租客', phone: '0571-87654321 转 802' });
  const gone = await make('owner', { name: '欧阳旧主', phone: '13900005678' });
  await make('occupancy', { unit, owner, capacity: 'owner', fromDate: '2020-01-01', primary: true });
  await make('occupancy', { unit, owner: tenant, capacity: 'tenant', fromDate: '2024-01-01' });
  await make('occupancy', { unit, owner: gone, fromDate: '2010-01-01', toDate: '2019-12-31' });
});
afterAll(() => office.close());
beforeEach(() => time.set(NINE_TWENTY));

const get = async (who: Colleague, path: string) => {
  const { status, body, text } = await who.agent.get(`/office/intake/${path}`);
  const said = body as { data: never; error?: { details: object } };
  return { status, data: said.data, no: { status, ...said.error?.details } as No, text };
};
const find = async (who: Colleague, q: string): Promise<readonly Hit[]> =>
  (await get(who, `find?q=${encodeURIComponent(q)}`)).data;
const post = async (who: Colleague, path: string, body: object, key?: string) => {
  const asking = who.agent.post(`/office/intake${path}`);
  const { status, body: said } = await (key ? asking.set('Idempotency-Key', key) : asking).send(body);
  const { data, error } = said as { data: never; error?: { details: object } };
  return { status, data: data as Record<string, never>, no: { status, ...error?.details } as No };
};
const preview = async (data: object, beside: object = {}, who = staff.front_desk) => {
  const answer = await post(who, '/preview', { data, ...beside });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.no));
  return answer.data as unknown as {
    refusal: { code: string; message: string; field: string | null } | null;
    categories: { documentId: string; label: string; kind: string }[];
    emergency: { urgent: boolean; rule: { name: string } | null; word: string | null; byCategory: boolean };
    outcome: {
      promises: {
        name: string;
        rule: string;
        dueAt: string;
        explanation: string;
        target: { code: string };
      }[];
      dispatch: {
        rule: { code: string; mode: string } | null;
        orders: { technician: string | null }[];
        alarm: string | null;
      };
      earlier: {
        documentId: string;
        number: string;
        count: number;
        repeat: boolean;
        worker: string | null;
      } | null;
      group: { number: string | null; others: number; forms: boolean } | null;
      accountable: string | null;
    } | null;
  };
};

describe('finding who calls', () => {
  test.each([['3-2-501'], ['3栋2单元501室'], ['桂花苑 501'], ['501'], ['红楼 501']])(
    '[A-01] "%s" finds the home with those who live there now',
    async (q) => {
      const [first] = await find(staff.front_desk, q);
      expect(first).toMatchObject({
        by: 'unit',
        unit: { documentId: unit, label: '桂花苑 3-2-501' },
        residents: ['欧阳明月', '李租客'],
      });
    },
  );

  test('[A-01] a person is found by any part of the name, with his home and the phone masked', async () => {
    const hits = await find(staff.front_desk, '阳明');
    expect(hits).toEqual([
      {
        by: 'name',
        unit: { documentId: unit, label: '桂花苑 3-2-501' },
        person: { documentId: owner, name: '欧阳明月', phone: '138****5678', capacity: '业主' },
        residents: [],
      },
    ]);
    const [former] = await find(staff.front_desk, '旧主');
    expect(former).toMatchObject({ unit: null, person: { name: '欧阳旧主' } });
  });

  test('[A-01] the last four digits of a phone find it, more of them narrow it down, none shows it', async () => {
    const names = async (q: string) => (await find(staff.front_desk, q)).map(({ person }) => person?.name);
    expect(await names('5678')).toEqual(['欧阳明月', '欧阳旧主']);
    expect(await names('45678')).toEqual(['欧阳明月']);
    expect(await names('138 1234 5678')).toEqual(['欧阳明月']);
    expect(await names('4321')).toEqual(['李租客']);
    expect(await names('9999')).toEqual([]);
    const { text } = await get(staff.front_desk, 'find?q=5678');
    expect(text).not.toContain(PHONE);
  });

  test('the end of a phone follows a change of the phone, and a rotation of the keys', async () => {
    const moved = await make('owner', { name: '换号人', phone: '13700001111' });
    const names = async (q: string) => (await find(staff.front_desk, q)).map(({ person }) => person?.name);
    await office.strapi
      .documents('api::owner.owner')
      .update({ documentId: moved, data: { phone: '13700002222' } as never });
    expect(await names('1111')).toEqual([]);
    expect(await names('2222')).toEqual(['换号人']);
    await office.strapi.db.connection.raw('UPDATE owners SET phone_tail_hash = NULL WHERE document_id = ?', [
      moved,
    ]);
    expect(await names('2222')).toEqual([]);
    expect(await fillTails(office.strapi)).toMatchObject({ seen: 1, sealed: 1 });
    expect(await names('2222')).toEqual(['换号人']);
    expect(await fillTails(office.strapi)).toMatchObject({ seen: 0 });
    await office.strapi.db.connection.raw("UPDATE owners SET phone_tail_hash = 'old'");
    await rotatePersonalKeys(office.strapi);
    expect(await names('2222')).toEqual(['换号人']);
    const [row] = await office.strapi.db.connection('owners').where({ document_id: moved });
    expect(JSON.stringify(row)).not.toContain('2222');
  });

  test('everything is found as well where the database has no trigrams', async () => {
    const { pool } = officeOf(office.strapi);
    const indexes = async () =>
      (await pool.query("SELECT indexname FROM pg_indexes WHERE indexname LIKE '%\\_trgm'")).rows.length;
    expect(await indexes()).toBe(3);
    await pool.query('DROP EXTENSION pg_trgm CASCADE');
    expect(await indexes()).toBe(0);
    expect(await find(staff.front_desk, '阳明')).toHaveLength(1);
    expect((await find(staff.front_desk, '桂花苑 501'))[0]).toMatchObject({ unit: { documentId: unit } });
    expect(await ensureFindIndexes(pool)).toBe(true);
    expect(await indexes()).toBe(3);
  });

  test('what finds nothing, or could be an order to the database, finds nothing', async () => {
    for (const q of ['', '  ', '%', "'; drop table units; --", '_____', '没有这个人'])
      expect(await find(staff.front_desk, q)).toEqual([]);
  });

  test('twenty at most, people among them where both are found', async () => {
    const building = await make('building', {
      name: '7788 号楼',
      code: '7788',
      community: await make('community', { name: '大盘', code: 'DP' }),
    });
    for (let floor = 1; floor <= 25; floor += 1) await make('unit', { label: `7788-${floor}01`, building });
    for (const one of [1, 2, 3]) await make('owner', { name: `甲${one}`, phone: `1360000${7788}` });
    const hits = await find(staff.front_desk, '7788');
    expect(hits).toHaveLength(20);
    expect(hits.filter(({ by }) => by === 'unit').length).toBe(17);
  });

  test('a guard may register but not read who lives where: he finds homes, and nobody', async () => {
    const [home] = await find(staff.security, '桂花苑 501');
    expect(home).toMatchObject({ unit: { label: '桂花苑 3-2-501' }, residents: [] });
    expect(await find(staff.security, '欧阳')).toEqual([]);
    expect(await find(staff.security, '5678')).toEqual([]);
  });
});

describe('about the caller', () => {
  test('[A-01] who lives there, and their requests with stage and running promises, open ones first', async () => {
    const done = await open(staff.front_desk, 'ticket', {
      matter: '问物业费',
      kind: 'inquiry',
      unit,
      answer: '每月五日前缴纳',
    });
    const running = await open(staff.front_desk, 'ticket', { matter: '龙头松动', unit, category: tap });
    time.set(NINE_TWENTY + DAY);
    const byPhone = await open(staff.front_desk, 'ticket', { matter: '路灯不亮', contactPhone: PHONE });
    const { data } = await get(staff.front_desk, `about?unit=${unit}&owner=${owner}`);
    const about = data as {
      unit: { label: string; community: { name: string }; people: object[] };
      person: { phone: string; homes: object[] };
      requests: {
        number: string;
        open: boolean;
        stageLabel: string;
        clocks: { name: string; dueAt: string }[];
      }[];
    };
    expect(about.unit).toMatchObject({
      label: '桂花苑 3-2-501',
      community: { name: '桂花苑' },
      people: [
        { name: '欧阳明月', phone: '138****5678', capacity: '业主', primary: true },
        { name: '李租客', phone: '0571-****4321', capacity: '租户', primary: false },
      ],
    });
    expect(about.person).toMatchObject({ phone: '138****5678', homes: [{ documentId: unit }] });
    expect(about.requests.map(({ number }) => number)).toEqual([byPhone.number, running.number, done.number]);
    expect(about.requests[1]).toMatchObject({ open: true });
    expect(about.requests[1]?.clocks.map(({ name }) => name)).toContain('arrive');
    expect(about.requests[2]).toMatchObject({ open: false, stageLabel: '已办结', clocks: [] });
  });

  test('an unknown home or person, or none, is a coded refusal', async () => {
    expect((await get(staff.front_desk, 'about')).no).toMatchObject({ status: 422, field: 'unit' });
    expect((await get(staff.front_desk, 'about?unit=nonsense')).no).toMatchObject({
      code: 'REFERENCE_UNKNOWN',
      field: 'unit',
    });
    const nobody = `about?owner=${'a'.repeat(24)}`;
    expect((await get(staff.front_desk, nobody)).no).toMatchObject({ status: 404 });
  });
});

describe('what would happen', () => {
  const rowCounts = async (): Promise<Record<string, number>> => {
    const { rows: tables } = await office.strapi.db.connection.raw<{ rows: { name: string }[] }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename NOT LIKE 'strapi_sessions%'`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const { rows } = await office.strapi.db.connection.raw<{ rows: { count: string }[] }>(
        `SELECT count(*) AS count FROM ${name}`,
      );
      counts[name] = Number(rows[0]?.count);
    }
    return counts;
  };
  const state = async (table: string): Promise<unknown> => office.strapi.db.connection(table).select('*');

  test('[C-09] the promises are shown before saving, and are those that are made', async () => {
    const data = { matter: '龙头松动', unit: await aUnit(office.strapi), category: tap };
    const { outcome, refusal } = await preview(data);
    expect(refusal).toBeNull();
    const made = await open(staff.front_desk, 'ticket', data);
    const running = made.clocks.filter(({ state: now }) => now === 'running');
    expect(running.length).toBeGreaterThan(0);
    for (const clock of running)
      expect(outcome?.promises).toContainEqual(
        expect.objectContaining({
          name: clock.name,
          rule: clock.rule,
          dueAt: clock.dueAt,
          explanation: clock.explanation,
        }),
      );
    expect(outcome?.promises[0]?.target.code).toEqual(expect.any(String));
    expect(outcome?.accountable).toBe(staff.front_desk.name);
  });

  test('nothing is written, numbered, sent or given out', async () => {
    const data = {
      matter: '电梯困人，快来人',
      unit,
      category: await coded(office.strapi, 'category', 'DT-01'),
    };
    await preview(data);
    const before = await rowCounts();
    const pointers = [await state('gj_number_counters'), await state('gj_rotations')];
    for (let again = 0; again < 3; again += 1) {
      const seen = await preview(data, { caller: owner });
      expect(seen.outcome).not.toBeNull();
      await preview({ ...data, kind: 'complaint' });
      await preview({ matter: '' });
    }
    expect(await rowCounts()).toEqual(before);
    expect([await state('gj_number_counters'), await state('gj_rotations')]).toEqual(pointers);
    const first = await open(staff.front_desk, 'ticket', { matter: '甲', unit });
    await preview(data);
    const second = await open(staff.front_desk, 'ticket', { matter: '乙', unit });
    const serial = ({ number }: { number: string }) => Number(number.slice(-4));
    expect(serial(second)).toBe(serial(first) + 1);
  });

  test('a preview waits for nobody and keeps nobody waiting', async () => {
    const client = await officeOf(office.strapi).pool.connect();
    try {
      await client.query('BEGIN');
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended('dispatch', 0))");
      expect((await preview({ matter: '龙头松动', unit, category: tap })).outcome).not.toBeNull();
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  test('[B-02] an emergency is shown with the word that makes it one, and what is promised then', async () => {
    const { emergency, outcome } = await preview({ matter: '三号楼电梯困人了，老人在里面', unit });
    expect(emergency).toMatchObject({ urgent: true, byCategory: false });
    expect(emergency.rule?.name).toEqual(expect.any(String));
    expect(emergency.word).toBe('电梯…困人');
    expect(outcome?.promises.map(({ target }) => target.code)).toContain('urgent-repair-arrive');
    const ordinary = await preview({ matter: '三号楼电梯困人了', unit, urgencyReason: '演练，已核实' });
    expect(ordinary.emergency.urgent).toBe(false);
  });

  test('[B-02] an emergency is shown while nothing but the words is known, also when it could not be saved', async () => {
    const { refusal, emergency } = await preview({ matter: '电梯困人', category: 'nonsense' });
    expect(refusal).toMatchObject({ code: 'REFERENCE_UNKNOWN', field: 'category' });
    expect(refusal?.message).toMatch(/\p{Script=Han}/u);
    expect(emergency).toMatchObject({ urgent: true, word: '电梯…困人' });
  });

  test('[A-08] a likely repeat is shown before saving, with who did the work', async () => {
    const home = await aUnit(office.strapi);
    const first = await open(staff.front_desk, 'ticket', { matter: '龙头松动', unit: home, category: tap });
    expect((await preview({ matter: '龙头又松了', unit: home })).outcome?.earlier).toBeNull();
    const { outcome } = await preview({ matter: '龙头又松了', unit: home, category: tap });
    expect(outcome?.earlier).toMatchObject({
      documentId: first.documentId,
      number: first.number,
      count: 1,
      repeat: true,
    });
  });

  test('[E-04] whether other households report the same is shown, and the group matter that it would join', async () => {
    const building = await make('building', {
      name: '停水楼',
      code: 'TS',
      community: await make('community', { name: '停水苑', code: 'TSY' }),
    });
    const category = await coded(office.strapi, 'category', 'SD-06');
    const homes: string[] = [];
    for (const home of [1, 2, 3, 4]) homes.push(await make('unit', { label: `TS-${home}`, building }));
    const groupAt = async (home: number) =>
      (await preview({ matter: '停水', unit: homes[home], category })).outcome?.group;
    expect(await groupAt(0)).toBeNull();
    await open(staff.front_desk, 'ticket', { matter: '停水', unit: homes[0], category });
    expect(await groupAt(1)).toMatchObject({ number: null, others: 1, forms: false });
    await open(staff.front_desk, 'ticket', { matter: '停水', unit: homes[1], category });
    expect(await groupAt(2)).toMatchObject({ number: null, others: 2, forms: true });
    await open(staff.front_desk, 'ticket', { matter: '停水', unit: homes[2], category });
    await time.pass(0);
    const joins = await groupAt(3);
    expect(joins).toMatchObject({ number: expect.stringMatching(/^QT-/) as string, forms: false });
  });

  test('[B-03] who would go is shown with the rule, and the turn stays where it is', async () => {
    const category = await coded(office.strapi, 'category', 'GG-01');
    const second = await employ(office, 'technician', { superior: staff.supervisor });
    await make('dispatch-rule', { name: '公共照明轮派', code: 'lights', mode: 'rotate', category, sort: 1 });
    const data = { matter: '路灯坏了', unit: await aUnit(office.strapi), category };
    const gone: (string | null)[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const one = await preview(data);
      expect((await preview(data)).outcome?.dispatch).toEqual(one.outcome?.dispatch);
      expect(one.outcome?.dispatch.rule).toMatchObject({ code: 'lights', mode: 'rotate' });
      const made = await open(staff.front_desk, 'ticket', data);
      const { record } = await look(staff.supervisor, kin(made, 'dispatch-order'));
      const sent = [staff.technician, second].find(({ staffId }) => staffId === record.technician);
      expect(one.outcome?.dispatch.orders).toMatchObject([{ technician: sent?.name }]);
      gone.push(sent?.name ?? null);
    }
    expect(new Set(gone).size).toBe(2);
  });

  test('categories are suggested from the words, of any kind', async () => {
    const { categories } = await preview({ matter: '厨房下水道堵塞返水' });
    expect(categories[0]).toMatchObject({ label: '下水堵塞', kind: 'repair' });
    const complaint = await preview({ matter: '隔壁装修噪音' });
    expect(complaint.categories[0]).toMatchObject({ kind: 'complaint' });
  });

  test('[C-09] another moment may be imagined: at night, on a holiday, next week', async () => {
    const data = { matter: '龙头松动', unit: await aUnit(office.strapi), category: tap };
    const at = '2026-11-21T22:30:00+08:00';
    const { outcome } = await preview(data, { at });
    const due = outcome?.promises.map(({ dueAt }) => Date.parse(dueAt)) ?? [];
    expect(Math.min(...due)).toBeGreaterThan(Date.parse(at));
    const no = await post(staff.front_desk, '/preview', { data, at: 'tomorrow' });
    expect(no.no).toMatchObject({ status: 422, code: 'INPUT_INVALID', field: 'at' });
  });

  test('what would be refused is answered with why and at which field', async () => {
    expect((await preview({ matter: '' })).refusal).toMatchObject({ code: 'TEXT_EMPTY', field: 'matter' });
    const inquiry = await preview({ matter: '物业费几号交', kind: 'inquiry' });
    expect(inquiry.refusal).toMatchObject({ code: 'PROMISE_MISSING', field: 'promisedReplyAt' });
    const late = new Date(NINE_TWENTY + DAY).toISOString();
    expect((await preview({ matter: '漏水', receivedAt: late })).refusal).toMatchObject({
      code: 'RECEIVED_IN_FUTURE',
      field: 'receivedAt',
    });
  });
});

describe('taking the call', () => {
  test('[A-01] saving gives number and promises; the caller on record is taken over without showing his phone', async () => {
    const { status, data } = await post(staff.front_desk, '', {
      data: { matter: '阳台门锁坏了', unit },
      caller: owner,
    });
    expect(status).toBe(201);
    expect(data).toMatchObject({
      number: expect.stringMatching(/^WX-20261120-\d{4}$/) as never,
      kindLabel: '报修',
      accountable: staff.front_desk.name,
    });
    const seen = await look(staff.front_desk, { type: 'ticket', documentId: String(data.documentId) });
    expect(seen.record).toMatchObject({ requesterName: '欧阳明月', contactPhone: '138****5678', unit });
    expect((data.promises as unknown as object[]).length).toBe(
      seen.clocks.filter(({ state }) => state === 'running').length,
    );
  });

  test('what the desk types goes before what is on record, and who is unknown is refused', async () => {
    const { data } = await post(staff.front_desk, '', {
      data: { matter: '阳台门锁坏了', requesterName: '保姆小王', contactPhone: '13600001111' },
      caller: owner,
    });
    const seen = await look(staff.front_desk, { type: 'ticket', documentId: String(data.documentId) });
    expect(seen.record).toMatchObject({ requesterName: '保姆小王', contactPhone: '136****1111' });
    const empty = await post(staff.front_desk, '', { data: { matter: ' ' } });
    expect(empty.no).toMatchObject({ status: 422, code: 'TEXT_EMPTY', field: 'matter', type: 'ticket' });
    const unknown = await post(staff.front_desk, '', { data: { matter: '漏水' }, caller: 'x' });
    expect(unknown.no).toMatchObject({ status: 422, code: 'REFERENCE_UNKNOWN', field: 'caller' });
  });

  test('the same key saves once', async () => {
    const body = { data: { matter: '门铃不响', unit }, caller: owner };
    const one = await post(staff.front_desk, '', body, 'call-1');
    const two = await post(staff.front_desk, '', body, 'call-1');
    expect(two.data.number).toBe(one.data.number);
    const other = await post(staff.front_desk, '', { data: { matter: '别的' } }, 'call-1');
    expect(other.no).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('[A-01] a call typed in late counts from when it came', async () => {
    const receivedAt = new Date(NINE_TWENTY - 3_600_000).toISOString();
    const { data } = await post(staff.front_desk, '', { data: { matter: '门铃不响', unit, receivedAt } });
    expect(data.receivedAt).toBe(receivedAt);
  });

  test('[A-01] the slip has number, matter, promised times and the phone of the office, in both languages', async () => {
    const { data } = await post(staff.front_desk, '', {
      data: { matter: '水槽 <b>裂了</b>', unit },
      caller: owner,
    });
    const { text, status } = await get(staff.front_desk, `${String(data.documentId)}/slip`);
    expect(status).toBe(200);
    for (const part of [
      String(data.number),
      '水槽 &#60;b&#62;裂了',
      '0571-88887777',
      '138****5678',
      '桂花苑 3-2-501',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/<b>裂了|13812345678/);
    const promises = data.promises as unknown as { name: string; label: string; toCaller: boolean }[];
    expect(promises.map(({ name, toCaller }) => [name, toCaller])).toEqual([
      ['accept', false],
      ['arrive', true],
    ]);
    expect(text).toContain('<th>到场</th>');
    expect(text).not.toContain('<th>接单</th>');
    const english = await get(staff.front_desk, `${String(data.documentId)}/slip?locale=en`);
    expect(english.text).toContain('What we promise you');
    expect((await get(staff.front_desk, `${'a'.repeat(24)}/slip`)).status).toBe(404);
  });
});

describe('who may not register', () => {
  test('[A-01] has nothing to look for at the front desk', async () => {
    const nobody = await employ(office, 'finance');
    const data = { matter: '漏水', unit };
    const ticket = await open(staff.front_desk, 'ticket', { matter: '乙', unit });
    for (const who of [staff.technician, nobody]) {
      const refusals = [
        (await get(who, 'find?q=501')).no,
        (await get(who, `about?unit=${unit}`)).no,
        (await post(who, '/preview', { data })).no,
        (await post(who, '', { data })).no,
        (await get(who, `${ticket.documentId}/slip`)).no,
      ];
      for (const no of refusals) expect(no).toMatchObject({ status: 403, code: 'NOT_ENTITLED' });
    }
    expect((await office.request.get('/office/intake/find?q=501')).status).toBe(401);
  });
});
