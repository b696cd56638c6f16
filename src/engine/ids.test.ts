import { newDocumentId } from './ids';

test('a documentId has 24 characters, begins with a letter, and is never given twice', () => {
  const ids = Array.from({ length: 20_000 }, newDocumentId);
  expect(ids.every((id) => /^[a-z][a-z0-9]{23}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

test('one that is made later sorts after those made before', () => {
  const moments = [1, 999, 1_700_000_000_000, 4_102_444_800_000];
  const ids = moments.map((moment) => {
    jest.spyOn(Date, 'now').mockReturnValueOnce(moment);
    return newDocumentId();
  });
  expect([...ids].sort()).toEqual(ids);
});
