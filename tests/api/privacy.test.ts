import { rotatePersonalKeys } from '../../src/engine/privacy';
import { type Agent, type Office, openOffice } from '../support/office';

const PHONE = '13812345678';
const SHOWN = '138****5678';
const ID_NUMBER = '11010519491231002X';
const OWNER = 'api::owner.owner';
const LISTS = '/content-manager/collection-types';

type Row = Record<string, unknown>;
type Answer = {
  status: number;
  body: { data: Row; error?: { details: Row; message: string } };
  text: string;
};

let office: Office;
let chief: Agent;
let site: Agent;

beforeAll(async () => {
  office = await openOffice();
  chief = await office.hire('strapi-super-admin');
  const token = (await office.strapi.service('admin::api-token').create({
    name: 'site',
    description: '',
    type: 'full-access',
    lifespan: null,
  })) as { accessKey: string };
  site = office.bearing(token.accessKey);
});
afterAll(() => office.close());

const owners = () =>
  office.strapi.documents(OWNER as never) as unknown as Record<string, (params: object) => Promise<Row>>;
const makeOwner = async (data: Row = {}) =>
  (await owners().create!({ data: { name: '李明', phone: PHONE, idNumber: ID_NUMBER, ...data } })) as Row & {
    documentId: string;
  };
const rowOf = async (documentId: string): Promise<Row> => {
  const [row] = await rows('select * from owners where document_id = ?', [documentId]);
  return row!;
};
const rows = async (sql: string, values: readonly (string | number)[] = []): Promise<Row[]> =>
  (await office.strapi.db.connection.raw<{ rows: Row[] }>(sql, values)).rows;
const refusal = ({ status, body }: Answer) => [
  status,
  body.error?.details.code,
  body.error?.details.field ?? null,
];

