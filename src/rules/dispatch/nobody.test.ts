import { nobodyToSend } from '.';
import { aRule, officeOf, worker } from './office.fixture';

const FACTS = { kind: 'repair', categories: ['SD-02', 'SD'], urgency: null, community: null };

describe('a dispatch rule that could never send anybody', () => {
  const ask = (staff: Parameters<typeof officeOf>[0], more: Parameters<typeof aRule>[0] = {}) => {
    const { directory, categories } = officeOf(staff);
    return nobodyToSend(aRule(more), { directory, categories, facts: FACTS });
  };

  test('[B-03] has a team without anybody who is still there', () => {
    expect(ask([worker('1', { trades: ['SD'] })], { team: 'no-such-team' })).toBe('team');
  });

  test('[B-03] asks for trades that nobody has, even on a day when all are at work', () => {
    expect(ask([worker('1', { trades: ['DT'] })])).toBe('requiredTrades');
    expect(ask([worker('1', { trades: ['SD'] })], { requiredTrades: ['DT'] })).toBe('requiredTrades');
  });

  test('[B-03] is none where somebody could go who is away today, nor in an office that is being set up', () => {
    expect(ask([worker('1', { trades: ['SD'], onDuty: false })])).toBeNull();
    expect(ask([worker('1', { trades: ['SD'] })], { requiredTrades: ['SD-02'] })).toBeNull();
    expect(ask([worker('1', { active: false })])).toBeNull();
    expect(ask([])).toBeNull();
  });
});
