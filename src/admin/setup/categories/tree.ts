import { type CategoryNode } from '../http/contract';

/** A category on its line of the drawn tree. */
export interface TreeLine {
  readonly node: CategoryNode;
  /** 0 at the top. */
  readonly depth: number;
  /** Whether there is a sister before it, and one after it. */
  readonly first: boolean;
  readonly last: boolean;
}

type Nodes = readonly CategoryNode[];

/** The sisters under one category (null: at the top), in the order that they are listed. */
export const childrenOf = (nodes: Nodes, parent: string | null): CategoryNode[] => {
  const known = new Set(nodes.map(({ documentId }) => documentId));
  return nodes
    .filter((node) => (node.parent !== null && known.has(node.parent) ? node.parent : null) === parent)
    .sort((one, other) => one.sort - other.sort || one.code.localeCompare(other.code));
};

/** The tree as lines from the top down. */
export function linesOf(nodes: Nodes, parent: string | null = null, depth = 0): TreeLine[] {
  const sisters = childrenOf(nodes, parent);
  return sisters.flatMap((node, index) => [
    { node, depth, first: index === 0, last: index === sisters.length - 1 },
    ...linesOf(nodes, node.documentId, depth + 1),
  ]);
}

/** Those that a category may be put under: all but itself and what is under it. */
export function placesFor(nodes: Nodes, documentId: string): CategoryNode[] {
  const own = new Set([documentId, ...linesOf(nodes, documentId).map(({ node }) => node.documentId)]);
  return linesOf(nodes)
    .map(({ node }) => node)
    .filter((node) => !own.has(node.documentId) && node.active);
}

const STEP = 10;

/** The numbers to change so that a category comes one place earlier (-1) or later (1) among its sisters. */
export function moved(nodes: Nodes, node: CategoryNode, by: -1 | 1): { documentId: string; sort: number }[] {
  const sisters = childrenOf(nodes, node.parent);
  const from = sisters.findIndex(({ documentId }) => documentId === node.documentId);
  const to = from + by;
  const other = sisters[to];
  if (from < 0 || !other) return [];
  const order = [...sisters];
  order[from] = other;
  order[to] = node;
  return order
    .map(({ documentId, sort }, index) => ({ documentId, before: sort, sort: (index + 1) * STEP }))
    .filter(({ before, sort }) => before !== sort)
    .map(({ documentId, sort }) => ({ documentId, sort }));
}

/** What Strapi is told so that a category stands under another one, or at the top. */
export const parentChange = (node: CategoryNode, parent: string | null) => ({
  parent: {
    connect: parent === null ? [] : [{ documentId: parent }],
    disconnect: node.parent === null || parent !== null ? [] : [{ documentId: node.parent }],
  },
});
