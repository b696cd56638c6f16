import { FACTS, targetWith } from './promises.fixture';
import { standingOf, targetsAhead } from './standing';

const facts = { ...FACTS, kind: 'repair', categories: ['leaf', 'root'] };

describe('[C-09] what part a target plays for a case', () => {
  const any = targetWith({ code: 'any' });
  const closer = targetWith({ code: 'closer', conditions: { kind: 'repair' } });
  const other = targetWith({ code: 'other', conditions: { kind: 'complaint', category: 'elsewhere' } });
  const all = [any, closer, other];

  test('it is in force, or beaten by the one that fits closer', () => {
    expect(standingOf(all, closer, facts)).toEqual({ kind: 'in_force' });
    expect(standingOf(all, any, facts)).toEqual({ kind: 'beaten', by: closer });
  });

  test('it is for other cases, and says by which of its conditions', () => {
    expect(standingOf(all, other, facts)).toEqual({ kind: 'other_case', fields: ['kind', 'category'] });
  });
});

test('[C-09] the clocks ahead are those that will be gone by, without the ones that run', () => {
  const solve = targetWith({ code: 'solve', clock: 'solve' });
  const confirm = targetWith({ code: 'confirm', clock: 'confirm' });
  const promised = targetWith({
    code: 'reply',
    clock: 'reply',
    promised: { field: 'promisedReplyAt', rule: 'only' },
  });
  const ahead = targetsAhead([solve, confirm, promised], facts, {
    caseTypes: ['ticket'],
    running: new Set(['ticket.solve']),
  });
  expect(ahead).toEqual([confirm]);
});
