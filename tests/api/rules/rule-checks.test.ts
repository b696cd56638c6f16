import { officeOf } from '../../../src/engine/office';
import { query } from '../../../src/engine/db';
import { stopTime } from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { aUnit, coded, staffOf, type Colleague, type Staff } from '../../support/people';

/** 09:20 in Shanghai on a working Friday. */
const NOW = Date.parse('2026-11-20T01:20:00Z');
/** Saturday 22:00 in Shanghai. */
const SATURDAY_NIGHT = '2026-11-21T14:00:00.000Z';

interface Result {
  readonly refusal: { code: string; field: string | null } | null;
  readonly emergency: { urgent: boolean; word: string | null; rule: { name: string } | null };
  readonly outcome: {
    promises: { name: string; rule: string; dueAt: string; explanation: string }[];
    dispatch: { rule: { code: string } | null; orders: { technician: string | null }[] };
    accountable: string | null;
  } | null;
  readonly ahead: { label: string; rule: string | null; starts: string; amount: string }[];
  readonly part: { kind: string; by: string | null; fields: string[] } | null;
  readonly visitOwed: boolean;
}
interface Side<Found> {
  readonly result: Found;
  readonly refusal: { code: string; message: string; field: string | null } | null;
}

let office: Office;
let staff: Staff;
let unit: string;

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  stopTime(office, NOW);
  unit = await aUnit(office.strapi);
  // The versions of the targets are put on record when they are read for the first time.
  const { policy, pool } = officeOf(office.strapi);
  await policy.current(pool);
});
afterAll(() => office.close());

const ask = async (who: Colleague, type: string, body: object) => {
  const { status, body: said } = await who.agent
    .post(`/office/rules/${type}/check?locale=zh-Hans`)
    .send(body);
  const { data, error } = said as { data: never; error?: { details: { code: string } } };
  return { status, data, code: error?.details.code };
};
async function check<Found = Result>(who: Colleague, type: string, body: object) {
  const answer = await ask(who, type, body);
  if (answer.status !== 200) throw new Error(`${answer.status} ${String(answer.code)}`);
  return answer.data as unknown as { saved: Side<Found> | null; drafted: Side<Found> | null };
}

/** Everything that a first action or a save could have changed. */
async function everything(): Promise<unknown> {
  const [row] = await query(
    officeOf(office.strapi).pool,
    `SELECT (SELECT revision FROM gj_policy_revision) AS revision, (SELECT count(*) FROM tickets) AS tickets,
      (SELECT count(*) FROM dispatch_orders) AS orders, (SELECT count(*) FROM clocks) AS clocks,
      (SELECT count(*) FROM outbox_messages) AS messages, (SELECT count(*) FROM activities) AS activities,
      (SELECT count(*) FROM gj_policy_versions) AS versions, (SELECT count(*) FROM gj_deeds) AS deeds,
      (SELECT count(*) FROM targets) AS targets, (SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM targets t) AS rows`,
  );
  return row;
}

