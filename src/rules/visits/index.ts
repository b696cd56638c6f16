export { BOOK_VISITS, onSiteOnly, type VisitPolicy } from './policy';
export { isUnsettled, ordinalOf } from './ordinal';
export { daysSought } from './sought';
export { periodInOrder } from './period';
export type { VisitOfLetter } from './letter';
export { owesVisit } from './owed';
