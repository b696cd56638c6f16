import { filtersOf, queryOf, withFilter, withoutFilters } from './filters';

const address = (text: string) => new URLSearchParams(text);

test('filters are read from the address; what is empty or unknown is none', () => {
  expect(filtersOf(address('community=a&urgency=&page=2&trade=t'))).toEqual({ community: 'a', trade: 't' });
  expect(queryOf(filtersOf(address('trade=t&community=a')))).toBe('community=a&trade=t');
});

test('a filter is set and taken out without touching the rest of the address', () => {
  expect(withFilter(address('tab=people'), 'urgency', 'urgent').toString()).toBe('tab=people&urgency=urgent');
  expect(withFilter(address('tab=people&urgency=urgent'), 'urgency', undefined).toString()).toBe(
    'tab=people',
  );
  expect(withoutFilters(address('tab=people&trade=t&building=b')).toString()).toBe('tab=people');
});

test('a building does not outlive the community it is in', () => {
  expect(withFilter(address('community=a&building=b'), 'community', 'c').toString()).toBe('community=c');
});
