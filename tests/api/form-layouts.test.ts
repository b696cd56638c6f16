import { ask, run } from '../load/database';
import { openOffice, type Office } from '../support/office';

const TYPE = 'api::owner.owner';
const KEY = `plugin_content_manager_configuration_content_types::${TYPE}`;
/** A field that plays the part of one that a later release brings. */
const FRESH = 'remark';

type Placed = { readonly name: string; readonly size: number };
interface Configuration {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly metadatas: Readonly<
    Record<string, { readonly edit: Record<string, unknown>; readonly list: Record<string, unknown> }>
  >;
  readonly layouts: { readonly list: readonly string[]; readonly edit: readonly (readonly Placed[])[] };
}

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const path = `/content-manager/content-types/${TYPE}/configuration`;
const configured = async (agent: Office['request']): Promise<Configuration> =>
  ((await agent.get(path).expect(200)).body as { data: { contentType: Configuration } }).data.contentType;
const namesIn = ({ layouts }: Configuration): string[] => layouts.edit.flat().map(({ name }) => name);

/** As the page for layouts sends it: without what a related record is called by. */
const asSent = ({ settings, metadatas, layouts }: Configuration): object => ({
  settings,
  layouts,
  metadatas: Object.fromEntries(
    Object.entries(metadatas).map(([name, { edit, list }]) => {
      const { mainField: _inForm, ...inForm } = edit;
      const { mainField: _inList, ...inList } = list;
      return [name, { edit: inForm, list: inList }];
    }),
  ),
});

/** Leaves the database as a release without the field would have: neither in its table nor in the layout that was kept. */
async function asBefore(databaseUrl: string): Promise<void> {
  const [row] = await ask<{ value: string }>(
    databaseUrl,
    'SELECT value FROM strapi_core_store_settings WHERE key = $1',
    [KEY],
  );
  const kept = JSON.parse(String(row?.value)) as Configuration;
  const { [FRESH]: _later, ...metadatas } = kept.metadatas;
  const edit = kept.layouts.edit
    .map((line) => line.filter(({ name }) => name !== FRESH))
    .filter((line) => line.length > 0);
  const value = JSON.stringify({ ...kept, metadatas, layouts: { ...kept.layouts, edit } });
  await ask(databaseUrl, 'UPDATE strapi_core_store_settings SET value = $1 WHERE key = $2', [value, KEY]);
  await run(databaseUrl, `ALTER TABLE owners DROP COLUMN ${FRESH}`);
  await run(databaseUrl, 'DELETE FROM strapi_database_schema');
}

test('[S-02] a layout that a manager changed survives an upgrade; what is new in the type comes into the form', async () => {
  const manager = await office.hire('office-manager');
  const before = await configured(manager);
  expect(namesIn(before)).toContain(FRESH);

  // He turns the lines of the form around, names a field his own way, and wants other columns in the list.
  const edit = before.layouts.edit
    .map((line) => line.filter(({ name }) => name !== FRESH))
    .filter((line) => line.length > 0)
    .reverse();
  const list = ['phone', 'name'];
  const { name = { edit: {}, list: {} } } = before.metadatas;
  const mine = {
    ...before,
    metadatas: { ...before.metadatas, name: { ...name, edit: { ...name.edit, label: '业主大名' } } },
    layouts: { list, edit: [...edit, [{ name: FRESH, size: 12 }]] },
  };
  const saved = await manager.put(path).send(asSent(mine));
  expect([saved.status, (saved.body as { error?: unknown }).error]).toEqual([200, undefined]);

  office = await office.reopen(asBefore);

  const after = await configured(await office.hire('office-manager'));
  expect(namesIn(after).filter((one) => one !== FRESH)).toEqual(edit.flat().map((placed) => placed.name));
  expect(after.metadatas.name?.edit.label).toBe('业主大名');
  expect(after.layouts.list.slice(0, list.length)).toEqual(list);
  expect(namesIn(after).filter((one) => one === FRESH)).toEqual([FRESH]);
  expect(after.metadatas[FRESH]?.edit).toMatchObject({ editable: true, visible: true });
});

test('[S-02] and the new field can be filled in', async () => {
  const clerk = await office.hire('office-clerk');
  const answer = await clerk
    .post(`/content-manager/collection-types/${TYPE}`)
    .send({ name: '周建华', kind: 'person', remark: '升级后登记' });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ data: { remark: '升级后登记' } });
});