describe('personal data', () => {
  test('stands sealed in the database, with a hash beside it', async () => {
    const { documentId } = await makeOwner();
    const row = await rowOf(documentId);
    expect(row.phone).toMatch(/^enc:test:/);
    expect(row.id_number).toMatch(/^enc:test:/);
    expect(row.phone_hash).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(row)).not.toMatch(/13812345678|11010519491231/);
    const past = (await office.strapi.db.query(OWNER).findOne({ where: { documentId } })) as Row;
    expect(past.phone).toBe(row.phone);
  });

  test('is masked by every door', async () => {
    const made = await makeOwner();
    expect(made).toMatchObject({ phone: SHOWN, idNumber: '1101**********002X' });
    expect(made).not.toHaveProperty('phoneHash');
    const { documentId } = made;
    const answers = [
      await site.get(`/api/owners/${documentId}`).expect(200),
      await site.get('/api/owners?pagination[pageSize]=100').expect(200),
      await chief.get(`${LISTS}/${OWNER}/${documentId}`).expect(200),
      await chief.get(`${LISTS}/${OWNER}?pageSize=100`).expect(200),
      await site
        .put(`/api/owners/${documentId}`)
        .send({ data: { remark: 'x' } })
        .expect(200),
      await site
        .post('/api/owners')
        .send({ data: { name: '王', phone: PHONE, idNumber: ID_NUMBER } })
        .expect(201),
      await chief.post(`${LISTS}/${OWNER}`).send({ name: '张', phone: PHONE }).expect(201),
    ];
    for (const { text } of answers) {
      expect(text).toContain(SHOWN);
      expect(text).not.toMatch(/13812345678|11010519491231|enc:test|Hash/);
    }
  });

  test('is masked where it is populated, and in the answer of a clone', async () => {
    const { documentId } = await makeOwner();
    const made = async (type: string, data: Row, populate: readonly string[] = []) =>
      (await office.strapi
        .documents(`api::${type}.${type}` as never)
        .create({ data, populate } as never)) as Row & {
        documentId: string;
      };
    const community = await made('community', { name: '安居苑', code: 'AJ' });
    const building = await made('building', { name: '3 栋', code: '3', community: community.documentId });
    const unit = await made('unit', { label: '501', building: building.documentId });
    const held = { owner: documentId, unit: unit.documentId, capacity: 'owner', fromDate: '2026-01-01' };
    const occupancy = await made('occupancy', held, ['owner']);
    expect(occupancy.owner).toMatchObject({ phone: SHOWN });
    const read = await site.get(`/api/occupancies/${occupancy.documentId}?populate[owner]=true`).expect(200);
    expect(read.text).toContain(SHOWN);
    expect(read.text).not.toMatch(/enc:test|13812345678/);
    const clone = await chief.post(`${LISTS}/${OWNER}/clone/${documentId}`).send({ name: '李明 二' });
    expect(clone.status).toBeLessThan(300);
    expect(clone.text).toContain(SHOWN);
    const [last] = await rows('select phone, phone_hash from owners where name = ?', ['李明 二']);
    expect(last!.phone_hash).toBe((await rowOf(documentId)).phone_hash);
    expect(last!.phone).toMatch(/^enc:test:/);
  });

  test('of a ticket and of its history is masked, and found by staff by the whole number', async () => {
    const made = (await site
      .post('/api/tickets')
      .send({ data: { matter: '厨房漏水', contactPhone: PHONE } })) as Answer;
    expect(made.status).toBe(201);
    const id = String(made.body.data.documentId);
    const answers = [
      made,
      await site.get(`/api/tickets/${id}`),
      await site.get(`/api/tickets/${id}/activities`),
      await site.get('/api/tickets?filters[matter][$contains]=厨房'),
      await chief.get(`${LISTS}/api::ticket.ticket/${id}`),
      await chief.get(`/office/cases/ticket/${id}`),
    ];
    for (const { text, status } of answers) {
      expect(status).toBeLessThan(300);
      expect(text).not.toMatch(/13812345678|enc:test/);
    }
    const [row] = await rows('select contact_phone, contact_phone_hash from tickets where document_id = ?', [
      id,
    ]);
    expect(row!.contact_phone).toMatch(/^enc:test:[^:]+$/);
    const found = await chief.get(`${LISTS}/api::ticket.ticket?_q=${PHONE}`).expect(200);
    expect((found.body as { results: Row[] }).results.map(({ documentId }) => documentId)).toContain(id);
    expect(await rows("select 1 from activities where changes::text like '%13812345678%'")).toEqual([]);
    expect(await rows("select 1 from outbox_messages o where o::text like '%13812345678%'")).toEqual([]);
  });

  test('stays as it is when a form sends back the mask that it was shown', async () => {
    const { documentId } = await makeOwner();
    const before = await rowOf(documentId);
    await chief
      .put(`${LISTS}/${OWNER}/${documentId}`)
      .send({ name: '李明', phone: SHOWN, remark: '改' })
      .expect(200);
    const after = await rowOf(documentId);
    expect([after.phone, after.phone_hash, after.remark]).toEqual([before.phone, before.phone_hash, '改']);
    const other = (await chief
      .put(`${LISTS}/${OWNER}/${documentId}`)
      .send({ name: '李明', phone: '139****0000' })) as Answer;
    expect(refusal(other)).toEqual([422, 'INPUT_INVALID', 'phone']);
    await site
      .put(`/api/owners/${documentId}`)
      .send({ data: { phone: '13900000000' } })
      .expect(200);
    expect((await rowOf(documentId)).phone_hash).not.toBe(before.phone_hash);
    await site
      .put(`/api/owners/${documentId}`)
      .send({ data: { phone: '' } })
      .expect(200);
    expect(await rowOf(documentId)).toMatchObject({ phone: null, phone_hash: null });
  });

  test('is found by its whole number, however it is spelt, and by nothing less', async () => {
    const phone = '13711112222';
    const { documentId } = await makeOwner({ phone });
    const find = async (query: string) =>
      (await site.get(`/api/owners?${query}`)) as unknown as Answer & { body: { data: Row[] } };
    const ids = ({ body }: { body: { data: Row[] } }) => body.data.map((one) => one.documentId);
    expect(ids(await find('filters[phone]=%2B86 137 1111 2222'))).toEqual([documentId]);
    expect(ids(await find('filters[phone][$in][0]=137-1111-2222'))).toEqual([documentId]);
    expect(ids(await find(`_q=${phone}`))).toEqual([documentId]);
    expect(ids(await find('_q=enc:test'))).toEqual([]);
    const no = [422, 'PERSONAL_DATA_NOT_SEARCHABLE', 'phone'];
    expect(refusal(await find('filters[phone][$startsWith]=137'))).toEqual(no);
    expect(refusal(await find('sort=phone'))).toEqual(no);
    const nested = (await site.get('/api/occupancies?filters[owner][phone][$contains]=137')) as Answer;
    expect(refusal(nested)).toEqual(no);
    const inside = (await site.get(
      '/api/occupancies?populate[owner][filters][phone][$contains]=137',
    )) as Answer;
    expect(refusal(inside)).toEqual(no);
    expect((await find('filters[phoneHash][$startsWith]=a')).status).toBe(400);
    expect(refusal((await chief.get(`${LISTS}/${OWNER}?sort=phone:ASC`)) as Answer)).toEqual(no);
  });
});

