import { open } from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { coded, staffOf, type Colleague, type Staff } from '../../support/people';

interface Categories {
  readonly categories: {
    readonly documentId: string;
    readonly code: string;
    readonly parent: string | null;
    readonly active: boolean;
  }[];
  readonly may: { readonly save: boolean; readonly add: boolean };
}
interface People {
  readonly people: {
    readonly documentId: string;
    readonly name: string;
    readonly duty: string;
    readonly trades: string[];
    readonly load: number | null;
  }[];
  readonly may: { readonly duty: boolean; readonly trades: boolean };
}

let office: Office;
let staff: Staff;

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
});
afterAll(() => office.close());

async function get<Answer>(who: Colleague, path: string): Promise<Answer> {
  const { status, body } = await who.agent.get(`/office/setup/${path}?locale=zh-Hans`);
  if (status !== 200) throw new Error(`${path}: ${status}`);
  return (body as { data: Answer }).data;
}
const put = async (who: Colleague, type: string, documentId: string, data: object): Promise<number> => {
  const path = `/content-manager/collection-types/api::${type}.${type}/${documentId}`;
  return (await who.agent.put(path).send(data)).status;
};
const personOf = async (who: Colleague, name: string) =>
  (await get<People>(who, 'people')).people.find((one) => one.name === name)!;

describe('categories', () => {
  test('are shown as a tree, those out of use too, to who may read them', async () => {
    const { categories, may } = await get<Categories>(staff.manager, 'categories');
    const top = categories.find(({ code }) => code === 'SD')!;
    expect(top.parent).toBeNull();
    expect(categories.find(({ code }) => code === 'SD-01')).toMatchObject({
      parent: top.documentId,
      active: true,
    });
    expect(may).toEqual({ save: true, add: true });
    expect((await get<Categories>(staff.front_desk, 'categories')).may).toEqual({ save: false, add: false });
  });

  test('are moved under another one and back to the top, by managers only', async () => {
    const [leaf, civil] = [
      await coded(office.strapi, 'category', 'SD-10'),
      await coded(office.strapi, 'category', 'TJ'),
    ];
    const parent = async () =>
      (await get<Categories>(staff.manager, 'categories')).categories.find(
        ({ documentId }) => documentId === leaf,
      )?.parent;
    const before = await parent();
    const under = { parent: { connect: [{ documentId: civil }], disconnect: [] } };
    expect(await put(staff.front_desk, 'category', leaf, under)).toBe(403);
    expect(await parent()).toBe(before);
    expect(await put(staff.manager, 'category', leaf, under)).toBe(200);
    expect(await parent()).toBe(civil);
    const top = { parent: { connect: [], disconnect: [{ documentId: civil }] } };
    expect(await put(staff.manager, 'category', leaf, top)).toBe(200);
    expect(await parent()).toBeNull();
  });

  test('one that is out of use is named by no new request from then on', async () => {
    const category = await coded(office.strapi, 'category', 'SD-07');
    expect(await put(staff.manager, 'category', category, { active: false })).toBe(200);
    const { status } = await staff.front_desk.agent
      .post('/office/cases/ticket')
      .send({ data: { matter: '灯不亮', category } });
    expect(status).toBe(422);
    expect(await put(staff.manager, 'category', category, { active: true })).toBe(200);
    expect((await open(staff.front_desk, 'ticket', { matter: '灯不亮', category })).stage).toBe('registered');
  });
});

describe('people', () => {
  test('[B-03] a supervisor sets duty and trades; they hold from the next request on', async () => {
    const { name, staffId } = staff.technician;
    const water = await coded(office.strapi, 'category', 'SD');
    const before = await personOf(staff.supervisor, name);
    expect(before).toMatchObject({ duty: 'on_duty', load: 0 });
    expect(await put(staff.supervisor, 'staff-member', staffId, { duty: 'off_duty' })).toBe(200);
    const disconnect = before.trades.filter((one) => one !== water).map((documentId) => ({ documentId }));
    expect(
      await put(staff.supervisor, 'staff-member', staffId, { trades: { connect: [], disconnect } }),
    ).toBe(200);
    expect(await personOf(staff.supervisor, name)).toMatchObject({ duty: 'off_duty', trades: [water] });
    const alarmed = await open(staff.front_desk, 'ticket', { matter: '水管爆裂，漏水严重' });
    expect(alarmed.record.dispatchAlarm).not.toBeNull();
    expect(await put(staff.supervisor, 'staff-member', staffId, { duty: 'on_duty' })).toBe(200);
    const sent = await open(staff.front_desk, 'ticket', {
      matter: '水管爆裂，漏水严重',
      category: await coded(office.strapi, 'category', 'SD-05'),
    });
    expect(sent.stage).toBe('assigned');
    expect((await personOf(staff.supervisor, name)).load).toBe(1);
  });

  test('[S-01] a technician sees who is on duty but sets nobody’s duty', async () => {
    const { may } = await get<People>(staff.technician, 'people');
    expect(may).toEqual({ duty: false, trades: false });
    expect(await put(staff.technician, 'staff-member', staff.steward.staffId, { duty: 'away' })).toBe(403);
  });

  test('nobody without a session sees anybody', async () => {
    expect((await office.request.get('/office/setup/people')).status).toBe(401);
    expect((await office.request.get('/office/setup/categories')).status).toBe(401);
  });
});
