import { commandOf, moved, type Press } from './keys';

const press = (given: Partial<Press>): Press => ({
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  composing: false,
  ...given,
});

test('Ctrl+Enter (or ⌘) saves, Enter alone does not', () => {
  expect(commandOf(press({ key: 'Enter', ctrlKey: true }))).toEqual({ what: 'save' });
  expect(commandOf(press({ key: 'Enter', metaKey: true }))).toEqual({ what: 'save' });
  expect(commandOf(press({ key: 'Enter' }))).toBeUndefined();
});

test('Esc clears', () => {
  expect(commandOf(press({ key: 'Escape' }))).toEqual({ what: 'clear' });
});

test('Alt and a digit take a category, whatever the digit writes with Alt', () => {
  expect(commandOf(press({ key: '¡', code: 'Digit1', altKey: true }))).toEqual({
    what: 'category',
    index: 0,
  });
  expect(commandOf(press({ key: '5', code: 'Numpad5', altKey: true }))).toEqual({
    what: 'category',
    index: 4,
  });
  expect(commandOf(press({ key: '6', code: 'Digit6', altKey: true }))).toBeUndefined();
  expect(commandOf(press({ key: '1', code: 'Digit1' }))).toBeUndefined();
});

test('keys of an input method are not the desk’s', () => {
  expect(commandOf(press({ key: 'Enter', ctrlKey: true, composing: true }))).toBeUndefined();
  expect(commandOf(press({ key: 'Escape', composing: true }))).toBeUndefined();
});

test('arrows go through the list and around', () => {
  expect(moved(-1, 'ArrowDown', 3)).toBe(0);
  expect(moved(2, 'ArrowDown', 3)).toBe(0);
  expect(moved(0, 'ArrowUp', 3)).toBe(2);
  expect(moved(1, 'x', 3)).toBe(1);
  expect(moved(1, 'ArrowDown', 0)).toBe(-1);
});