describe('seeing a number in full', () => {
  const reveal = async (who: Agent, body: object) => (await who.post('/office/reveal').send(body)) as Answer;
  const views = (documentId: string) =>
    rows(
      'select user_id, user_name, record_type, document_id, field from personal_views where document_id = ?',
      [documentId],
    );

  test('is for those with the right, and each time is logged', async () => {
    const { documentId } = await makeOwner();
    const answer = await reveal(chief, { type: 'owner', documentId, field: 'phone' });
    expect(answer.body.data).toEqual({ type: 'owner', documentId, field: 'phone', value: PHONE });
    await reveal(chief, { type: OWNER, documentId, field: 'idNumber' });
    expect(await views(documentId)).toEqual([
      expect.objectContaining({ record_type: OWNER, field: 'phone', user_name: expect.stringMatching(/./) }),
      expect.objectContaining({ record_type: OWNER, field: 'idNumber', user_id: expect.any(Number) }),
    ]);
  });

  test('is refused without the right, without a session, and of what there is not', async () => {
    const { documentId } = await makeOwner();
    const of = (more: object) => ({ type: 'owner', documentId, field: 'phone', ...more });
    expect((await reveal(office.request, of({}))).status).toBe(401);
    expect(refusal(await reveal(chief, of({ field: 'name' })))).toEqual([422, 'INPUT_UNKNOWN_FIELD', 'name']);
    expect(refusal(await reveal(chief, of({ field: 'phoneHash' })))).toEqual([
      422,
      'INPUT_UNKNOWN_FIELD',
      'phoneHash',
    ]);
    expect(refusal(await reveal(chief, of({ type: 'constructor' })))).toEqual([
      422,
      'INPUT_UNKNOWN_FIELD',
      'phone',
    ]);
    expect(refusal(await reveal(chief, of({ documentId: 'a'.repeat(24) })))).toEqual([
      404,
      'RECORD_UNKNOWN',
      null,
    ]);
    expect(refusal(await reveal(chief, of({ documentId: { $ne: '' } })))).toEqual([
      422,
      'INPUT_INVALID',
      'documentId',
    ]);
    const guard = await office.hire('office-security');
    expect((await reveal(guard, of({}))).status).toBe(403);
    expect(await views(documentId)).toEqual([]);
  });

  test('needs the right to read the record besides', async () => {
    const { documentId } = await makeOwner();
    const service = office.strapi.service('admin::role');
    const role = (await service.create({ name: 'Only numbers', code: 'only-numbers', description: '' })) as {
      id: number;
    };
    await service.assignPermissions(role.id, [
      {
        action: 'plugin::content-manager.office.reveal-personal',
        subject: null,
        properties: {},
        conditions: [],
      },
    ]);
    const nosy = await office.hire('only-numbers');
    expect(refusal(await reveal(nosy, { type: 'owner', documentId, field: 'phone' }))).toEqual([
      403,
      'NOT_ENTITLED',
      null,
    ]);
    expect(await views(documentId)).toEqual([]);
  });

  test('cannot be taken back out of the log', async () => {
    for (const sql of [
      'delete from personal_views',
      "update personal_views set user_name = ''",
      'truncate personal_views',
    ]) {
      await expect(rows(sql)).rejects.toMatchObject({ code: 'GJ001' });
    }
  });
});

describe('a new key', () => {
  afterAll(() => {
    Object.assign(process.env, {
      PERSONAL_DATA_KEY: Buffer.alloc(32, 1).toString('base64'),
      PERSONAL_DATA_KEY_ID: 'test',
    });
    delete process.env.PERSONAL_DATA_KEYS_OLD;
  });

  test('seals everything anew, and what it was stays readable and findable', async () => {
    const { documentId } = await makeOwner();
    await rows('insert into owners (document_id, name, phone) values (?, ?, ?)', [
      'p'.repeat(24),
      '旧',
      '13700001111',
    ]);
    process.env.PERSONAL_DATA_KEYS_OLD = `test:${process.env.PERSONAL_DATA_KEY}`;
    process.env.PERSONAL_DATA_KEY = Buffer.alloc(32, 5).toString('base64');
    process.env.PERSONAL_DATA_KEY_ID = 'second';
    const before = await rows('select count(*)::int as n from owners where phone is not null');
    const rotation = await rotatePersonalKeys(office.strapi, { batch: 3 });
    expect(rotation.unreadable).toBe(0);
    expect(rotation.sealed).toBeGreaterThan(Number(before[0]!.n));
    expect(rotation.seen).toBe(rotation.sealed);
    expect(
      await rows(
        "select id from owners where phone not like 'enc:second:%' or (phone is not null and phone_hash is null)",
      ),
    ).toEqual([]);
    expect(await rows("select id from tickets where contact_phone not like 'enc:second:%'")).toEqual([]);
    expect((await rotatePersonalKeys(office.strapi)).sealed).toBe(0);
    const found = await owners().findFirst!({ filters: { phone: '13700001111' } });
    expect(found).toMatchObject({ name: '旧', phone: '137****1111' });
    const answer = (await chief
      .post('/office/reveal')
      .send({ type: 'owner', documentId, field: 'phone' })) as Answer;
    expect(answer.body.data.value).toBe(PHONE);
  });
});
