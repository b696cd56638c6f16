import { openOffice, type Office } from '../support/office';
import { REGISTERS } from '../../src/engine/registers/constraints';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function ask<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await office.strapi.db.connection.raw<{ rows: Row[] }>(sql, values as never);
  return rows;
}

type Kept = { id: number; documentId: string } & Record<string, unknown>;
const create = async (type: string, data: object): Promise<Kept> =>
  await office.strapi.documents(`api::${type}.${type}` as never).create({ data: data as never });
const update = (type: string, documentId: string, data: object) =>
  office.strapi.documents(`api::${type}.${type}` as never).update({ documentId, data: data as never });
const read = async (type: string, documentId: string): Promise<Kept> =>
  (await office.strapi.documents(`api::${type}.${type}` as never).findOne({ documentId })) as unknown as Kept;

let made = 0;
async function home() {
  made += 1;
  const community = await create('community', { name: `样板小区${made}`, code: `YB${made}` });
  const building = await create('building', { name: '1栋', code: '1', community: community.documentId });
  const unit = await create('unit', { label: '1-1-101', building: building.documentId });
  return { community, building, unit };
}

describe('what the database itself holds to', () => {
  const single = [
    ['communities', 'code'],
    ['buildings', 'community_code, code'],
    ['units', 'community_code, building_code, label'],
    ['departments', 'code'],
    ['staff_members', 'job_number'],
    ['teams', 'code'],
    ['contractors', 'code'],
    ['categories', 'code'],
    ['work_calendars', 'code'],
    ['targets', 'code'],
    ['emergency_rules', 'code'],
    ['outside_parties', 'code'],
    ['rules', 'code'],
  ] as const;

  test.each(single)('%s are single by %s', async (table, columns) => {
    const indexes = await ask<{ indexdef: string }>('select indexdef from pg_indexes where tablename = ?', [
      table,
    ]);
    const unique = indexes.filter(({ indexdef }) => indexdef.startsWith('CREATE UNIQUE INDEX'));
    expect(unique.map(({ indexdef }) => indexdef.replace(/"/g, ''))).toContainEqual(
      expect.stringMatching(new RegExp(`\\(${columns}\\)$`)),
    );
  });

  const required = [
    ['communities', ['code', 'name']],
    ['buildings', ['code', 'community_code', 'name']],
    ['units', ['building_code', 'community_code', 'label']],
    ['occupancies', ['capacity', 'from_date']],
    ['staff_members', ['job_number', 'name', 'post']],
    ['targets', ['case_type', 'clock', 'code', 'name', 'starts_on', 'stops_on', 'unit']],
  ] as const;

  test.each(required)('%s cannot do without %j', async (table, columns) => {
    const found = await ask<{ column_name: string }>(
      `select column_name from information_schema.columns
       where table_name = ? and is_nullable = 'NO' and column_name <> 'id' order by column_name`,
      [table],
    );
    expect(found.map(({ column_name: name }) => name)).toEqual([...columns]);
  });

  test('a document id stands once in every register', async () => {
    const found = await ask<{ indexname: string }>(
      `select indexname from pg_indexes where indexname like '%_document_uq' and indexdef like 'CREATE UNIQUE%'`,
    );
    const tables = REGISTERS.map((type) => office.strapi.db.metadata.get(`api::${type}.${type}`).tableName);
    const names = found.map(({ indexname }) => indexname);
    expect(tables.filter((table) => !names.includes(`${table}_document_uq`))).toEqual([]);
  });

  test('a relation to one record cannot hold two', async () => {
    const found = await ask<{ conname: string }>(
      `select conname from pg_constraint where contype = 'u' and condeferrable and conname like '%_one'`,
    );
    expect(found.map(({ conname }) => conname)).toEqual(
      expect.arrayContaining([
        'units_building_lnk_one',
        'buildings_community_lnk_one',
        'occupancies_unit_lnk_one',
        'occupancies_owner_lnk_one',
        'staff_members_user_lnk_one',
      ]),
    );
    const { unit } = await home();
    const other = await home();
    const twice = ask('insert into units_building_lnk (unit_id, building_id) values (?, ?)', [
      unit.id,
      other.building.id,
    ]);
    await expect(twice).rejects.toMatchObject({ code: '23505' });
  });

  test('[G-01] nobody moves out before he moved in', async () => {
    const { unit } = await home();
    const owner = await create('owner', { name: '某业主' });
    const moves = {
      unit: unit.documentId,
      owner: owner.documentId,
      fromDate: '2026-05-01',
      toDate: '2026-04-30',
    };
    await expect(create('occupancy', moves)).rejects.toMatchObject({ code: '23514' });
    await create('occupancy', { ...moves, toDate: '2026-05-01' });
  });
});

describe('addresses', () => {
  test('a unit is called by its community and label, and follows when either changes', async () => {
    const { community, building, unit } = await home();
    expect(unit).toMatchObject({
      buildingCode: '1',
      communityCode: community.code,
      fullLabel: `${String(community.name)} 1-1-101`,
    });
    await update('community', community.documentId, { name: '新名小区', code: `${String(community.code)}X` });
    await update('building', building.documentId, { code: '1A', communityCode: 'typed by hand' });
    expect(await read('building', building.documentId)).toMatchObject({
      code: '1A',
      communityCode: `${String(community.code)}X`,
    });
    expect(await read('unit', unit.documentId)).toMatchObject({
      buildingCode: '1A',
      communityCode: `${String(community.code)}X`,
      fullLabel: '新名小区 1-1-101',
    });
  });

  test('a unit moves to another building, as the panel asks for it', async () => {
    const { unit } = await home();
    const { building, community } = await home();
    await update('unit', unit.documentId, {
      label: '1-9-901',
      building: { connect: [{ documentId: building.documentId }], disconnect: [] },
    });
    expect(await read('unit', unit.documentId)).toMatchObject({
      communityCode: community.code,
      label: '1-9-901',
    });
  });

  test('the same label twice in a building, and the same code twice in a community, are refused', async () => {
    const { community, building } = await home();
    await expect(create('unit', { label: '1-1-101', building: building.documentId })).rejects.toMatchObject({
      code: '23505',
    });
    await expect(
      create('building', { name: '一栋', code: '1', community: community.documentId }),
    ).rejects.toMatchObject({ code: '23505' });
    await create('unit', { label: '1-1-102', building: building.documentId });
  });

  test('a building without a community is refused, in a form and past it', async () => {
    await expect(create('building', { name: '2栋', code: '2' })).rejects.toThrow();
    const past = office.strapi.db
      .query('api::building.building')
      .create({ data: { name: '2栋', code: '2' } });
    await expect(past).rejects.toMatchObject({ code: 'INPUT_INVALID', details: { field: 'community' } });
  });
});

describe('what others refer to', () => {
  test('cannot be deleted while they do, whichever way it is tried', async () => {
    const { community, unit } = await home();
    const chief = await office.hire('strapi-super-admin');
    const answer = await chief.delete(
      `/content-manager/collection-types/api::community.community/${community.documentId}`,
    );
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ error: { details: { code: 'RECORD_IN_USE' } } });
    const past = office.strapi.db.query('api::community.community').delete({ where: { id: community.id } });
    await expect(past).rejects.toMatchObject({ code: '23503' });
    await office.strapi.documents('api::unit.unit').delete({ documentId: unit.documentId });
    expect(await read('unit', unit.documentId)).toBeNull();
  });
});
