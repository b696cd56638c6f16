import { newDocumentId } from './ids';

test('a documentId has 24 characters, begins with a letter, and is never given twice', () => {
  const ids = Array.from({ length: 20_000 }, newDocumentId);
  expect(ids.every((id) => /^[a-z][a-z0-9]{23}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
