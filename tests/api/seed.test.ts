import { loadDemo } from '../../src/engine/seed/demo';
import { loadPolicy } from '../../src/engine/seed/policy';
import { fingerprintOf, rightsGiven, type Permission, type RightsGiven } from '../../src/engine/seed/roles';
import { book } from '../../src/rules/rulebook';
import { openOffice, type Office } from '../support/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

type Row = Record<string, unknown> & { id: number; documentId: string; code: string };
const rows = async (type: string, where: object = {}): Promise<Row[]> =>
  (await office.strapi.db.query(`api::${type}.${type}`).findMany({ where, orderBy: { id: 'asc' } })) as Row[];
const one = async (type: string, code: string): Promise<Row | undefined> => (await rows(type, { code }))[0];

const POLICY_TYPES = [
  'rule',
  'work-calendar',
  'department',
  'category',
  'dispatch-rule',
  'target',
  'outside-party',
  'emergency-rule',
];

/** Everything that the policy consists of, as it stands. */
async function policyNow(): Promise<unknown> {
  const { strapi } = office;
  const records = await Promise.all(POLICY_TYPES.map((type) => rows(type)));
  const roles = await strapi.db.query('admin::role').findMany({ orderBy: { id: 'asc' } });
  const permissions = await strapi.db.query('admin::permission').findMany({ orderBy: { id: 'asc' } });
  return { records, roles, permissions };
}

describe('the default policy', () => {
  test('is there after the first start: rules, calendars, categories, targets and a role for each post', async () => {
    expect(await rows('rule')).toHaveLength(book.length);
    expect((await rows('work-calendar')).map(({ code }) => code)).toEqual([
      'round-the-clock',
      'office-hours',
    ]);
    expect((await rows('category')).length).toBeGreaterThan(80);
    expect(await one('target', 'repair-arrive')).toMatchObject({
      ruleCode: 'C-01',
      amount: 15,
      unit: 'minutes',
    });
    const roles = await office.strapi.db
      .query('admin::role')
      .findMany({ where: { code: { $startsWith: 'office-' } } });
    expect(roles).toHaveLength(10);
  });

  test('hangs together: a branch under its trade, hours under their calendar, a target on its calendar', async () => {
    const find = (type: string, code: string, populate: object) =>
      office.strapi.db.query(`api::${type}.${type}`).findOne({ where: { code }, populate });
    expect(await find('category', 'SD-03', { parent: true })).toMatchObject({
      nature: 'leak',
      kind: 'repair',
      parent: { code: 'SD' },
    });
    const calendar = await find('work-calendar', 'office-hours', { spans: true });
    expect(calendar.spans).toHaveLength(10);
    const target = await find('target', 'repair-solve-major', {
      calendar: true,
      pauses: true,
      escalations: true,
    });
    expect(target).toMatchObject({
      calendar: { code: 'round-the-clock' },
      pauses: { length: 2 },
      escalations: { length: 3 },
    });
  });

  test('a further start changes nothing', async () => {
    const before = await policyNow();
    await loadPolicy(office.strapi);
    expect(await policyNow()).toEqual(before);
  });

  test('[C-09] what a manager changes survives a further start, and so does what he throws out', async () => {
    const target = await one('target', 'repair-arrive');
    const category = await one('category', 'JY-05');
    const chief = await office.hire('strapi-super-admin');
    const at = (type: string, row?: Row) =>
      `/content-manager/collection-types/api::${type}.${type}/${row?.documentId}`;
    await chief.put(at('target', target)).send({ amount: 20 }).expect(200);
    await chief.delete(at('category', category)).expect(200);

    await loadPolicy(office.strapi);

    expect(await one('target', 'repair-arrive')).toMatchObject({ amount: 20 });
    expect(await one('category', 'JY-05')).toBeUndefined();
  });

  /** Puts a role back to what an earlier release gave it: without some of its rights, and known to have been given so. */
  const asOfEarlier = async (code: string, had: (right: Permission) => boolean) => {
    const { strapi } = office;
    const role = await strapi.db.query('admin::role').findOne({ where: { code } });
    const rights = async (): Promise<Permission[]> =>
      await strapi.db.query('admin::permission').findMany({ where: { role: role.id } });
    const save = async (some: readonly Permission[]) =>
      (await strapi.service('admin::role').assignPermissions(role.id, some)) as unknown;
    const now = await rights();
    const earlier = now.filter(had);
    await save(earlier);
    const store = strapi.store({ type: 'core', name: 'office' });
    const given = (await store.get({ key: 'roles_given' })) as Record<string, RightsGiven>;
    const known = async (as: RightsGiven | string) => {
      await store.set({ key: 'roles_given', value: { ...given, [code]: as } });
    };
    await known(rightsGiven(earlier));
    return { now, earlier, given, rights, save, known, store };
  };
  const on = (type: string) => (right: Permission) => right.subject === `api::${type}.${type}`;
  const not = (test: (right: Permission) => boolean) => (right: Permission) => !test(right);

  test('a role that nobody has touched gets what a later release has new', async () => {
    const { now, given, rights, store } = await asOfEarlier('office-finance', not(on('owner')));
    await loadPolicy(office.strapi);
    expect(fingerprintOf(await rights())).toBe(fingerprintOf(now));
    expect(await store.get({ key: 'roles_given' })).toEqual(given);
  });

  test('so does one whose other rights an administrator has changed; those stay as he left them', async () => {
    const { now, earlier, rights, save } = await asOfEarlier('office-clerk', not(on('summary')));
    // He takes one right away, and a field of another, and adds a right of his own.
    const away = on('return-visit');
    const narrow = (right: Permission): Permission =>
      on('dispatch-order')(right)
        ? { ...right, properties: { fields: (right.properties.fields ?? []).slice(1) } }
        : right;
    const added: Permission = {
      ...{ action: 'plugin::content-manager.explorer.read', subject: 'api::price-item.price-item' },
      ...{ properties: { fields: ['name'] }, conditions: [] },
    };
    const his = [...earlier.filter((right) => !away(right) && !on('price-item')(right)).map(narrow), added];
    await save(his);
    await loadPolicy(office.strapi);
    const after = await rights();
    expect(fingerprintOf(after.filter(on('summary')))).toBe(fingerprintOf(now.filter(on('summary'))));
    expect(now.filter(on('summary')).length).toBeGreaterThan(0);
    expect(fingerprintOf(after.filter(not(on('summary'))))).toBe(fingerprintOf(his));
    // A further start gives nothing back either.
    await loadPolicy(office.strapi);
    expect(fingerprintOf(await rights())).toBe(fingerprintOf(after));
  });

  test('a field that is new in a release comes into a right that nobody has touched', async () => {
    const { now, earlier, rights, save, known } = await asOfEarlier('office-steward', () => true);
    const without = earlier.map((right) =>
      on('ticket')(right)
        ? {
            ...right,
            properties: { fields: (right.properties.fields ?? []).filter((one) => one !== 'matter') },
          }
        : right,
    );
    await save(without);
    await known(rightsGiven(without));
    await loadPolicy(office.strapi);
    expect(fingerprintOf(await rights())).toBe(fingerprintOf(now));
  });

  test('what was given before rights were told apart is given no more where somebody has changed it', async () => {
    const { now, earlier, rights, save, known } = await asOfEarlier('office-front-desk', not(on('owner')));
    await known(fingerprintOf(earlier));
    await loadPolicy(office.strapi);
    expect(fingerprintOf(await rights())).toBe(fingerprintOf(now));
    const his = earlier.filter(not(on('unit')));
    await save(his);
    await known(fingerprintOf(earlier));
    await loadPolicy(office.strapi);
    expect(fingerprintOf(await rights())).toBe(fingerprintOf(his));
    await save(now);
  });

  test('a role that an administrator has emptied stays empty', async () => {
    const role = await office.strapi.db.query('admin::role').findOne({ where: { code: 'office-security' } });
    await office.strapi.service('admin::role').assignPermissions(role.id, []);
    await loadPolicy(office.strapi);
    expect(await office.strapi.db.query('admin::permission').count({ where: { role: role.id } })).toBe(0);
  });
});

