/** The types that can be printed, and how many at once; the server knows the same. */
const PRINTED: ReadonlySet<string> = new Set(['dispatch-order', 'return-visit']);
export const MOST_AT_ONCE = 100;

export const hasPaper = (type: string | undefined): type is string => type !== undefined && PRINTED.has(type);

/** Where the paper of one case is. */
export const paperPath = (type: string, documentId: string): string =>
  `/office/papers/${type}/${encodeURIComponent(documentId)}.pdf`;

/** Where those of several are, as one PDF. */
export const papersPath = (type: string, documentIds: readonly string[]): string =>
  `/office/papers/batch.pdf?type=${type}&ids=${documentIds.map(encodeURIComponent).join(',')}`;
