import { table, width } from './table';

test('a Chinese character takes two columns, a Latin letter one', () => {
  expect(width('管家 ok')).toBe(7);
  expect(width('（一）')).toBe(6);
});

test('columns stand under each other in both scripts', () => {
  const text = table([
    ['角色', 'E-mail'],
    ['管理员', 'a@b.c'],
    ['x', 'long@example.com'],
  ]);
  expect(text.split('\n')).toEqual([
    '角色    E-mail',
    '──────  ────────────────',
    '管理员  a@b.c',
    'x       long@example.com',
  ]);
});
