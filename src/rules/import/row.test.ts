import type { Cell } from './cell';
import { readMapping, type Mapping } from './mapping';
import { lookupsIn, planRows, type RowOutcome, type RowPlan } from './row';
import { FileRefused, MappingRefused } from './problems';
import { sayImport } from './words';

const HEADER = ['', '编号', '时间', '完成', '类别', '类别', '内容', '房号', '楼栋', '费用'];

const BASE = {
  type: 'ticket',
  timeZone: 'Asia/Shanghai',
  formats: ['yyyy/M/d H:mm', 'yyyy-MM-dd HH:mm:ss'],
  key: { prefix: 'old:', columns: [{ column: '编号', as: 'digits' }] },
  steps: [
    {
      action: 'register',
      at: { column: '时间' },
      input: {
        matter: { template: '{类别#1}：{内容}', required: true },
        kind: { column: '类别#2', map: { 报修: 'repair' } },
      },
    },
  ],
};

function mapping(changes: object = {}): Mapping {
  const read = readMapping({ ...BASE, ...changes });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.mapping;
}

function planned(changes: object = {}, header = HEADER): RowPlan {
  const result = planRows(mapping(changes), { header, openEnded: false });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.plan;
}

const withInput = (input: object) => ({ steps: [{ ...BASE.steps[0], input }] });

const ROW = ['7', '2127.0', '2019/1/31 20:17', '', '水电', '报修', '漏水\n严重', '3-2-501', '3 号楼', ''];

function changed(changes: Record<number, Cell>): Cell[] {
  const cells: Cell[] = [...ROW];
  for (const [index, cell] of Object.entries(changes)) cells[Number(index)] = cell;
  return cells;
}

function codes(outcome: RowOutcome): unknown {
  return outcome.outcome === 'rejected'
    ? outcome.problems.map(({ code, column, field }) => [code, column, field])
    : outcome;
}

function inputOf(outcome: RowOutcome): unknown {
  return outcome.outcome === 'read' ? outcome.row.steps[0]?.input : outcome;
}

