export { drill } from './drill';
export { figuresFor, type Figures, type FiguresAnswer } from './figures';
export { figuresQueryOf, GROUPS, type FiguresQuery } from './query';
