import { openOffice, type Office, type Agent } from '../support/office';

let office: Office;
let site: Agent;

beforeAll(async () => {
  office = await openOffice();
  const token = await office.strapi.service('admin::api-token').create({
    name: 'site',
    description: '',
    type: 'full-access',
    lifespan: null,
  });
  site = office.bearing(token.accessKey);
});
afterAll(() => office.close());

describe('the REST API of a case', () => {
  it('answers in the shape of Strapi, with clocks and open actions in meta', async () => {
    const made = await site
      .post('/api/tickets')
      .send({ data: { matter: '楼道灯不亮', exactLocation: '3 单元 2 层' } })
      .expect(201);
    expect(made.body.data).toMatchObject({ stage: 'registered', matter: '楼道灯不亮' });
    const read = await site.get(`/api/tickets/${made.body.data.documentId}?populate=unit`).expect(200);
    expect(read.body.data).toMatchObject({ number: made.body.data.number, unit: null });
    expect(read.body.meta.clocks.map((clock: { rule: string }) => clock.rule)).toContain('C-01');
    expect(read.body.meta.openActions).toContain('edit');
    const list = await site
      .get('/api/tickets?filters[stage][$eq]=registered&populate=unit&sort=receivedAt:desc')
      .expect(200);
    expect(list.body.meta.pagination.total).toBe(1);
    await site.get('/api/tickets/aaaaaaaaaaaaaaaaaaaaaaaa').expect(404);
    await office.request.get(`/api/tickets/${made.body.data.documentId}`).expect(403);
  });

  it('is guarded by the same headers as every other address', async () => {
    const guards = ({ headers }: { headers: Record<string, string> }) => ({
      policy: headers['content-security-policy'],
      transport: headers['strict-transport-security'],
      frames: headers['x-frame-options'],
      sniffing: headers['x-content-type-options'],
      referrer: headers['referrer-policy'],
    });
    const elsewhere = guards(await office.request.get('/_health').expect(204));
    expect(Object.values(elsewhere)).not.toContain(undefined);
    const answers = [
      await site.get('/api/tickets').expect(200),
      await site.get('/api/tickets').expect(200),
      await office.request.get('/api/tickets').expect(403),
      await office.request.get('/api/nowhere').expect(404),
    ];
    for (const answer of answers) expect(guards(answer)).toEqual(elsewhere);
  });
});
