import { openOffice, type Office } from '../../support/office';
import { staffOf, type Colleague, type Staff } from '../../support/people';

let office: Office;
let staff: Staff;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
});
afterAll(() => office.close());

const path = (type: string): string => `/content-manager/collection-types/api::${type}.${type}`;
const entered = async (who: Colleague, type: string, data: object) =>
  (await who.agent.post(path(type)).send(data)) as {
    status: number;
    body: { error?: { details: { code: string; field?: string } } };
  };

test('[G-01] a vehicle stands once in the register, however its plate is written; of fifty at once one is taken', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      entered(staff.front_desk, 'vehicle', { plate: index % 2 ? '粤B·88888' : '粤b 88888' }),
    ),
  );
  expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
  const refusals = answers.filter(({ status }) => status >= 300);
  expect(
    refusals.map(({ status, body }) => [status, body.error?.details.code, body.error?.details.field]),
  ).toEqual(refusals.map(() => [409, 'PLATE_TAKEN', 'plate']));
});

test('[G-01] a parking space ends no earlier than it begins; the gate reads both registers, a technician neither', async () => {
  const space = { number: 'B1-018', parkingKind: 'rented_space', fromDate: '2026-01-01' };
  expect(await entered(staff.clerk, 'parking-space', { ...space, toDate: '2025-12-31' })).toMatchObject({
    status: 422,
    body: { error: { details: { code: 'INPUT_INVALID', field: 'toDate' } } },
  });
  expect((await entered(staff.clerk, 'parking-space', space)).status).toBe(201);
  for (const type of ['vehicle', 'parking-space']) {
    expect((await staff.security.agent.get(path(type))).status).toBe(200);
    expect((await staff.technician.agent.get(path(type))).status).toBe(403);
    expect((await entered(staff.security, type, {})).status).toBe(403);
  }
});
