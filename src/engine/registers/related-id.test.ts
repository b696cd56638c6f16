import { relatedId, releases } from './related-id';

describe('a to-one relation as Strapi writes it', () => {
  it.each([
    [7, 7],
    ['7', 7],
    [{ id: 7 }, 7],
    [[{ id: 7 }], 7],
    [{ set: [{ id: 7 }] }, 7],
    [{ connect: [{ id: 7, position: { end: true } }], disconnect: [{ id: 3 }] }, 7],
    [{ connect: [], disconnect: [] }, undefined],
    [null, undefined],
    ['1abc', undefined],
  ])('%j names row %s', (value, id) => {
    expect(relatedId(value)).toBe(id);
  });

  it.each([
    [undefined, false],
    [{ connect: [], disconnect: [] }, false],
    [{ set: [{ id: 7 }] }, false],
    [{ connect: [{ id: 7 }], disconnect: [{ id: 3 }] }, false],
    [null, true],
    [[], true],
    [{ set: [] }, true],
    [{ connect: [], disconnect: [{ id: 3 }] }, true],
  ])('%j leaves it empty: %s', (value, empty) => {
    expect(releases(value)).toBe(empty);
  });
});
