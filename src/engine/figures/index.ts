export { drill } from './drill';
export { figuresFor, type Figures, type FiguresAnswer } from './figures';
export { makeSummaries } from './summaries';
export { figuresQueryOf, GROUPS, type FiguresQuery } from './query';
