export {
  countDone,
  counted,
  differenceOf,
  explained,
  figuresOf,
  linesIn,
  linesOf,
  worthCounting,
  type CountLine,
  type KeyNamed,
} from './count';
export { atHand, authorityFor, copiesKnown, dueInOrder, LONGEST_LOAN_DAYS } from './lending';
export { lockCategory } from './locks';
export type { Entrusting, KeyStanding, StillOut } from './standing';
