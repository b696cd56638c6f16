import { settled } from '../../../src/engine/seed/records';
import { run } from '../../load/database';
import { openOffice, type Office } from '../../support/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => {
  await settled(office.strapi);
  await office.close();
});

const create = async (type: string, data: object): Promise<string> =>
  (await office.strapi.documents(`api::${type}.${type}` as 'api::unit.unit').create({ data } as never))
    .documentId;

/** Leaves the database as a release without the constraint would have, with an owner too many in it. */
async function asBefore(databaseUrl: string): Promise<void> {
  await run(databaseUrl, 'DROP TRIGGER gj_ownership_placed ON occupancies_unit_lnk');
  await run(databaseUrl, 'DROP TRIGGER gj_ownership_changed ON occupancies');
  await run(databaseUrl, 'DROP TABLE gj_ownerships');
  await run(databaseUrl, "UPDATE occupancies SET capacity = 'owner'");
}

test('[G-01] an office that has two owners of a home on record opens all the same, and takes no third', async () => {
  const community = await create('community', { name: '旧苑', code: 'JY' });
  const building = await create('building', { name: '1栋', code: '1', community });
  const homes = await Promise.all(['101', '102'].map((label) => create('unit', { label, building })));
  const [unit, other] = homes;
  for (const [home, capacity] of [
    [unit, 'owner'],
    [unit, 'co_owner'],
    [other, 'owner'],
  ]) {
    const owner = await create('owner', { name: '旧业主' });
    await create('occupancy', { unit: home, owner, capacity, fromDate: '2020-01-01' });
  }

  await settled(office.strapi);
  office = await office.reopen(asBefore);

  const newcomer = await create('owner', { name: '新业主' });
  for (const home of [unit, other]) {
    const entry = { unit: home, owner: newcomer, capacity: 'owner', fromDate: '2026-01-01' };
    await expect(create('occupancy', entry)).rejects.toMatchObject({ code: '23P01' });
  }
  const kept = await office.strapi.db
    .query('api::occupancy.occupancy')
    .count({ where: { capacity: 'owner' } });
  expect(kept).toBe(3);
});
