export { NEWS_CHANNEL, POLICY_CHANGED, type Bulletin, type CaseChange } from './bulletin';
export { openNews, type News, type Watcher } from './news';
