import { minutesOf, partsOf, typedOf } from './duration';

test('minutes are shown in the largest unit that says them without a fraction', () => {
  expect(typedOf(90)).toEqual({ text: '90', unit: 'minutes' });
  expect(typedOf(120)).toEqual({ text: '2', unit: 'hours' });
  expect(typedOf(2880)).toEqual({ text: '2', unit: 'days' });
  expect(typedOf(0)).toEqual({ text: '0', unit: 'minutes' });
  expect(typedOf(null)).toEqual({ text: '', unit: 'minutes' });
});

test('what is typed becomes whole minutes, or nothing, or no length at all', () => {
  expect(minutesOf({ text: '1.5', unit: 'hours' })).toBe(90);
  expect(minutesOf({ text: '0,25', unit: 'days' })).toBe(360);
  expect(minutesOf({ text: '0.1', unit: 'hours' })).toBe(6);
  expect(minutesOf({ text: ' ', unit: 'hours' })).toBeNull();
  expect(minutesOf({ text: '0.5', unit: 'minutes' })).toBeUndefined();
  expect(minutesOf({ text: 'soon', unit: 'hours' })).toBeUndefined();
});

test('a length is counted out', () => {
  expect(partsOf(1530)).toEqual({ days: 1, hours: 1, minutes: 30 });
});
