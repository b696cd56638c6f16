import fc from 'fast-check';
import { isDayOfYear, judgeWarranty, lastDay, type HomeDates, type WarrantyTerm } from '.';

const term = (more: Partial<WarrantyTerm> = {}): WarrantyTerm => ({
  code: 'pipes',
  category: 'SD',
  unit: 'years',
  amount: 2,
  seasonFrom: null,
  seasonTo: null,
  ...more,
});
const heating = term({ code: 'heating', unit: 'seasons', seasonFrom: '11-15', seasonTo: '03-15' });
const cooling = term({ code: 'cooling', unit: 'seasons', seasonFrom: '06-01', seasonTo: '09-30' });
const dates = (more: Partial<HomeDates> = {}): HomeDates => ({
  deliveredOn: null,
  warrantyUntil: null,
  completedOn: null,
  communityDeliveredOn: null,
  ...more,
});

describe('the last day of a warranty', () => {
  test.each([
    [term(), '2024-03-01', '2026-03-01'],
    [term({ amount: 5 }), '2020-12-31', '2025-12-31'],
    [term(), '2024-02-29', '2026-02-28'],
    [term({ amount: 4 }), '2024-02-29', '2028-02-29'],
    [term({ unit: 'months', amount: 1 }), '2025-01-31', '2025-02-28'],
    [term({ unit: 'months', amount: 18 }), '2024-08-31', '2026-02-28'],
  ])('[B-04] is the day of the same name, or the last of its month (%#)', (given, since, last) => {
    expect(lastDay(given, since)).toBe(last);
  });

  test.each([
    [heating, '2024-06-01', '2026-03-15'],
    [heating, '2024-11-15', '2026-03-15'],
    [heating, '2024-11-16', '2027-03-15'],
    [heating, '2025-01-10', '2027-03-15'],
    [cooling, '2024-05-31', '2025-09-30'],
    [cooling, '2024-07-01', '2026-09-30'],
    [
      term({ unit: 'seasons', amount: 1, seasonFrom: '12-01', seasonTo: '02-29' }),
      '2024-06-01',
      '2025-02-28',
    ],
  ])('[B-04] of seasons counts whole ones only (%#)', (given, since, last) => {
    expect(lastDay(given, since)).toBe(last);
  });

  test('[B-04] of the main structure never comes', () => {
    expect(lastDay(term({ unit: 'always', amount: 0 }), '1990-01-01')).toBeNull();
  });

  test('[B-04] never comes before the first, and later for a longer term', () => {
    const anyDay = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom('months', 'years' as const),
        fc.integer({ min: 1, max: 60 }),
        (since, unit, amount) => {
          const last = lastDay(term({ unit, amount }), since) ?? '';
          expect(last > since).toBe(true);
          expect((lastDay(term({ unit, amount: amount + 1 }), since) ?? '') > last).toBe(true);
          expect(Number.isNaN(Date.parse(last))).toBe(false);
        },
      ),
    );
  });

  test('a day of the year is one that some year has', () => {
    expect(['02-29', '11-15', '12-31'].every(isDayOfYear)).toBe(true);
    expect(['02-30', '13-01', '00-10', '06-00', '6-1', ''].some(isDayOfYear)).toBe(false);
  });
});

describe('whether the builder still answers', () => {
  const judge = (on: string, home: HomeDates, path = ['SD-01', 'SD'], terms = [term()]) =>
    judgeWarranty({ terms, path, dates: home, on });
  const delivered = dates({ deliveredOn: '2024-11-20' });

  test('[B-04] the last day is covered, the next is not', () => {
    expect(judge('2026-11-20', delivered)).toEqual({
      warranty: 'in_warranty',
      until: '2026-11-20',
      term: 'pipes',
    });
    expect(judge('2026-11-21', delivered)).toMatchObject({
      warranty: 'out_of_warranty',
      until: '2026-11-20',
    });
  });

  test('[B-04] what was broken before the keys were handed over is covered', () => {
    expect(judge('2024-11-01', delivered).warranty).toBe('in_warranty');
  });

  test('[B-04] counts from the unit, else its building, else its community', () => {
    const all = dates({
      deliveredOn: '2024-11-20',
      completedOn: '2020-01-01',
      communityDeliveredOn: '2019-01-01',
    });
    expect(judge('2026-01-01', all).until).toBe('2026-11-20');
    expect(judge('2026-01-01', { ...all, deliveredOn: null }).until).toBe('2022-01-01');
    expect(judge('2026-01-01', { ...all, deliveredOn: null, completedOn: null }).until).toBe('2021-01-01');
  });

  test('[B-04] a later day agreed for the unit counts, an earlier one takes nothing away', () => {
    const agreed = (warrantyUntil: string) => judge('2026-11-20', { ...delivered, warrantyUntil });
    expect(agreed('2030-01-01').until).toBe('2030-01-01');
    expect(agreed('2025-01-01').until).toBe('2026-11-20');
    expect(judge('2026-01-01', dates({ warrantyUntil: '2026-01-01' })).warranty).toBe('in_warranty');
  });

  test('[B-04] without dates nobody can say, but for what is always covered', () => {
    expect(judge('2026-11-20', dates())).toEqual({
      warranty: 'warranty_unknown',
      until: null,
      term: 'pipes',
    });
    expect(judge('2026-11-20', dates({ warrantyUntil: '2026-01-01' })).warranty).toBe('warranty_unknown');
    const always = term({ code: 'structure', category: 'TJ-06', unit: 'always', amount: 0 });
    expect(judge('2026-11-20', dates(), ['TJ-06', 'TJ'], [always])).toMatchObject({
      warranty: 'in_warranty',
      until: null,
    });
  });

  test('[B-04] the nearest category decides, of two terms the longer', () => {
    const terms = [
      term({ code: 'branch', category: 'NT', amount: 10 }),
      term({ code: 'short', category: 'NT-04', amount: 1 }),
      term({ code: 'long', category: 'NT-04', amount: 3 }),
    ];
    expect(judge('2026-11-20', delivered, ['NT-04', 'NT'], terms)).toMatchObject({
      term: 'long',
      until: '2027-11-20',
    });
    expect(judge('2026-11-20', delivered, ['NT-01', 'NT'], terms).term).toBe('branch');
  });

  test('[B-04] a part that no term names is not covered, one not known yet may be', () => {
    expect(judge('2024-12-01', delivered, ['TY'])).toMatchObject({
      warranty: 'out_of_warranty',
      until: null,
    });
    expect(judge('2024-12-01', delivered, [])).toMatchObject({ warranty: 'warranty_unknown' });
    expect(judge('2024-12-01', { ...delivered, warrantyUntil: '2025-01-01' }, []).warranty).toBe(
      'in_warranty',
    );
  });
});
