import { EMPTY_OFFICE } from '../office';
import { lockCategory } from '.';

const words = (zh: string, more: object = {}) => ({
  id: zh,
  name: { zh, en: 'x' },
  ...{ aliases: [] as string[], kind: 'repair', active: true },
  ...more,
});
const inOffice = (...some: readonly ReturnType<typeof words>[]) =>
  lockCategory({ ...EMPTY_OFFICE, categoryWords: new Map(some.map((one) => [one.id, one])) });

test('[F-05] the category for locks is found by its name or another word for it, and only where it is in use', () => {
  expect(inOffice(words('被困与开锁'), words('门及门锁', { aliases: ['门锁'] }))).toBe('门及门锁');
  expect(inOffice(words('锁具'))).toBe('锁具');
  expect(inOffice(words('门', { name: { zh: '门', en: 'Locks' } }))).toBe('门');
  expect(inOffice(words('锁具', { active: false }), words('门锁', { kind: 'complaint' }))).toBeNull();
  expect(inOffice()).toBeNull();
});