describe('what would happen by the rules as they are saved', () => {
  test('[C-01][B-02] a leak reported on Saturday at 22:00: class, promises with their sum, who is sent, the visit owed', async () => {
    const before = await everything();
    const target = await coded(office.strapi, 'target', 'urgent-repair-arrive');
    const { saved, drafted } = await check(staff.supervisor, 'target', {
      documentId: target,
      data: { matter: '水管爆裂，水漫到楼道', kind: 'repair', unit },
      at: SATURDAY_NIGHT,
    });
    expect(drafted).toBeNull();
    const { emergency, outcome, part, ahead, visitOwed } = saved!.result;
    expect(emergency).toMatchObject({ urgent: true });
    expect(emergency.rule).not.toBeNull();
    const arrive = outcome!.promises.find(({ name }) => name === 'arrive');
    expect(arrive).toMatchObject({ rule: 'C-01', dueAt: '2026-11-21T14:15:00.000Z' });
    expect(arrive!.explanation).toContain('15 分钟');
    expect(outcome!.dispatch.rule?.code).toBe('urgent-repair');
    expect(outcome!.dispatch.orders[0]?.technician).toBe(staff.technician.name);
    expect(outcome!.accountable).toBe(staff.supervisor.name);
    expect(part).toEqual({ kind: 'in_force', by: null, fields: [] });
    expect(visitOwed).toBe(true);
    expect(ahead.find(({ rule }) => rule === 'D-02')).toMatchObject({ amount: '2 天，按自然日计' });
    expect(await everything()).toEqual(before);
  });

  test('[C-09] a target that another beats, or that the request is not for, is told so', async () => {
    const data = { matter: '电梯困人', kind: 'repair' };
    const of = async (code: string) =>
      (
        await check(staff.director, 'target', {
          documentId: await coded(office.strapi, 'target', code),
          data,
        })
      ).saved!.result.part;
    expect(await of('repair-arrive')).toMatchObject({ kind: 'beaten' });
    expect(await of('inquiry-reply')).toEqual({ kind: 'other_case', by: null, fields: ['适用事项'] });
  });

  test('[C-03] what is found out later is asked about too: a difficult fault has its own time', async () => {
    const documentId = await coded(office.strapi, 'target', 'repair-solve-difficult');
    const { saved } = await check(staff.manager, 'target', {
      documentId,
      data: { kind: 'repair' },
      later: { faultClass: 'difficult' },
    });
    expect(saved!.result.part).toMatchObject({ kind: 'in_force' });
    expect(saved!.result.ahead.find(({ rule }) => rule === 'C-03')?.amount).toContain('48 小时');
  });

  test('[B-04] a warranty term says until when the builder answers for the part', async () => {
    const documentId = await coded(office.strapi, 'warranty-term', 'wet-room-water');
    const row = (await office.strapi.db
      .query('api::warranty-term.warranty-term')
      .findOne({ where: { documentId }, populate: { category: true } })) as {
      code: string;
      category: { documentId: string };
    };
    const { saved } = await check<{ warranty: string; term: string; thisOne: boolean; until: string }>(
      staff.manager,
      'warranty-term',
      {
        documentId,
        data: { category: row.category.documentId, deliveredOn: '2026-06-01' },
        at: SATURDAY_NIGHT,
      },
    );
    expect(saved!.result).toMatchObject({ warranty: 'in_warranty', term: row.code, thisOne: true });
  });

  test('[D-07] the rules of return visits say which visit must be made on site', async () => {
    const row = (await office.strapi.db.query('api::visit-policy.visit-policy').findOne({})) as {
      documentId: string;
    };
    type Visits = { visits: { ordinal: number; onSiteOnly: boolean }[]; tries: number };
    const asked = { documentId: row.documentId, data: { count: 5 } };
    const onSite = (side: Side<Visits> | null) =>
      side!.result.visits.filter(({ onSiteOnly }) => onSiteOnly).map(({ ordinal }) => ordinal);
    const { saved, drafted } = await check<Visits>(staff.manager, 'visit-policy', {
      ...asked,
      draft: { phoneFromVisit: 5 },
    });
    expect(onSite(saved)).toEqual([2, 3]);
    expect(onSite(drafted)).toEqual([2, 3, 4]);
    expect(saved!.result.tries).toBe(3);
    const wrong = await check<Visits>(staff.manager, 'visit-policy', { ...asked, data: { count: 0 } });
    expect(wrong.saved!.refusal).toMatchObject({ code: 'INPUT_INVALID', field: 'count' });
  });

  test('[C-09] a calendar counts out an amount of time from any moment', async () => {
    const documentId = await coded(office.strapi, 'work-calendar', 'office-hours');
    const { saved } = await check<{ dueAt: string; explanation: string; openThen: boolean }>(
      staff.supervisor,
      'work-calendar',
      { documentId, data: { amount: 8, unit: 'hours' }, at: SATURDAY_NIGHT },
    );
    // Monday 08:30 + 7.5 h of that day, and half an hour of Tuesday.
    expect(saved!.result).toMatchObject({ dueAt: '2026-11-24T01:00:00.000Z', openThen: false });
    expect(saved!.result.explanation).toBe(
      '完成：自 11月21日 22:00 计时起 8 小时，按工作时间计时，非工作时间计时，从 11月23日 08:30 上班起算，应于 11月24日 09:00 前完成',
    );
  });
});

