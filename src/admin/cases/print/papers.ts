/** The types that can be printed, and how many at once; the server knows the same. */
const PRINTED: ReadonlySet<string> = new Set(['dispatch-order', 'return-visit']);
export const MOST_AT_ONCE = 100;

export const hasPaper = (type: string | undefined): type is string => type !== undefined && PRINTED.has(type);

/** Plain records that are printed with others only: keys, as a sheet of labels. */
const ON_SHEETS: ReadonlySet<string> = new Set(['key']);

/** What of a content type ('api::key.key') can be printed several at once; undefined for anything else. */
export const printedTogether = (uid: string): string | undefined => {
  const name = /^api::[^.]+\.(.+)$/.exec(uid)?.[1];
  return name !== undefined && (PRINTED.has(name) || ON_SHEETS.has(name)) ? name : undefined;
};

/** Where the paper of one case is. */
export const paperPath = (type: string, documentId: string): string =>
  `/office/papers/${type}/${encodeURIComponent(documentId)}.pdf`;

/** Where those of several are, as one PDF. */
export const papersPath = (type: string, documentIds: readonly string[]): string =>
  `/office/papers/batch.pdf?type=${type}&ids=${documentIds.map(encodeURIComponent).join(',')}`;
