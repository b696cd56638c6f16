export { drill } from './drill';
export { countBy, figuresFor, type Counted, type FiguresAnswer } from './figures';
export { figuresQueryOf, GROUPS, type FiguresQuery, type Reader } from './query';