describe('a row read as the mapping says', () => {
  it('gives the key, the steps with their times, and their input', () => {
    expect(planned().read({ line: 2, cells: ROW })).toEqual({
      outcome: 'read',
      row: {
        line: 2,
        key: 'old:2127',
        steps: [
          {
            step: 0,
            action: 'register',
            at: '2019-01-31T12:17:00.000Z',
            input: { matter: '水电：漏水\n严重', kind: 'repair' },
          },
        ],
        fields: {},
      },
    });
  });

  it('tries the time formats of a column in order', () => {
    const read = planned().read({ line: 2, cells: changed({ 2: '2019-01-31 20:17:32' }) });
    expect(read).toMatchObject({ row: { steps: [{ at: '2019-01-31T12:17:32.000Z' }] } });
  });

  it('takes a date cell of a spreadsheet as wall time in the mapping’s zone', () => {
    const read = planned().read({ line: 2, cells: changed({ 2: { wall: '2019-01-31T20:17:00.000' } }) });
    expect(read).toMatchObject({ row: { steps: [{ at: '2019-01-31T12:17:00.000Z' }] } });
  });

  it('[G-06] names every fault of the row with its column, not only the first', () => {
    const cells = changed({ 2: '31.1.2019', 5: '投诉', 4: '', 6: '' });
    expect(codes(planned().read({ line: 9, cells }))).toEqual([
      ['MOMENT_UNREADABLE', '时间', 'at'],
      ['CELL_REQUIRED', '类别#1 + 内容', 'matter'],
      ['VALUE_NOT_MAPPED', '类别#2', 'kind'],
    ]);
  });

  it('rejects a row without a time, without a key, or with more cells than the header', () => {
    expect(codes(planned().read({ line: 2, cells: changed({ 2: '' }) }))).toEqual([
      ['MOMENT_MISSING', '时间', 'at'],
    ]);
    expect(codes(planned().read({ line: 2, cells: changed({ 1: '' }) }))).toEqual([
      ['KEY_EMPTY', '编号', null],
    ]);
    expect(codes(planned().read({ line: 2, cells: changed({ 1: 'x'.repeat(300) }) }))).toEqual([
      ['CELL_TOO_LONG', null, null],
    ]);
    expect(codes(planned().read({ line: 2, cells: [...ROW, 'x'] }))).toEqual([
      ['ROW_CELLS_TOO_MANY', null, null],
    ]);
    expect(planned().read({ line: 2, cells: [...ROW, ' '] }).outcome).toBe('read');
  });

  it('rejects a cell that is an error in the spreadsheet itself', () => {
    expect(codes(planned().read({ line: 2, cells: changed({ 6: { error: '#N/A' } }) }))).toEqual([
      ['CELL_BROKEN', '类别#1 + 内容', 'matter'],
    ]);
  });

  it('passes over blank rows and rows that are not meant', () => {
    expect(planned().read({ line: 2, cells: ['', ' ', '　'] })).toEqual({ outcome: 'passed_over' });
    const plan = planned({ only: { column: '类别#2', not: ['咨询', '报 修'] } });
    expect(plan.read({ line: 2, cells: ROW })).toEqual({ outcome: 'passed_over' });
  });

  it('takes a step only when its conditions hold', () => {
    const complete = { action: 'complete', at: { column: '完成' }, when: { column: '完成', filled: true } };
    const cancel = {
      action: 'cancel',
      at: { column: '时间' },
      when: [
        { column: '内容', matches: '^误报' },
        { column: 1, equals: '7' },
      ],
    };
    const plan = planned({ steps: [...BASE.steps, complete, cancel] });
    const actions = (cells: Cell[]) => {
      const read = plan.read({ line: 2, cells });
      return read.outcome === 'read' && read.row.steps.map(({ action }) => action);
    };
    expect(actions(ROW)).toEqual(['register']);
    expect(actions(changed({ 3: '2019/2/1 8:00' }))).toEqual(['register', 'complete']);
    expect(actions(changed({ 6: '误报' }))).toEqual(['register', 'cancel']);
  });

  it('does not let a step come before the one before it, save where two clocks may disagree', () => {
    const complete = { action: 'complete', at: { column: '完成' }, when: { column: '完成', filled: true } };
    const late = { line: 2, cells: changed({ 3: '2019/1/31 20:16' }) };
    expect(codes(planned({ steps: [...BASE.steps, complete] }).read(late))).toEqual([
      ['STEP_OUT_OF_ORDER', '完成', 'at'],
    ]);
    const lenient = planned({ steps: [...BASE.steps, { ...complete, slackSeconds: 60 }] });
    expect(lenient.read(late)).toMatchObject({ row: { steps: [{}, { at: '2019-01-31T12:17:00.000Z' }] } });
  });

  it('joins, extracts, maps, cuts, fills up and defaults', () => {
    const plan = planned(
      withInput({
        joined: { columns: ['楼栋', '费用', '房号'], join: '/' },
        floor: { column: '房号', extract: '-(\\d+)-', as: 'integer' },
        postcode: { column: 1, as: 'digits', pad: 5 },
        short: { column: '内容', collapse: true, max: 4, cut: true },
        other: { column: '类别#1', map: { 土建: 'civil' }, otherwise: 'general' },
        kept: { column: '类别#1', map: { 土建: 'civil' }, keep: true },
        nothing: { column: '类别#1', map: { 水电: null } },
        fee: { column: '费用', default: 0 },
        place: { column: '楼栋', empty: ['3号楼'], default: '不详' },
        flag: { value: true },
        code: { column: '楼栋', as: 'code' },
        day: { column: '时间', as: 'date' },
        raw: { column: '内容', trim: false },
        braces: { template: '{{{@A}}}' },
      }),
    );
    expect(inputOf(plan.read({ line: 2, cells: ROW }))).toEqual({
      joined: '3 号楼/3-2-501',
      floor: 2,
      postcode: '00007',
      short: '漏水 严',
      other: 'general',
      kept: '水电',
      fee: 0,
      place: '不详',
      flag: true,
      code: expect.stringMatching(/^[0-9a-z]{13}$/) as string,
      day: '2019-01-31',
      raw: '漏水\n严重',
      braces: '{7}',
    });
  });

  it.each([
    [{ column: '内容', as: 'number' }, 'NUMBER_UNREADABLE'],
    [{ value: '1.5', as: 'integer' }, 'NUMBER_NOT_WHOLE'],
    [{ value: '1.01E+11', as: 'digits' }, 'NUMBER_DIGITS_LOST'],
    [{ column: '内容', as: 'yes_no' }, 'YES_NO_UNREADABLE'],
    [{ column: '内容', max: 2 }, 'CELL_TOO_LONG'],
    [{ column: '内容', extract: '\\d+' }, 'PATTERN_NOT_FOUND'],
    [{ column: '内容', as: 'date' }, 'MOMENT_UNREADABLE'],
  ])('%j is refused as %s, in both languages', (spec, code) => {
    const outcome = planned(withInput({ x: spec })).read({ line: 2, cells: ROW });
    if (outcome.outcome !== 'rejected') throw new Error('should be rejected');
    const [problem] = outcome.problems;
    expect(problem?.code).toBe(code);
    for (const locale of ['zh-Hans', 'en'] as const) {
      const sentence = sayImport(code, locale, problem?.details);
      expect(sentence).not.toBe(code);
      expect(sentence).not.toMatch(/\{\w+\}/);
    }
  });

  it('leaves names to be looked up, each in the place that it lies in', () => {
    const within = { column: '楼栋', lookup: 'building' };
    const plan = planned(
      withInput({
        unit: { column: '房号', lookup: 'unit', within },
        category: { column: '类别#1', lookup: 'category', create: true },
      }),
    );
    expect(inputOf(plan.read({ line: 2, cells: ROW }))).toEqual({
      unit: {
        lookup: 'unit',
        name: '3-2-501',
        create: false,
        within: { lookup: 'building', name: '3 号楼', create: false, within: null },
      },
      category: { lookup: 'category', name: '水电', create: true, within: null },
    });
    expect(plan.columnOf('unit', 0)).toBe('房号');
    expect(plan.columnOf('nobody', 0)).toBeNull();
  });

  it('keys a row by several columns, of which one at least is filled', () => {
    const plan = planned({ key: { columns: ['楼栋', '费用', { column: '类别#1', lookup: 'category' }] } });
    expect(plan.read({ line: 2, cells: ROW })).toMatchObject({ row: { key: '3 号楼||水电' } });
    expect(
      codes(planned({ key: { columns: [{ column: '内容', as: 'number' }] } }).read({ line: 2, cells: ROW })),
    ).toEqual([['NUMBER_UNREADABLE', '内容', 'key']]);
  });

  it('looks for the outer place first where a name is given within one', () => {
    const unit = {
      column: '房号',
      lookup: 'unit',
      within: { column: '楼栋', lookup: 'building', required: true },
    };
    const plan = planned(withInput({ unit }));
    expect(codes(plan.read({ line: 2, cells: changed({ 8: '' }) }))).toEqual([
      ['CELL_REQUIRED', '楼栋', 'unit'],
    ]);
    const loose = planned(withInput({ unit: { ...unit, within: { column: '楼栋', lookup: 'building' } } }));
    expect(inputOf(loose.read({ line: 2, cells: changed({ 8: '' }) }))).toMatchObject({
      unit: { within: null },
    });
  });

  it('gives nothing where the map or the default says nothing', () => {
    const plan = planned(
      withInput({
        a: { column: '类别#1', map: { 土建: 'civil' }, otherwise: null },
        b: { column: '内容', extract: '\\d+', default: null },
        c: { column: '类别#1', map: { 水电: 3 } },
        d: { column: 99 },
        e: { columns: ['费用', '完成'] },
        f: { template: '{费用}{完成}' },
        g: { value: null },
        h: { value: null, as: 'text' },
      }),
      [...HEADER, ...Array<string>(90).fill('')],
    );
    expect(inputOf(plan.read({ line: 2, cells: ROW }))).toEqual({ c: 3 });
  });

  it('shows a date cell as people write it where text is wanted', () => {
    const plan = planned(withInput({ text: { column: '时间' } }));
    expect(
      inputOf(plan.read({ line: 2, cells: changed({ 2: { wall: '2019-01-31T20:17:00.000' } }) })),
    ).toEqual({
      text: '2019-01-31 20:17:00',
    });
  });

  it('is read by common time formats in the office’s zone where the mapping names none', () => {
    const plan = planned({ timeZone: undefined, formats: undefined });
    const read = plan.read({ line: 2, cells: changed({ 2: '2019-1-31 20:17' }) });
    expect(read).toMatchObject({ row: { steps: [{ at: '2019-01-31T12:17:00.000Z' }] } });
  });

  it('is known beforehand to look names up, and to make records or not', () => {
    const unit = { column: '房号', lookup: 'unit', within: { column: '楼栋', lookup: 'building' } };
    const some = lookupsIn(mapping(withInput({ unit })));
    expect([...some.types]).toEqual(['unit', 'building']);
    expect(some.create).toBe(false);
    const fields = { name: { value: 'x' }, category: { value: '水电', lookup: 'category', create: true } };
    expect(lookupsIn(mapping({ steps: undefined, fields, known: 'name' })).create).toBe(true);
  });

  it('reads the fields of a plain record', () => {
    const plan = planned({
      steps: undefined,
      fields: { name: { column: '楼栋', required: true } },
      known: 'name',
    });
    expect(plan.read({ line: 2, cells: ROW })).toMatchObject({
      row: { steps: [], fields: { name: '3 号楼' } },
    });
    expect(plan.columnOf('name')).toBe('楼栋');
  });
});

