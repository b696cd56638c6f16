import { conflict, forbidden, invalid, notFound, Refusal } from '../refusal';
import { actionWord } from './cases';
import { localeOf, say } from './say';

describe('a text', () => {
  const words = { zh: '{number} 到 {until}', en: '{number} until {until}' };

  test('is said in the language asked for, its blanks filled', () => {
    expect(say(words, 'zh-Hans', { number: 'WX-1', until: 3 })).toBe('WX-1 到 3');
    expect(say(words, 'en', { number: 'WX-1', until: ['a'] })).toBe('WX-1 until ["a"]');
  });

  test('keeps a blank that nothing is known of', () => {
    expect(say(words, 'en', { number: null })).toBe('{number} until {until}');
    expect(say(words, 'en')).toBe('{number} until {until}');
  });
});

describe('the language of an answer', () => {
  test.each([
    [undefined, 'zh-Hans'],
    ['', 'zh-Hans'],
    ['de-DE, fr;q=0.5', 'zh-Hans'],
    ['en', 'en'],
    ['EN-gb,zh;q=0.9', 'en'],
    ['zh-CN,en;q=0.8', 'zh-Hans'],
    ['zh;q=0.1, en;q=0.2', 'en'],
    ['en;q=0, zh', 'zh-Hans'],
    ['de, en;q=0.3', 'en'],
    ['en;q=x', 'en'],
    [';;;,,,q=', 'zh-Hans'],
    [`${'x,'.repeat(10_000)}en`, 'zh-Hans'],
  ])('to "%s" is %s', (header, locale) => expect(localeOf(header)).toBe(locale));
});

test('an action is called by its own case first, then as what the timer does', () => {
  expect(actionWord('ticket', 'register')?.en).toBe('Register');
  expect(actionWord('ticket', 'clock.warn')?.en).toContain('Warning');
  expect(actionWord('no-such', 'clock.due')).toBeDefined();
  expect(actionWord('ticket', 'fly')).toBeUndefined();
});

test('a refusal knows its status', () => {
  const all = [invalid('A'), conflict('B'), forbidden('C'), notFound('D'), new Refusal('E', 'unauthorized')];
  expect(all.map(({ status }) => status)).toEqual([422, 409, 403, 404, 401]);
  expect(invalid('A', { field: 'x' })).toMatchObject({ code: 'A', name: 'Refusal', details: { field: 'x' } });
});
