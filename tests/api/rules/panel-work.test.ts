import {
  act,
  clock,
  kin,
  look,
  MINUTE,
  open,
  refused,
  repairUntil,
  stopTime,
  type CaseSeen,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { coded, dispatchByHand, employ, staffOf, type Colleague, type Staff } from '../../support/people';

/** 10:00 in Shanghai on a working Friday. */
const TEN = Date.parse('2026-11-20T02:00:00Z');
const HAN = /\p{Script=Han}/u;

let office: Office;
let staff: Staff;
let mate: Colleague;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  mate = await employ(office, 'technician', { superior: staff.supervisor });
  await dispatchByHand(office);
  stopTime(office, TEN);
});
afterAll(() => office.close());

const form = (type: string, id = ''): string =>
  `/content-manager/collection-types/api::${type}.${type}${id && `/${id}`}`;
type Answer = { status: number; body: { data: Record<string, unknown> & { documentId: string } } };

describe('managers configure the office in its panel', () => {
  test('[S-01] a category, a target and a word of emergency made there hold from the next request on', async () => {
    const category = (await staff.manager.agent
      .post(form('category'))
      .send({ code: 'SD-98', name: '充电桩', kind: 'repair' })) as unknown as Answer;
    expect(category.status).toBe(201);
    const target = await coded(office.strapi, 'target', 'repair-arrive');
    expect((await staff.manager.agent.put(form('target', target)).send({ amount: 12 })).status).toBe(200);
    const rule = await coded(office.strapi, 'emergency-rule', 'lift_trapped');
    const { body } = (await staff.manager.agent.get(form('emergency-rule', rule))) as unknown as Answer;
    const words = `${String(body.data.words)}\n轿厢乱晃`;
    expect((await staff.manager.agent.put(form('emergency-rule', rule)).send({ words })).status).toBe(200);

    const plain = await open(staff.front_desk, 'ticket', {
      matter: '面板失灵',
      category: category.body.data.documentId,
    });
    expect(plain.record.category).toBe(category.body.data.documentId);
    expect(Date.parse(clock(plain, 'arrive').dueAt)).toBe(TEN + 12 * MINUTE);
    const urgent = await open(staff.front_desk, 'ticket', { matter: '三号楼轿厢乱晃' });
    expect(urgent.record).toMatchObject({ urgency: 'urgent', emergencyRule: rule });
    await staff.manager.agent.put(form('target', target)).send({ amount: 15 });
  });

  test('[S-01] how a form is laid out is the manager’s to set, and stays', async () => {
    const path = '/content-manager/content-types/api::ticket.ticket/configuration';
    type Metadata = { edit: { mainField?: { name: string } | string }; list: { mainField?: unknown } };
    interface Layout {
      settings: { pageSize: number };
      metadatas: Record<string, Metadata>;
      layouts: { list: string[]; edit: object };
    }
    const read = async (): Promise<Layout> =>
      ((await staff.manager.agent.get(path)).body as { data: { contentType: Layout } }).data.contentType;
    const { settings, metadatas, layouts } = await read();
    // A field is described where it is read, and named where it is written.
    const named = Object.entries(metadatas).map(([field, { edit, list }]) => {
      const { mainField, ...rest } = edit;
      const { mainField: _mainField, ...listed } = list;
      const name = typeof mainField === 'object' ? mainField.name : mainField;
      return [field, { edit: { ...rest, ...(name ? { mainField: name } : {}) }, list: listed }];
    });
    const before = { settings, layouts, metadatas: Object.fromEntries(named) as object };
    const changed = {
      ...before,
      settings: { ...settings, pageSize: 50 },
      layouts: { ...layouts, list: ['number', 'matter'] },
    };
    expect((await staff.clerk.agent.put(path).send(changed)).status).toBe(403);
    const { status, body } = await staff.manager.agent.put(path).send(changed);
    expect([status, (body as { error?: unknown }).error]).toEqual([200, undefined]);
    const after = await read();
    expect([after.settings.pageSize, after.layouts.list]).toEqual([50, ['number', 'matter']]);
    expect((await staff.manager.agent.put(path).send(before)).status).toBe(200);
  });

  test.each(['technician', 'front_desk', 'steward', 'clerk', 'supervisor', 'security', 'finance'] as const)(
    '[S-01] nothing of it is for the post of %s',
    async (post) => {
      const target = await coded(office.strapi, 'target', 'repair-arrive');
      const rule = await coded(office.strapi, 'emergency-rule', 'lift_trapped');
      const { agent } = staff[post];
      expect(
        (await agent.post(form('category')).send({ code: 'SD-97', name: '乱来', kind: 'repair' })).status,
      ).toBe(403);
      expect((await agent.put(form('target', target)).send({ amount: 99 })).status).toBe(403);
      expect((await agent.put(form('emergency-rule', rule)).send({ words: '火' })).status).toBe(403);
    },
  );
});