describe('what is said', () => {
  it('comes from the import’s words, else from the office’s, else it is the bare code', () => {
    expect(sayImport('LOOKUP_UNKNOWN', 'en', { name: 'x' })).toBe('“x” is not in the register.');
    expect(sayImport('ASSIGNEE_MISSING', 'zh-Hans')).toContain('办理人');
    expect(sayImport('NEVER_HEARD_OF', 'en')).toBe('NEVER_HEARD_OF');
  });

  it('is thrown with its code and details', () => {
    expect(new FileRefused('FILE_EMPTY')).toMatchObject({ code: 'FILE_EMPTY', details: {} });
    const problem = { code: 'MAPPING_INVALID', path: 'key', details: {} } as const;
    expect(new MappingRefused([problem])).toMatchObject({
      message: 'MAPPING_INVALID key',
      problems: [problem],
    });
  });
});

describe('a mapping that does not fit', () => {
  it('is refused with every fault and the path to it', () => {
    const wrong = mapping({
      only: { column: '没有', filled: true },
      steps: [
        {
          action: 'register',
          at: { column: '类别' },
          input: {
            a: { template: '{没有}' },
            b: { column: '时间', as: 'moment', formats: ['QQ'] },
            c: { column: '时间', as: 'moment', timeZone: 'Asia/Nowhere' },
            d: { column: '时间', extract: '(' },
          },
        },
      ],
    });
    const result = planRows(wrong, { header: HEADER, openEnded: false });
    expect(result.ok ? [] : result.problems.map(({ code, path }) => [code, path])).toEqual([
      ['MAPPING_COLUMN_UNKNOWN', 'only'],
      ['MAPPING_COLUMN_AMBIGUOUS', 'steps.0.at'],
      ['MAPPING_COLUMN_UNKNOWN', 'steps.0.input.a'],
      ['MAPPING_FORMAT_UNKNOWN', 'steps.0.input.b'],
      ['MAPPING_ZONE_UNKNOWN', 'steps.0.input.c'],
      ['MAPPING_PATTERN_INVALID', 'steps.0.input.d.extract'],
    ]);
  });

  it.each([
    ['no source', { steps: [{ action: 'register', at: {} }] }],
    ['two sources', { steps: [{ action: 'register', at: { column: 'a', value: 1 } }] }],
    ['an unknown setting', { speed: 'fast' }],
    ['neither steps nor fields', { steps: undefined }],
    [
      'a record that nothing makes known again',
      { steps: undefined, fields: { name: { value: 'x' } }, known: 'code' },
    ],
    ['making a unit by name', withInput({ unit: { column: 'a', lookup: 'unit', create: true } })],
    [
      'lying in something that is not looked up',
      withInput({ unit: { column: 'a', lookup: 'unit', within: { column: 'b' } } }),
    ],
    ['a condition that asks two things', { only: { column: 'a', filled: true, equals: 'x' } }],
  ])('is not valid with %s', (_, changes) => {
    expect(readMapping({ ...BASE, ...changes })).toMatchObject({
      ok: false,
      problems: [{ code: 'MAPPING_INVALID' }],
    });
  });
});
