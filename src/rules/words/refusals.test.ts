import fs from 'node:fs';
import path from 'node:path';
import { refusalMessage } from './refusal-message';
import { reasonWords, refusalWords } from './refusals';

const SOURCES = path.join(__dirname, '..', '..');

/** Every code that some source file refuses with. */
function codesRaised(): Map<string, string> {
  const codes = new Map<string, string>();
  for (const entry of fs.readdirSync(SOURCES, { recursive: true, withFileTypes: true })) {
    if (!/\.ts$/.test(entry.name) || /\.test\.ts$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const text = fs.readFileSync(file, 'utf8');
    for (const [, code] of text.matchAll(
      /(?:invalid|conflict|gone|forbidden|notFound|new Refusal)\(\s*'([A-Z_]+)'/g,
    )) {
      codes.set(code!, path.relative(SOURCES, file));
    }
  }
  return codes;
}

describe('the words of a refusal', () => {
  test('every code that is raised has its sentence in both languages', () => {
    const raised = codesRaised();
    expect(raised.size).toBeGreaterThan(20);
    expect([...raised].filter(([code]) => !refusalWords[code])).toEqual([]);
  });

  test('the table is sorted by code and both languages name the same details', () => {
    const codes = Object.keys(refusalWords);
    expect(codes).toEqual([...codes].sort());
    const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const { zh, en } of Object.values(refusalWords)) {
      expect(named(zh)).toEqual(named(en));
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
    }
  });

  test('a refusal says stage, action and field as the office calls them', () => {
    const details = { number: 'WX-20261121-0007', type: 'ticket', stage: 'closed', action: 'assign' };
    expect(refusalMessage({ code: 'STAGE_WRONG', locale: 'zh-Hans', details })).toBe(
      'WX-20261121-0007 目前处于“已办结”阶段，不能进行“指派”。',
    );
    expect(refusalMessage({ code: 'STAGE_WRONG', locale: 'en', details })).toBe(
      'WX-20261121-0007 is now at stage “Closed”; “Assign” is not possible.',
    );
    expect(
      refusalMessage({
        code: 'REFERENCE_UNKNOWN',
        locale: 'zh-Hans',
        details: { field: 'unit', type: 'ticket' },
      }),
    ).toBe('“房屋”所选的记录不存在，请重新选择。');
    expect(
      refusalMessage({
        code: 'ALREADY_EXISTS',
        locale: 'zh-Hans',
        details: { type: 'unit', fields: ['buildingCode', 'label'] },
      }),
    ).toBe('已有相同的记录，楼栋号、房号不能重复。');
  });

  test('a type may be named by its uid or by its name', () => {
    const say = (type: string) =>
      refusalMessage({ code: 'DIRECT_WRITE_REFUSED', locale: 'en', details: { type } });
    expect(say('api::clock.clock')).toBe(say('clock'));
    expect(say('clock')).toContain('Clock');
    expect(say('lamp')).toContain('lamp');
  });

  test('a moment is said in the local time of the office', () => {
    const said = {
      code: 'PAUSE_TOO_LONG',
      locale: 'zh-Hans',
      details: { until: '2026-11-21T16:30:00.000Z' },
    } as const;
    expect(refusalMessage({ ...said, timeZone: 'Asia/Shanghai' })).toContain('2026-11-22 00:30');
    expect(refusalMessage(said)).toContain('2026-11-21 16:30');
    const never = { until: '2026-13-01T00:00:00Z' };
    expect(refusalMessage({ ...said, details: never })).toContain('2026-13-01T00:00:00Z');
  });

  test('a reason by code is put into words, one in the other language is not passed on', () => {
    const say = (reason: string) =>
      refusalMessage({ code: 'INPUT_INVALID', locale: 'zh-Hans', details: { field: 'x.0', reason } });
    expect(say('missing')).toBe(`“x.0”填写有误：${reasonWords.missing?.zh}。`);
    expect(say('expected string')).toBe('“x.0”填写有误：不符合要求。');
    expect(say('须为整数')).toBe('“x.0”填写有误：须为整数。');
  });

  test('no sentence is left with a gap', () => {
    for (const [code, { zh }] of Object.entries(refusalWords)) {
      const said = refusalMessage({
        code,
        locale: 'zh-Hans',
        details: { field: '', fields: [], number: null },
      });
      const open = [...said.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const facts = [...zh.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      // What remains is what only the one who refuses can know, and always gives.
      expect(
        open.every(
          (name) => facts.includes(name) && !['field', 'fields', 'number', 'reason'].includes(name!),
        ),
      ).toBe(true);
    }
    expect(refusalMessage({ code: 'NEVER_HEARD_OF', locale: 'en' })).toBe('NEVER_HEARD_OF');
  });

  test('what has no words is said as it is', () => {
    const say = (code: string, details: Record<string, unknown>) =>
      refusalMessage({ code, locale: 'en', details });
    expect(say('STAGE_WRONG', { number: 'WX-1', stage: 'lost', action: 'lose' })).toContain('“lost”; “lose”');
    const odd = { number: 'WX-1', type: 'ticket', stage: 'lost', action: 'lose' };
    expect(say('STAGE_WRONG', odd)).toContain('“lost”; “lose”');
    expect(say('TEXT_EMPTY', { type: 'constructor', field: 'constructor' })).toContain('“constructor”');
    expect(say('TEXT_EMPTY', { field: '0' })).toContain('“0”');
    expect(say('DIRECT_WRITE_REFUSED', { type: 3 })).toContain('“3”');
    expect(say('DIRECT_WRITE_REFUSED', { type: 'toString' })).toContain('“toString”');
    expect(say('ALREADY_EXISTS', { fields: ['reason', 'x'] })).toContain('Reason, x must not repeat');
    expect(say('INPUT_INVALID', { field: 'x', reason: '须为整数' })).toContain('it is not acceptable');
  });

  test('a field is named by the last part of its path', () => {
    const said = refusalMessage({
      code: 'TEXT_EMPTY',
      locale: 'en',
      details: { type: 'work-calendar', field: 'weekly.0.note', unused: 3 },
    });
    expect(said).toBe('“Note” must not be empty.');
    expect(refusalMessage({ code: 'TEXT_EMPTY', locale: 'en', details: { field: 'documentId' } })).toContain(
      'Record id',
    );
  });
});