describe('staff work in the panel', () => {
  test('[S-02] an order is acted on by whoever has it, not by his colleague of the same post', async () => {
    const { order } = await repairUntil(staff, 'dispatched');
    expect(await refused(mate, order, 'accept')).toMatchObject({ status: 403, code: 'NOT_ENTITLED' });
    // What a colleague has in hand he does not see either.
    expect((await mate.agent.get(`/office/cases/dispatch-order/${order.documentId}`)).status).toBe(403);
    expect((await look(staff.technician, order)).actions.map(({ name }) => name)).toContain('accept');
    expect((await act(staff.technician, order, 'accept')).stage).toBe('accepted');
  });

  test('[S-02] a post is shown the fields that it needs, and no others', async () => {
    const read = async (who: Colleague): Promise<string[]> => {
      const { body } = (await who.agent.get(form('staff-member', mate.staffId))) as unknown as Answer;
      return Object.keys(body.data);
    };
    expect(await read(staff.manager)).toEqual(expect.arrayContaining(['name', 'email', 'openOrderCap']));
    const seen = await read(staff.technician);
    expect(seen).toEqual(expect.arrayContaining(['name', 'duty']));
    for (const field of ['email', 'openOrderCap', 'appointmentCapacity']) expect(seen).not.toContain(field);
  });

  test.each([
    ['technician', 'return-visit', 403],
    ['security', 'return-visit', 403],
    ['steward', 'return-visit', 200],
    ['technician', 'owner', 403],
    ['finance', 'owner', 200],
    ['front_desk', 'summary', 403],
    ['clerk', 'summary', 200],
    ['steward', 'outbox-message', 403],
    ['director', 'outbox-message', 200],
  ] as const)('[S-02] the post of %s asking for %s gets %i', async (post, type, status) => {
    expect((await staff[post].agent.get(form(type))).status).toBe(status);
  });

  test('[S-02] what may not be written may not be cloned or thrown away either', async () => {
    const { ticket, order } = await repairUntil(staff, 'dispatched');
    for (const [type, { documentId }] of [
      ['ticket', ticket],
      ['dispatch-order', order],
    ] as const) {
      const clone = form(type).replace(/$/, `/clone/${documentId}`);
      expect((await staff.finance.agent.post(clone).send({})).status).toBe(403);
      expect((await staff.technician.agent.delete(form(type, documentId))).status).toBe(403);
      expect(
        (
          await staff.finance.agent
            .post(`${form(type)}/actions/bulkDelete`)
            .send({ documentIds: [documentId] })
        ).status,
      ).toBe(403);
    }
    expect((await look(staff.supervisor, ticket)).stage).toBe(ticket.stage);
  });
});

describe('in both languages', () => {
  const wordsOf = ({ actions, clocks, activities, related }: CaseSeen): string[] => [
    ...actions.flatMap(({ label, schema }) => [label, ...titlesIn(schema)]),
    ...clocks.flatMap(({ label, explanation }) => [label, explanation]),
    ...activities.map((one) => (one as unknown as { label: string }).label),
    ...related.map((one) => (one as unknown as { typeLabel: string }).typeLabel),
  ];
  const titlesIn = (schema: unknown): string[] =>
    Object.values(
      (schema as { properties?: Record<string, { title?: string; enumLabels?: object }> }).properties ?? {},
    ).flatMap(({ title, enumLabels }) => [
      title ?? '',
      ...Object.values((enumLabels ?? {}) as Record<string, string>),
    ]);

  test('[S-04] a request, its order and its visit speak Chinese to who reads Chinese and English to who reads English', async () => {
    const { ticket, order } = await repairUntil(staff, 'finish');
    const visit = kin(await look(staff.supervisor, ticket), 'return-visit');
    for (const at of [ticket, order, visit]) {
      const [zh, en] = [
        wordsOf(await look(staff.supervisor, { type: at.type, documentId: at.documentId }, 'zh-Hans')),
        wordsOf(await look(staff.supervisor, { type: at.type, documentId: at.documentId }, 'en')),
      ];
      expect(zh.length).toBe(en.length);
      expect(zh.length).toBeGreaterThan(5);
      for (const word of en) expect(word).not.toMatch(HAN);
      for (const word of zh) expect(word).toMatch(HAN);
    }
  });

  test('[S-04] a refusal has the same code and a sentence in the language asked for', async () => {
    const { order } = await repairUntil(staff, 'dispatched');
    const path = `/office/cases/${order.type}/${order.documentId}/actions/file`;
    const said = async (language: string) => {
      const answer = await staff.technician.agent
        .post(path)
        .set('Accept-Language', language)
        .send({ data: {} });
      return (answer.body as { error: { message: string; details: { code: string } } }).error;
    };
    const [zh, en] = [await said('zh-CN,zh;q=0.9'), await said('en-GB,en;q=0.9')];
    expect(zh.details.code).toBe(en.details.code);
    expect(zh.message).toMatch(HAN);
    expect(en.message).not.toMatch(HAN);
  });
});
