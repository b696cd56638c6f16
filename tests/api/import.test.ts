import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile, type ImportResult } from '../../src/engine/import';
import { readMapping, type Mapping } from '../../src/rules/import';
import { writeWorkbook } from '../fixtures/import/workbook';
import { openOffice, type Office } from '../support/office';

const FIXTURES = join(__dirname, '../fixtures/import');
const TICKETS = readFileSync(join(FIXTURES, 'tickets.csv'), 'utf8');
const MAPPING = JSON.parse(readFileSync(join(FIXTURES, 'tickets.json'), 'utf8')) as { steps: object[] };

let office: Office;
let folder: string;

beforeAll(async () => {
  office = await openOffice();
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  await buildEstate();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await office.close();
});

/** Two buildings, in both of which there is a room 501. */
async function buildEstate(): Promise<void> {
  const create = async (uid: string, data: object): Promise<string> =>
    (await office.strapi.documents(uid as 'api::community.community').create({ data: data as never }))
      .documentId;
  const community = await create('api::community.community', { name: '样例花园', code: 'SAMPLE' });
  const first = await create('api::building.building', {
    name: '1号楼',
    nameEn: 'Building 1',
    code: '1',
    community,
  });
  const second = await create('api::building.building', {
    name: '2号楼',
    code: '2',
    community,
    aliases: ['二栋'],
  });
  await create('api::unit.unit', { label: '501', building: first });
  await create('api::unit.unit', { label: '502', building: first, aliases: ['Room 502'] });
  await create('api::unit.unit', { label: '501', building: second });
  const calendar = await create('api::work-calendar.work-calendar', {
    name: '全天',
    code: 'import-always',
    timeZone: 'Asia/Shanghai',
    roundTheClock: true,
  });
  await office.strapi.db.query('api::target.target').updateMany({ where: {}, data: { active: false } });
  await create('api::target.target', {
    name: '两天内修好',
    code: 'import-two-days',
    caseType: 'ticket',
    clock: 'solve',
    startsOn: 'ticket.register',
    stopsOn: 'ticket.complete',
    amount: 48,
    unit: 'hours',
    calendar,
  });
}

function mappingOf(json: unknown): Mapping {
  const read = readMapping(json);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.mapping;
}

let files = 0;
function fileOf(content: string): string {
  files += 1;
  const file = join(folder, `${files}.csv`);
  writeFileSync(file, content);
  return file;
}

type Options = { dryRun?: boolean; keepGood?: boolean; reportFile?: string };

const take = (content: string, options: Options = {}, json: unknown = MAPPING): Promise<ImportResult> =>
  importFile(office.strapi, { type: 'ticket', file: fileOf(content), mapping: mappingOf(json), ...options });

type Row = Readonly<Record<string, unknown>>;
const find = async (uid: string, query: object = {}): Promise<Row[]> =>
  await office.strapi.documents(uid as never).findMany(query as never);
const tickets = (): Promise<Row[]> =>
  find('api::ticket.ticket', {
    sort: 'receivedAt',
    populate: { unit: { populate: ['building'] }, category: true },
  });
const counts = async () => ({
  tickets: (await tickets()).length,
  clocks: (await find('api::clock.clock')).length,
  activities: (await find('api::activity.activity')).length,
  categories: (await find('api::category.category')).length,
});

/** The register with some of its cells changed, under other numbers. */
const changed = (...changes: [from: string, to: string][]): string =>
  changes.reduce((text, [from, to]) => text.replaceAll(from, to), TICKETS);

