export { makeSummaries, type MadeSummary } from './summaries';
