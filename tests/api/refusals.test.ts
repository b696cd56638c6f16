import { type Agent, type Office, openOffice } from '../support/office';

const LISTS = '/content-manager/collection-types';
const NOBODY = 'a'.repeat(24);

type Said = {
  status: number;
  body: {
    data: unknown;
    error: { status: number; name: string; message: string; details: Record<string, unknown> };
  };
};

let office: Office;
let chief: Awaited<ReturnType<Office['hire']>>;
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

/** What every "no" must have; gives the part that tells them apart. */
function no({ status, body }: Said): [number, unknown] {
  expect(body.data).toBeNull();
  expect(body.error.status).toBe(status);
  expect(body.error.message).toMatch(/[.。]$/);
  expect(JSON.stringify(body)).not.toMatch(/select |insert |update |node_modules|\$1/i);
  return [status, body.error.details.code];
}

describe('a no of the office', () => {
  test('has Strapi’s shape, a stable code and a sentence, whoever says it', async () => {
    const asked: [Promise<unknown>, [number, string]][] = [
      [office.request.get('/api/tickets'), [403, 'NOT_ENTITLED']],
      [office.request.get('/admin/users/me'), [401, 'UNAUTHENTICATED']],
      [site.get('/api/nothing-of-the-kind'), [404, 'NOT_FOUND']],
      [site.get(`/api/units/${NOBODY}`), [404, 'NOT_FOUND']],
      [site.put(`/api/units/${NOBODY}`).send({ data: {} }), [404, 'NOT_FOUND']],
      [site.delete(`/api/units/${NOBODY}`), [404, 'RECORD_UNKNOWN']],
      [site.patch('/api/units'), [405, 'METHOD_NOT_ALLOWED']],
      [
        site.post('/api/units').set('Content-Type', 'application/json').send('{"data":'),
        [400, 'BODY_MALFORMED'],
      ],
      [site.post('/api/units').send({ data: { label: 'x'.repeat(2_000_000) } }), [413, 'BODY_TOO_LARGE']],
      [site.post('/api/units').send([]), [422, 'BODY_MALFORMED']],
      [site.post('/api/units').send({ data: { label: 'a\0b' } }), [422, 'TEXT_NOT_STORABLE']],
      [
        site.post('/api/units').send({ data: { label: '501', building: '1abc' } }),
        [422, 'REFERENCE_UNKNOWN'],
      ],
      [site.get('/api/units?filters[label]=%00'), [422, 'TEXT_NOT_STORABLE']],
      [site.get('/api/units?filters[id]=1abc'), [422, 'INPUT_INVALID']],
      [site.get('/api/units?filters[id][$eq]=99999999999'), [422, 'INPUT_INVALID']],
      [site.delete(`/api/tickets/${NOBODY}`), [409, 'CASE_NOT_DELETABLE']],
      [chief.post(`${LISTS}/api::activity.activity`).send({ action: 'x' }), [403, 'DIRECT_WRITE_REFUSED']],
    ];
    for (const [answer, expected] of asked) expect(no((await answer) as Said)).toEqual(expected);
  });

  test('is in the language asked for, or in the one that the member of staff works in', async () => {
    const wrong = () => site.post('/api/units').send({ data: { label: '501', building: '1abc' } });
    const said = (answer: unknown) => (answer as Said).body.error.message;
    const zh = '“所属楼栋”所选的记录不存在，请重新选择。';
    const en = 'The record chosen for “Building” does not exist. Please choose again.';
    expect(said(await wrong())).toBe(zh);
    expect(said(await wrong().set('Accept-Language', 'en-GB,en;q=0.9'))).toBe(en);
    expect(said(await wrong().set('Accept-Language', 'fr, zh-CN;q=0.5'))).toBe(zh);
    expect(said(await site.get('/api/nothing?locale=en'))).toBe('What was asked for was not found.');
    await office.strapi.db
      .query('admin::user')
      .update({ where: { id: chief.user.id }, data: { preferedLanguage: 'en' } });
    const form = chief.post(`${LISTS}/api::unit.unit`).send({ label: '501', building: '1abc' });
    expect(said(await form.set('Accept-Language', 'zh-CN'))).toBe(en);
  });

  test('marks the field for the form of the panel', async () => {
    const answer = (await chief
      .post(`${LISTS}/api::unit.unit`)
      .send({ label: '501', building: { connect: [{ documentId: '1abc' }] } })) as Said;
    expect(answer.body.error.name).toBe('ValidationError');
    expect(answer.body.error.details).toMatchObject({
      code: 'REFERENCE_UNKNOWN',
      field: 'building',
      errors: [{ path: ['building'], message: answer.body.error.message }],
    });
  });

  test('of Strapi itself keeps its own details', async () => {
    const answer = (await chief.post(`${LISTS}/api::community.community`).send({ name: '安居苑' })) as Said;
    expect(answer.status).toBe(400);
    expect(answer.body.error.name).toBe('ValidationError');
    expect(answer.body.error.details).toMatchObject({
      code: 'INPUT_INVALID',
      errors: [expect.objectContaining({ path: ['code'] })],
    });
  });
});

describe('what the database refuses', () => {
  test('a second of what must be single is a conflict that names its fields, not their values', async () => {
    const community = { name: '安居苑', code: 'AJ-77' };
    await site.post('/api/communities').send({ data: community }).expect(201);
    for (const again of [
      await site.post('/api/communities').send({ data: community }),
      await chief.post(`${LISTS}/api::community.community`).send(community),
    ] as Said[]) {
      expect(no(again)).toEqual([409, 'ALREADY_EXISTS']);
      expect(again.body.error.details.fields).toEqual(['code']);
      expect(JSON.stringify(again.body)).not.toContain('AJ-77');
    }
  });

  test('a record that others refer to stays', async () => {
    const made = async (plural: string, data: object) => {
      const answer = await site.post(`/api/${plural}`).send({ data }).expect(201);
      return (answer.body as { data: { documentId: string } }).data.documentId;
    };
    const community = await made('communities', { name: '乐居苑', code: 'LJ' });
    const building = await made('buildings', { name: '1 栋', code: '1', community });
    await made('units', { label: '101', building });
    expect(no((await site.delete(`/api/buildings/${building}`)) as unknown as Said)).toEqual([
      409,
      'RECORD_IN_USE',
    ]);
  });

  test('a history cannot be rewritten', async () => {
    const answer = (await site.post('/api/tickets').send({ data: { matter: '漏水' } })) as unknown as {
      status: number;
    };
    expect(answer.status).toBe(201);
    await expect(office.strapi.db.connection.raw("update activities set action = 'x'")).rejects.toMatchObject(
      { code: 'GJ001' },
    );
  });
});

describe('what nobody foresaw', () => {
  test('is answered with a reference that stands in the log, and with nothing else', async () => {
    const lines: string[] = [];
    const log = jest.spyOn(office.strapi.log, 'error').mockImplementation((line: unknown) => {
      lines.push(String(line));
      return office.strapi.log;
    });
    const find = jest.spyOn(
      office.strapi.service('api::unit.unit') as { find: () => Promise<unknown> },
      'find',
    );
    const fault: unknown = await office.strapi.db.connection
      .raw('select telephone from units where telephone = 13812345678')
      .catch((error: unknown) => error);
    find.mockRejectedValue(fault);
    const answer = (await site.get('/api/units')) as Said;
    find.mockRestore();
    log.mockRestore();
    expect(no(answer)).toEqual([500, 'INTERNAL']);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(String(answer.body.error.details.id));
    expect(lines[0]).toContain('GET /api/units: database error 42703');
    expect(lines[0]).not.toContain('13812345678');
  });
});
