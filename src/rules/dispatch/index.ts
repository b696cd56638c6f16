export { choose, turnKey, type ChoiceState } from './choose';
export { automatic, factsIn, ruleNamed, ruleOf, type AutomaticRule } from './facts';
export { chainOf, type Hand, type HandLine, type Holder, type Passage } from './hands';
export { headOf, nextAfter, nextOfPool, type Ladder, type Step } from './ladder';
export {
  capOf,
  covers,
  crewOf,
  hasRoom,
  nobodyToSend,
  poolOf,
  tradesFor,
  unfit,
  type NobodyToSend,
  type PoolGiven,
  type Unfit,
} from './pool';
export { ruleFor, unmetBy } from './rule';
export {
  DISPATCH_MODES,
  WAYS,
  type Board,
  type DispatchFacts,
  type DispatchMode,
  type DispatchRule,
  type Loads,
  type Turn,
  type Way,
} from './types';
