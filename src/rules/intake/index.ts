export { type CategoryWords } from './categories';
export { learnFrom, NOTHING_LEARNED, type Learned, type Sample } from './learn';
export { suggestCategories, type Suggestion } from './suggest';