describe('a register from elsewhere', () => {
  it('[G-06] leaves nothing behind when a row is bad, and names every fault with line and column', async () => {
    const before = await counts();
    const bad = changed(
      ['报修\n2', '保修\n2'],
      ['Room 502', '999'],
      ['2024/3/9 11:30', '2024/3/3 11:30'],
      ['２ 号 楼', ''],
    );
    const result = await take(bad);
    expect(result).toMatchObject({ rows: 3, admitted: 0, rejected: 3, kept: false });
    expect(result.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, '类别#2', 'VALUE_NOT_MAPPED'],
      [4, '房号', 'LOOKUP_UNKNOWN'],
      [5, '完成时间', 'STEP_OUT_OF_ORDER'],
    ]);
    expect(await counts()).toEqual(before);
  });

  it('[G-06] does not guess a room that two buildings have, and takes back what the good rows have made', async () => {
    const before = await counts();
    const result = await take(changed(['２ 号 楼', '']));
    expect(result.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [5, '房号', 'LOOKUP_AMBIGUOUS'],
    ]);
    expect(result).toMatchObject({ admitted: 2, rejected: 1, kept: false });
    expect(await counts()).toEqual(before);
  });

  it('[G-06] writes nothing in a dry run, but says what would come', async () => {
    const before = await counts();
    expect(await take(TICKETS, { dryRun: true })).toMatchObject({
      admitted: 3,
      rejected: 0,
      kept: false,
      created: 1,
    });
    expect(await counts()).toEqual(before);
  });

  it('comes in with its history, its clocks and the verdicts that they would have had', async () => {
    expect(await take(TICKETS)).toMatchObject({
      rows: 3,
      admitted: 3,
      unchanged: 0,
      rejected: 0,
      kept: true,
      created: 1,
    });
    const [leak, lamp, window] = (await tickets()) as [Row, Row, Row];
    expect(leak).toMatchObject({
      kind: 'repair',
      stage: 'completed',
      matter: '水电：厨房水管漏水，\n楼下已有渗水',
      receivedAt: '2024-03-04T01:05:00.000Z',
      completedAt: '2024-03-05T02:00:00.000Z',
      result: '已更换阀门',
      unit: { label: '501', building: { name: '1号楼' } },
    });
    expect(leak.number).toMatch(/^WX-20240304-\d{4}$/);
    expect(lamp).toMatchObject({ stage: 'registered', matter: '水电：客厅 灯不亮', unit: { label: '502' } });
    expect(window).toMatchObject({
      unit: { label: '501', building: { name: '2号楼' } },
      category: { name: '晾衣架' },
    });
    const clocks = await find('api::clock.clock', { sort: 'startedAt' });
    expect(clocks.map(({ dueAt, verdict, brokenAt }) => [dueAt, verdict, brokenAt])).toEqual([
      ['2024-03-06T01:05:00.000Z', 'kept', null],
      ['2024-03-06T02:00:00.000Z', 'broken', '2024-03-06T02:00:00.000Z'],
      ['2024-03-06T03:30:00.000Z', 'broken', '2024-03-06T03:30:00.000Z'],
    ]);
  });

  it('changes nothing when it is imported again', async () => {
    const before = await counts();
    expect(await take(TICKETS)).toMatchObject({ admitted: 0, unchanged: 3, rejected: 0, created: 0 });
    expect(await counts()).toEqual(before);
  });

  it('gives its good rows when it is told to, and a report of the others', async () => {
    const reportFile = join(folder, 'report.csv');
    const mixed = changed(
      ['212', '312'],
      ['厨房水管漏水', '=卫生间漏水'],
      ['Room 502', '999'],
      ['晾衣架脱落', ''],
    );
    const result = await take(mixed, { keepGood: true, reportFile });
    expect(result).toMatchObject({ admitted: 2, rejected: 1, kept: true });
    const report = readFileSync(reportFile, 'utf8');
    expect(report).toMatch(
      /^\ufeffline,column,field,code,value,reason_zh,reason_en\r\n4,房号,unit,LOOKUP_UNKNOWN,999,/,
    );
    expect(report).toContain('登记册中没有“999”。');
    await take(TICKETS, { reportFile });
    expect(existsSync(reportFile)).toBe(false);
  });

  it('says so when a row repeats one before it, and passes it over if the mapping allows', async () => {
    const twice = changed(['212', '412'], ['4128.0', '4127.0']);
    const refused = await take(twice);
    expect(refused).toMatchObject({ rejected: 1, kept: false });
    expect(refused.problems[0]).toMatchObject({ line: 4, code: 'ROW_REPEATED', details: { first: 2 } });
    const passed = await take(twice, {}, { ...MAPPING, repeated: 'skip' });
    expect(passed).toMatchObject({ admitted: 2, repeated: 1, rejected: 0, kept: true });
  });

  it('is refused row by row where the office’s own rules refuse it', async () => {
    const [register, complete] = MAPPING.steps;
    const twice = { ...MAPPING, steps: [register, complete, complete] };
    const result = await take(changed(['212', '512']), {}, twice);
    expect(result.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, '完成时间', 'STAGE_WRONG'],
      [5, '完成时间', 'STAGE_WRONG'],
    ]);
  });

  it('is refused whole where the mapping names what there is not', async () => {
    const [register] = MAPPING.steps as [{ input: object }];
    const wrong = {
      ...MAPPING,
      steps: [
        {
          ...register,
          input: { ...register.input, colour: { value: 'red' }, unit: { column: '房号', lookup: 'moon' } },
        },
        { action: 'explode', at: { column: '报修时间' } },
        { action: 'cancel', at: { column: '报修时间' } },
      ],
    };
    await expect(take(TICKETS, {}, wrong)).rejects.toMatchObject({
      problems: [
        { code: 'MAPPING_FIELD_UNKNOWN', path: 'steps.0.input.colour' },
        { code: 'MAPPING_ACTION_UNKNOWN', path: 'steps.1.action' },
        { code: 'MAPPING_FIELD_MISSING', path: 'steps.2.input', details: { field: 'reason' } },
        { code: 'MAPPING_LOOKUP_UNKNOWN', details: { type: 'moon' } },
      ],
    });
    const strange = { ...MAPPING, key: { columns: ['编号'] } };
    await expect(take(TICKETS, {}, strange)).rejects.toMatchObject({
      problems: [{ code: 'MAPPING_COLUMN_UNKNOWN' }],
    });
    const unit = importFile(office.strapi, {
      type: 'unit',
      file: fileOf(TICKETS),
      mapping: mappingOf(MAPPING),
    });
    await expect(unit).rejects.toMatchObject({ problems: [{ code: 'MAPPING_TYPE_DIFFERS' }] });
  });

  it('may be a workbook', async () => {
    const file = join(folder, 'register.xlsx');
    writeWorkbook(file, {
      sheets: {
        说明: [['请看下一张表']],
        报修: [
          [null, '单号', '报修时间', '房号', '楼栋', '类别', '内容', '完成时间', '处理结果', '类别'],
          [1, 6127, { serial: 45355.375 }, 501, '二栋', '门窗', '纱窗破损', null, null, '报修'],
          [2, 6128, { serial: 45355.5 }, { error: '#N/A' }, '1号楼', '门窗', '门锁损坏', null, null, '报修'],
        ],
      },
    });
    const mapping = mappingOf({ ...MAPPING, file: { sheet: '报修' } });
    const result = await importFile(office.strapi, { type: 'ticket', file, mapping, keepGood: true });
    expect(result).toMatchObject({ admitted: 1, rejected: 1 });
    expect(result.problems[0]).toMatchObject({ line: 3, column: '房号', code: 'CELL_BROKEN' });
    const [screen] = await find('api::ticket.ticket', {
      filters: { matter: '门窗：纱窗破损' },
      populate: ['unit'],
    });
    expect(screen).toMatchObject({ receivedAt: '2024-03-04T01:00:00.000Z', unit: { label: '501' } });
  });
});

