import { type CategoryNode } from '../http/contract';
import { linesOf, moved, parentChange, placesFor } from './tree';

const node = (documentId: string, parent: string | null, sort: number, active = true): CategoryNode => ({
  documentId,
  name: documentId,
  code: documentId,
  parent,
  kind: null,
  urgent: false,
  department: null,
  sort,
  active,
});
const nodes = [
  node('b', null, 20),
  node('a', null, 10),
  node('a2', 'a', 0),
  node('a1', 'a', 0),
  node('c', 'gone', 30),
];

test('a tree is drawn from the top down, sisters by their number and then their code', () => {
  expect(linesOf(nodes).map(({ node: { documentId }, depth }) => `${depth}${documentId}`)).toEqual([
    ...['0a', '1a1', '1a2', '0b', '0c'],
  ]);
  expect(linesOf(nodes)[1]).toMatchObject({ first: true, last: false });
});

test('a category goes under any that is in use, but not under itself or its own', () => {
  expect(placesFor(nodes, 'a').map(({ documentId }) => documentId)).toEqual(['b', 'c']);
  expect(
    placesFor([...nodes, node('d', null, 1, false)], 'b').map(({ documentId }) => documentId),
  ).not.toContain('d');
});

test('moving it among its sisters changes only the numbers that must change', () => {
  expect(moved(nodes, node('a2', 'a', 0), -1)).toEqual([
    { documentId: 'a2', sort: 10 },
    { documentId: 'a1', sort: 20 },
  ]);
  expect(moved(nodes, node('a', null, 10), 1)).toEqual([
    { documentId: 'b', sort: 10 },
    { documentId: 'a', sort: 20 },
  ]);
  expect(moved(nodes, node('a', null, 10), -1)).toEqual([]);
});

test('a new place is told as what is connected, the top as what is disconnected', () => {
  expect(parentChange(node('a1', 'a', 0), 'b')).toEqual({
    parent: { connect: [{ documentId: 'b' }], disconnect: [] },
  });
  expect(parentChange(node('a1', 'a', 0), null)).toEqual({
    parent: { connect: [], disconnect: [{ documentId: 'a' }] },
  });
});