describe('the doors that a new Strapi leaves open', () => {
  test('are closed: no sweeping roles, no ready-made tokens, nobody registers himself', async () => {
    const { strapi } = office;
    const roles = await strapi.db
      .query('admin::role')
      .findMany({ where: { code: { $in: ['strapi-editor', 'strapi-author'] } } });
    expect(roles).toEqual([]);
    expect(await strapi.db.query('admin::api-token').count()).toBe(0);
    const body = { username: 'someone', email: 'someone@test.example', password: 'Some-pass-1234' };
    const answer = await office.request.post('/api/auth/local/register').send(body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await strapi.db.query('plugin::users-permissions.user').count()).toBe(0);
  });

  test('a technician does not get to see the owners, the front desk does', async () => {
    const owners = '/content-manager/collection-types/api::owner.owner';
    await (await office.hire('office-technician')).get(owners).expect(403);
    await (await office.hire('office-front-desk')).get(owners).expect(200);
  });

  test('nobody but those who set the policy changes a target', async () => {
    const target = await one('target', 'visit-leak');
    const path = `/content-manager/collection-types/api::target.target/${target?.documentId}`;
    await (await office.hire('office-supervisor')).put(path).send({ amount: 9 }).expect(403);
    await (await office.hire('office-director')).put(path).send({ amount: 4 }).expect(200);
    expect(await one('target', 'visit-leak')).toMatchObject({ amount: 4 });
  });
});

