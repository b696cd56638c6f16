import { Client } from 'pg';

import { open, type CaseSeen } from '../../support/cases';
import { openOffice, type Agent, type Office } from '../../support/office';
import { dispatchByHand, employ, staffOf, type Staff } from '../../support/people';

/** Rights are changed here in the database itself, as another instance does: nothing tells this one. */
let office: Office;
let staff: Staff;
let elsewhere: Client;
let ticket: CaseSeen;

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  await dispatchByHand(office);
  ticket = await open(staff.front_desk, 'ticket', { matter: '水管漏水', requesterName: '王女士' });
  elsewhere = new Client({ connectionString: office.databaseUrl });
  await elsewhere.connect();
});
afterAll(async () => {
  await elsewhere.end();
  await office.close();
});

const LIST = '/content-manager/collection-types/api::ticket.ticket';
const READ = 'plugin::content-manager.explorer.read';
const get = async (agent: Agent, path = LIST) => {
  const { status, body } = await agent.get(path);
  return { status, body: body as { results?: { documentId: string }[]; data?: Record<string, unknown> } };
};
const change = async (sql: string, ...values: unknown[]): Promise<number> =>
  (await elsewhere.query(sql, values)).rowCount ?? 0;

/** The permissions of a role for one action on requests. */
const OF_ROLE = `id IN (SELECT l.permission_id FROM admin_permissions_role_lnk l JOIN admin_roles r ON r.id = l.role_id
  WHERE r.code = $1) AND action = $2 AND subject = 'api::ticket.ticket'`;

test('a right that is taken away is gone with the next request, and back with the one after it is given back', async () => {
  const { agent } = staff.front_desk;
  expect((await get(agent)).status).toBe(200);
  const role = ['office-front-desk', READ];
  expect(await change(`UPDATE admin_permissions SET action = 'none' WHERE ${OF_ROLE}`, ...role)).toBe(1);
  expect((await get(agent)).status).toBe(403);
  const back = `UPDATE admin_permissions SET action = $2 WHERE ${OF_ROLE.replace('action = $2', "action = 'none'")}`;
  expect(await change(back, ...role)).toBe(1);
  expect((await get(agent)).status).toBe(200);
});

test('a field that is taken out of a right is not shown any more', async () => {
  const { agent } = staff.front_desk;
  const path = `${LIST}/${ticket.documentId}`;
  expect((await get(agent, path)).body.data).toHaveProperty('matter', '水管漏水');
  const changed = await change(
    `UPDATE admin_permissions SET properties = jsonb_set(properties, '{fields}', (properties->'fields') - 'matter') WHERE ${OF_ROLE}`,
    'office-front-desk',
    READ,
  );
  expect(changed).toBe(1);
  const seen = await get(agent, path);
  expect(seen.status).toBe(200);
  expect(seen.body.data).not.toHaveProperty('matter');
  await change(
    `UPDATE admin_permissions SET properties = jsonb_set(properties, '{fields}', (properties->'fields') || '"matter"') WHERE ${OF_ROLE}`,
    'office-front-desk',
    READ,
  );
  expect((await get(agent, path)).body.data).toHaveProperty('matter', '水管漏水');
});

test('a condition that is set on a right bounds it at once, for each by what he has himself', async () => {
  const [one, another] = [await employ(office, 'clerk'), await employ(office, 'clerk')];
  await elsewhere.query(
    `INSERT INTO tickets_handler_lnk (ticket_id, staff_member_id) SELECT t.id, s.id FROM tickets t, staff_members s
     WHERE t.document_id = $1 AND s.document_id = $2`,
    [ticket.documentId, one.staffId],
  );
  const sees = async ({ agent }: { agent: Agent }) => (await get(agent)).body.results?.length;
  expect([await sees(one), await sees(another)]).toEqual([1, 1]);
  const set = `UPDATE admin_permissions SET conditions = $3 WHERE ${OF_ROLE}`;
  await change(set, 'office-clerk', READ, '["api::office-own"]');
  expect([await sees(one), await sees(another), await sees(one)]).toEqual([1, 0, 1]);
  await elsewhere.query('DELETE FROM tickets_handler_lnk');
  expect(await sees(one)).toBe(0);
  await change(set, 'office-clerk', READ, '[]');
  expect([await sees(one), await sees(another)]).toEqual([1, 1]);
});

test('a role that is taken away, and a user who is blocked, are shut out with the next request', async () => {
  const steward = await office.hire('office-steward');
  const { id } = steward.user;
  expect((await get(steward)).status).toBe(200);
  const taken = await elsewhere.query(
    'DELETE FROM admin_users_roles_lnk WHERE user_id = $1 RETURNING role_id',
    [id],
  );
  expect((await get(steward)).status).toBe(403);
  const { role_id: role } = taken.rows[0] as { role_id: number };
  await change('INSERT INTO admin_users_roles_lnk (user_id, role_id) VALUES ($1, $2)', id, role);
  expect((await get(steward)).status).toBe(200);
  await change('UPDATE admin_users SET is_active = false WHERE id = $1', id);
  expect((await get(steward)).status).toBe(401);
});

test('whoever may do everything may not once he has another role, nor has a colleague more by it', async () => {
  const chief = await office.hire('strapi-super-admin');
  const colleague = await office.hire('strapi-super-admin');
  expect([(await get(chief, '/admin/roles')).status, (await get(colleague, '/admin/roles')).status]).toEqual([
    200, 200,
  ]);
  await change(
    `UPDATE admin_users_roles_lnk SET role_id = (SELECT id FROM admin_roles WHERE code = 'office-finance') WHERE user_id = $1`,
    chief.user.id,
  );
  expect([(await get(chief, '/admin/roles')).status, (await get(colleague, '/admin/roles')).status]).toEqual([
    403, 200,
  ]);
});