describe('a register of plain records', () => {
  const communities = {
    type: 'community',
    empty: ['暂无资料'],
    key: { columns: ['城市', '小区名称'] },
    fields: {
      name: { column: '小区名称', required: true, max: 100 },
      code: { columns: ['城市', '小区名称'], as: 'code', required: true },
      address: { column: '地址' },
    },
    known: 'code',
  };
  const TABLE = '城市,小区名称,地址\n南京,桂花园,三牌楼大街 1 号\n武汉,桂花园,暂无资料\n西安,,无名路\n';

  const takePlain = (content: string, options: Options = {}): Promise<ImportResult> =>
    importFile(office.strapi, {
      type: 'community',
      file: fileOf(content),
      mapping: mappingOf(communities),
      ...options,
    });

  it('[G-06] comes in all or not at all, and once only', async () => {
    const before = await find('api::community.community');
    const refused = await takePlain(TABLE);
    expect(refused).toMatchObject({ admitted: 2, rejected: 1, kept: false });
    expect(refused.problems[0]).toMatchObject({ line: 4, column: '小区名称', code: 'CELL_REQUIRED' });
    expect(await find('api::community.community')).toHaveLength(before.length);
    expect(await takePlain(TABLE, { keepGood: true })).toMatchObject({
      admitted: 2,
      rejected: 1,
      kept: true,
    });
    expect(await takePlain(TABLE, { keepGood: true })).toMatchObject({
      admitted: 0,
      unchanged: 2,
      rejected: 1,
    });
    const made = await find('api::community.community', { filters: { name: '桂花园' }, sort: 'address' });
    expect(made.map(({ address }) => address ?? null)).toEqual(['三牌楼大街 1 号', null]);
  });

  it('is refused row by row where the record is not valid, and the good rows stay good', async () => {
    const long = `城市,小区名称,地址\n南京,荷花苑,${'长'.repeat(300)}\n南京,菊花苑,二路\n`;
    const result = await takePlain(long, { keepGood: true });
    expect(result).toMatchObject({ admitted: 1, rejected: 1, kept: true });
    expect(result.problems[0]).toMatchObject({
      line: 2,
      column: '地址',
      field: 'address',
      code: 'INPUT_INVALID',
    });
  });
});
