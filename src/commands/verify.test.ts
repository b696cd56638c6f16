import type { ChainReport } from '../engine/chain';
import { sayReport } from './verify';

const whole: ChainReport = { cases: 2, activities: 9, digests: 1, faults: [], brokenDigests: [] };

function said(report: ChainReport) {
  const lines: string[] = [];
  return { fine: sayReport(report, (line) => lines.push(line)), text: lines.join('\n') };
}

test('whole histories are counted and found to be in order', () => {
  const { fine, text } = said(whole);
  expect(fine).toBe(true);
  expect(text).toMatch(/2 cases, 9 lines of history, 1 nightly digests/);
});

test('every fault is named with its case and line, a broken digest with its day', () => {
  const faults = [{ caseType: 'ticket', caseId: 'abc', seq: 3, fault: 'changed' as const }];
  const { fine, text } = said({ ...whole, faults, brokenDigests: ['2026-11-20'] });
  expect(fine).toBe(false);
  expect(text).toMatch(/ticket abc, line 3: .*\(changed\)/);
  expect(text).toMatch(/2026-11-20/);
  expect(text).toMatch(/2 faults/);
});
