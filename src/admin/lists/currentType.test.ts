import { typeOfPath } from './currentType';

test('the type of a list is read from its address', () => {
  const list = '/admin/content-manager/collection-types/api::return-visit.return-visit';
  expect(typeOfPath(list)).toBe('return-visit');
  expect(typeOfPath(`${list}/abc`)).toBe('return-visit');
  expect(
    typeOfPath('/admin/content-manager/collection-types/plugin::users-permissions.user'),
  ).toBeUndefined();
});