describe('the demo estate', () => {
  test('is built once, with a log-in for every post that works and is kept nowhere', async () => {
    const { strapi } = office;
    const complaints = jest.spyOn(strapi.log, 'error');
    const logins = await loadDemo(strapi);
    expect(await loadDemo(strapi)).toEqual([]);
    expect(complaints).not.toHaveBeenCalled();

    expect(new Set(logins.map(({ role }) => role)).size).toBe(11);
    expect(new Set(logins.map(({ password }) => password)).size).toBe(logins.length);
    const desk = logins.find(({ role }) => role.includes('Front desk'));
    const agent = await office.loginAs({ email: desk?.email ?? '', password: desk?.password ?? '' });
    const me = await agent.get('/admin/users/me').expect(200);
    expect(me.body).toMatchObject({ data: { firstname: '陈美', preferedLanguage: 'zh-Hans' } });
    const stored = JSON.stringify(await strapi.db.query('admin::user').findMany());
    expect(logins.filter(({ password }) => stored.includes(password))).toEqual([]);
  }, 120_000);

  test('has homes, households with a past, and staff with a superior, a department and a post', async () => {
    const { strapi } = office;
    expect(await rows('community')).toHaveLength(2);
    expect(await rows('building')).toHaveLength(6);
    expect((await rows('unit')).length).toBeGreaterThan(240);
    expect((await rows('owner')).length).toBeGreaterThan(200);
    const past = await strapi.db
      .query('api::occupancy.occupancy')
      .count({ where: { toDate: { $notNull: true } } });
    expect(past).toBeGreaterThan(10);
    const technician = await strapi.documents('api::staff-member.staff-member').findFirst({
      filters: { jobNumber: 'GC-011' },
      populate: ['superior', 'department', 'trades', 'teams', 'user'],
    });
    expect(technician).toMatchObject({
      post: 'technician',
      superior: { jobNumber: 'GC-002' },
      department: { code: 'engineering' },
      teams: [{ code: 'SDB' }],
      trades: { length: 2 },
    });
  });

  test('[F-03] has a key board, a home entrusted by its owner, a key out and one overdue', async () => {
    expect((await rows('key')).length).toBe(8);
    expect(await rows('key-authorisation')).toMatchObject([{ stage: 'in_force' }]);
    const out = await rows('key-loan', { stage: 'lent' });
    const overdue = out.filter(({ dueAt }) => Date.parse(String(dueAt)) < Date.now());
    expect([out.length, overdue.length]).toEqual([2, 1]);
    const clocks = await rows('clock', { caseType: 'key-loan' });
    expect(clocks.map(({ verdict }) => verdict)).toEqual([null, 'broken']);
  });

  test('keeps no telephone number and no identity number in clear', async () => {
    const { rows: found } = await office.strapi.db.connection.raw<{ rows: Record<string, number>[] }>(
      `select count(*)::int as kept, count(*) filter (where value ~ '1990000|119999')::int as clear
       from (select phone from owners union all select id_number from owners where id_number is not null
             union all select contact_phone from tickets union all select phone from staff_members
             union all select borrower_phone from key_loans where borrower_phone is not null) as personal (value)`,
    );
    expect(found[0]).toMatchObject({ clear: 0 });
    expect(found[0]?.kept).toBeGreaterThan(400);
  });

  test('has requests in every stage, and promises kept, broken and running', async () => {
    const { strapi } = office;
    const distinct = async (type: string, field: string): Promise<unknown[]> => [
      ...new Set((await rows(type)).map((row) => row[field])),
    ];
    expect((await rows('ticket')).length).toBe(42);
    expect((await distinct('ticket', 'stage')).sort()).toEqual(
      ['cancelled', 'closed', 'completed', 'in_progress', 'registered', 'waiting'].sort(),
    );
    expect(await distinct('clock', 'verdict')).toEqual(expect.arrayContaining(['kept', 'broken', null]));
    expect(await distinct('return-visit', 'stage')).toEqual(
      expect.arrayContaining(['due', 'recorded', 'reviewed']),
    );
    expect(
      await strapi.db.query('api::activity.activity').count({ where: { action: 'clock.escalate' } }),
    ).toBeGreaterThan(5);
  });

  test('[G-03] [G-04] has homes that changed hands, leases, and archives with what is out of them', async () => {
    const stagesOf = async (type: string) => (await rows(type)).map(({ stage }) => stage).sort();
    expect(await stagesOf('transfer')).toEqual(['closed', 'registered']);
    expect(await stagesOf('lease-registration')).toEqual(['running', 'running']);
    expect(await stagesOf('archive-file')).toEqual(Array.from({ length: 5 }, () => 'in_archive'));
    expect(await stagesOf('archive-loan')).toEqual(['consulted', 'on_loan', 'on_loan']);
    expect([(await rows('vehicle')).length, (await rows('parking-space')).length]).toEqual([4, 2]);
    const { rows: twice } = await office.strapi.db.connection.raw<{ rows: unknown[] }>(
      `SELECT l.unit_id FROM occupancies o JOIN occupancies_unit_lnk l ON l.occupancy_id = o.id
       WHERE o.capacity = 'owner' AND o.to_date IS NULL GROUP BY 1 HAVING count(*) > 1`,
    );
    expect(twice).toEqual([]);
  });
});