describe('what would happen with the form saved', () => {
  test('[C-09] a target is tried with the minutes on the form, and nothing is saved', async () => {
    const before = await everything();
    const documentId = await coded(office.strapi, 'target', 'urgent-repair-arrive');
    const { saved, drafted } = await check(staff.director, 'target', {
      documentId,
      data: { matter: '水管爆裂', kind: 'repair', unit },
      at: SATURDAY_NIGHT,
      draft: { amount: 40, unit: 'minutes' },
    });
    const due = (side: Side<Result> | null) =>
      side!.result.outcome!.promises.find(({ name }) => name === 'arrive')?.dueAt;
    expect(due(saved)).toBe('2026-11-21T14:15:00.000Z');
    expect(due(drafted)).toBe('2026-11-21T14:40:00.000Z');
    expect(await everything()).toEqual(before);
  });

  test('[B-02] an emergency word on the form is heard before it is saved', async () => {
    const documentId = await coded(office.strapi, 'emergency-rule', 'lift_trapped');
    const { saved, drafted } = await check(staff.manager, 'emergency-rule', {
      documentId,
      data: { matter: '大门口的石狮子倒了', kind: 'repair' },
      draft: { words: '石狮子倒' },
    });
    expect(saved!.result).toMatchObject({ emergency: { urgent: false }, part: { kind: 'other_case' } });
    expect(drafted!.result).toMatchObject({ emergency: { urgent: true }, part: { kind: 'in_force' } });
  });

  test('[C-09] a holiday on the form moves the due time of the calendar', async () => {
    const documentId = await coded(office.strapi, 'work-calendar', 'office-hours');
    const asked = { documentId, data: { amount: 1, unit: 'hours' }, at: SATURDAY_NIGHT };
    const { saved, drafted } = await check<{ dueAt: string }>(staff.manager, 'work-calendar', {
      ...asked,
      draft: { days: [{ date: '2026-11-23', kind: 'off' }] },
    });
    expect(saved!.result.dueAt).toBe('2026-11-23T01:30:00.000Z');
    expect(drafted!.result.dueAt).toBe('2026-11-24T01:30:00.000Z');
  });

  test('a row that is not there yet is tried by its form alone', async () => {
    const { saved, drafted } = await check<{ dueAt: string }>(staff.manager, 'work-calendar', {
      documentId: null,
      data: { amount: 1, unit: 'hours' },
      at: SATURDAY_NIGHT,
      draft: { name: '周末', code: 'weekend', timeZone: 'Asia/Shanghai', roundTheClock: true },
    });
    expect(saved).toBeNull();
    expect(drafted!.result.dueAt).toBe('2026-11-21T15:00:00.000Z');
  });

  test('a form that could not be saved is answered with why', async () => {
    const documentId = await coded(office.strapi, 'target', 'urgent-repair-arrive');
    const { drafted } = await check(staff.manager, 'target', {
      documentId,
      data: { kind: 'repair' },
      draft: { stopsOn: 'ticket.vanish' },
    });
    expect(drafted).toMatchObject({ result: null, refusal: { code: 'TARGET_INVALID', field: 'stopsOn' } });
  });

  test('[S-01] who may not save a target is shown what is saved and nothing else', async () => {
    const documentId = await coded(office.strapi, 'target', 'urgent-repair-arrive');
    const { saved, drafted } = await check(staff.supervisor, 'target', {
      documentId,
      data: { kind: 'repair' },
      draft: { amount: 40 },
    });
    expect(saved!.result.part).not.toBeNull();
    expect(drafted).toBeNull();
  });
});

describe('who tries rules out', () => {
  test.each(['front_desk', 'steward', 'technician', 'clerk', 'security', 'finance'] as const)(
    '[S-01] %s does not',
    async (post) => {
      const documentId = await coded(office.strapi, 'category', 'SD-01');
      expect(await ask(staff[post], 'category', { documentId, data: {} })).toMatchObject({
        status: 403,
        code: 'NOT_ENTITLED',
      });
    },
  );

  test('what is asked wrongly is said so', async () => {
    expect(await ask(staff.manager, 'ticket', { data: {} })).toMatchObject({ status: 404 });
    expect(await ask(staff.manager, 'target', { data: [] })).toMatchObject({ status: 422 });
    const documentId = await coded(office.strapi, 'work-calendar', 'office-hours');
    const { saved } = await check(staff.manager, 'work-calendar', {
      documentId,
      data: { amount: -1, unit: 'hours' },
    });
    expect(saved!.refusal).toMatchObject({ code: 'INPUT_INVALID', field: 'amount' });
  });

  test('the statutory days of a year are shown to who reads calendars', async () => {
    const { body } = await staff.supervisor.agent.get(
      '/office/rules/statutory-days?year=2026&locale=zh-Hans',
    );
    const { data } = body as { data: { date: string; kind: string; name: string }[] };
    expect(data).toContainEqual({ date: '2026-10-01', kind: 'off', name: '国庆节' });
    expect(data).toContainEqual({ date: '2026-10-10', kind: 'work', name: '国庆节' });
    expect((await staff.technician.agent.get('/office/rules/statutory-days?year=2026')).status).toBe(403);
    expect((await staff.manager.agent.get('/office/rules/statutory-days?year=soon')).status).toBe(422);
  });
});

test('[S-01] nobody without a session tries a rule', async () => {
  expect((await office.request.post('/office/rules/target/check').send({ data: {} })).status).toBe(401);
});
