import { type Locale, type WordTable } from '../../rules/words/say';
import { boardWords } from './board';
import { caseWords } from './cases';
import { customFieldWords } from './fields';
import { homeWords } from './home';
import { intakeWords } from './intake';
import { labels } from './labels';
import { policyWords } from './policy';
import { setupWords } from './setup';
import { reportWords } from './reports';
import { zhAdmin } from './zh/admin';
import { zhContentManager } from './zh/contentManager';
import { zhPlugins } from './zh/plugins';
import { brandWords } from './brand';

export { speakAsTheBrowser } from './firstLanguage';
export { repairFixedWords } from './repairFixedWords';
export { repairContentManagerWords } from './repairContentManagerWords';
export { repairForms } from './repairForms';

const inLanguage = (locale: Locale, ...tables: readonly WordTable[]): Record<string, string> =>
  Object.fromEntries(
    tables.flatMap((table) =>
      Object.entries(table).map(([id, words]) => [id, locale === 'en' ? words.en : words.zh]),
    ),
  );

const ours = [
  labels(),
  caseWords,
  boardWords,
  intakeWords,
  homeWords,
  policyWords,
  customFieldWords,
  setupWords,
  reportWords,
  brandWords,
];

/** What is laid over Strapi's own texts, by language. */
export const translations: Record<string, Record<string, string>> = {
  'zh-Hans': { ...zhAdmin, ...zhContentManager, ...zhPlugins, ...inLanguage('zh-Hans', ...ours) },
  en: inLanguage('en', ...ours),
};
