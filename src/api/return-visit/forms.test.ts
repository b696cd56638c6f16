import type { CaseRecord } from '../../rules/cases/types';
import { EMPTY_OFFICE } from '../../rules/office';
import { formIsOpen } from './forms';

const at = (day: number): string => new Date(Date.UTC(2026, 10, day)).toISOString();
const record = (more: object): CaseRecord => ({
  documentId: 'x',
  number: 'HF-1',
  stage: 'due',
  cycle: 1,
  version: 1,
  ...more,
});
const unhappy = (day: number) => record({ visitedAt: at(day), satisfaction: 'dissatisfied' });
const happy = (day: number) => record({ visitedAt: at(day), satisfaction: 'satisfied', solved: true });

/** The code with which a form is refused on a matter with these visits; null where it is open. */
const refusalOf = (form: 'on_site' | 'phone' | 'letter' | 'open_letter', visits: CaseRecord[], ticket = {}) =>
  formIsOpen(
    { record: record({}), relatives: { root: [record(ticket)], visits }, office: EMPTY_OFFICE },
    form,
  )?.code ?? null;

describe('the form of the next visit', () => {
  test.each([
    ['the first', [], null],
    ['the second, after one that found it settled', [happy(1)], null],
    ['the second of an unsettled matter', [unhappy(1)], 'VISIT_MUST_BE_ON_SITE'],
    ['the third', [unhappy(1), unhappy(2)], 'VISIT_MUST_BE_ON_SITE'],
    ['the fourth', [unhappy(1), unhappy(2), unhappy(3)], null],
    ['the first after it was settled at last', [unhappy(1), happy(2)], null],
    ['whatever order they are read in', [happy(3), unhappy(4), unhappy(1)], 'VISIT_MUST_BE_ON_SITE'],
  ])('[D-07] by phone, %s', (_which, visits, code) => {
    expect(refusalOf('phone', visits)).toBe(code);
    expect(refusalOf('letter', visits)).toBe(code);
    expect(refusalOf('on_site', visits)).toBeNull();
  });

  test('[D-07] a serious complaint is settled neither by phone nor by an open letter, however often it was visited', () => {
    const serious = { kind: 'complaint', complaintClass: 'serious' };
    for (const visits of [[], [unhappy(1), unhappy(2), unhappy(3)]]) {
      expect(refusalOf('phone', visits, serious)).toBe('SERIOUS_COMPLAINT_BY_PHONE');
      expect(refusalOf('open_letter', visits, serious)).toBe('SERIOUS_COMPLAINT_BY_LETTER');
      expect(refusalOf('letter', visits, serious)).toBeNull();
      expect(refusalOf('on_site', visits, serious)).toBeNull();
    }
    expect(refusalOf('phone', [], { ...serious, complaintClass: 'minor' })).toBeNull();
  });
});
