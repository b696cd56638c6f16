import { emptyTally, judge, share, worstTypes, type OurClock } from './judge';
import type { JudgedRow, TypeRule } from './facts';

const MINUTE = 60_000;
const rule: TypeRule = { type: 'Plumbing', unit: 'working_days', amount: 5 };
const row: JudgedRow = {
  line: 2,
  id: '1',
  type: 'Plumbing',
  openedAt: 0,
  targetAt: 1_000 * MINUTE,
  closedAt: null,
  onTime: 'ONTIME',
};

function tallyOf(...rows: [Partial<JudgedRow>, OurClock | undefined, TypeRule?][]) {
  const tally = emptyTally();
  for (const [changes, clock, own = rule] of rows) judge(tally, { ...row, ...changes }, { rule: own, clock });
  return tally;
}

describe('a city’s due times held against ours', () => {
  it('agree within a quarter of an hour', () => {
    const tally = tallyOf(
      [{}, { dueAt: 1_015 * MINUTE, verdict: 'kept' }],
      [{}, { dueAt: 1_016 * MINUTE, verdict: 'kept' }],
    );
    expect(tally).toMatchObject({ rows: 2, due: 1, judged: 2, verdict: 2 });
  });

  it('agree on a promise that still runs as long as the city calls it on time', () => {
    const running = { dueAt: 1_000 * MINUTE, verdict: null };
    expect(tallyOf([{}, running])).toMatchObject({ verdict: 1 });
    expect(tallyOf([{ onTime: 'OVERDUE' }, running])).toMatchObject({ judged: 1, verdict: 0 });
    expect(tallyOf([{ onTime: 'OVERDUE' }, { ...running, verdict: 'broken' }])).toMatchObject({ verdict: 1 });
  });

  it('count a request that did not come in against us', () => {
    expect(tallyOf([{}, undefined])).toMatchObject({ rows: 1, absent: 1, due: 0, judged: 1, verdict: 0 });
  });

  it('leave out what the city has not promised or not judged', () => {
    const clock = { dueAt: 0, verdict: 'kept' };
    expect(tallyOf([{ targetAt: null }, clock])).toMatchObject({ rows: 0 });
    expect(tallyOf([{ onTime: '' }, clock])).toMatchObject({ rows: 1, judged: 0 });
    const tally = emptyTally();
    judge(tally, row, { rule: undefined, clock });
    expect(tally).toMatchObject({ rows: 0 });
    expect(share(0, 0)).toBe(0);
  });

  it('name the types that agree least', () => {
    const good = { dueAt: 1_000 * MINUTE, verdict: 'kept' };
    const tally = tallyOf(
      [{}, good],
      [{}, undefined],
      [{}, undefined, { ...rule, type: 'Egress' }],
      [{}, good, { ...rule, type: 'Lead' }],
    );
    expect(worstTypes(tally, 5).map(({ type }) => type)).toEqual(['Egress', 'Plumbing']);
  });
});
