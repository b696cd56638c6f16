export { isPersonalKind, PERSONAL_KINDS, type PersonalKind } from './kinds';
export { HIDDEN, isMask, mask } from './mask';
export { normalise } from './normalise';
export { digitsOf, TAIL_LENGTH, tailOf } from './tail';
