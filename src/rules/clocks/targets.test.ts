import { FACTS, targetWith } from './promises.fixture';
import { fit, targetsFor } from './targets';

const facts = { ...FACTS, categories: ['leaf', 'branch', 'root'] };
const chosen = (...targets: Parameters<typeof targetWith>[0][]): string | undefined =>
  targetsFor(
    targets.map((wish) => targetWith(wish)),
    'ticket',
    facts,
  ).get('solve')?.code;

describe('[C-09] the target that holds for a case', () => {
  test('fits in everything that it asks for', () => {
    const asked = targetWith({ conditions: { kind: 'repair', faultClass: 'major' } }).conditions;
    expect(fit(asked, facts)).toBeNull();
    expect(fit(asked, { ...facts, faultClass: 'major' })).toBe(9);
    expect(fit(targetWith({ conditions: { nature: 'leak' } }).conditions, facts)).toBeNull();
    expect(fit(targetWith().conditions, facts)).toBe(0);
  });

  test('is that of the nearest category on the way up', () => {
    const of = (category: string) => ({ code: `of-${category}`, conditions: { category } });
    expect(chosen(of('root'), of('leaf'), of('branch'))).toBe('of-leaf');
    expect(chosen(of('root'), of('branch'))).toBe('of-branch');
    expect(chosen({ code: 'any' }, of('elsewhere'))).toBe('any');
  });

  test('is the one that asks for more; a category weighs more than all else', () => {
    expect(
      chosen(
        {
          code: 'classed',
          conditions: { faultClass: 'ordinary', urgency: 'ordinary', nature: 'general', kind: 'repair' },
        },
        { code: 'placed', conditions: { category: 'root' } },
      ),
    ).toBe('placed');
    expect(
      chosen(
        { code: 'urgency', conditions: { urgency: 'ordinary' } },
        { code: 'class', conditions: { faultClass: 'ordinary' } },
      ),
    ).toBe('class');
  });

  test('is the first by code among equals, and of this case type only', () => {
    expect(chosen({ code: 'b' }, { code: 'a' }, { code: 'c' })).toBe('a');
    expect(chosen({ code: 'other', caseType: 'return-visit' })).toBeUndefined();
  });

  test('is one for each promise', () => {
    const targets = [targetWith(), targetWith({ code: 'arrive', clock: 'arrive' })];
    expect([...targetsFor(targets, 'ticket', facts).keys()]).toEqual(['solve', 'arrive']);
  });
});
