import { languageFor } from './firstLanguage';

test.each([
  [['zh-CN', 'zh', 'en'], 'zh-Hans'],
  [['zh-TW'], 'zh-Hans'],
  [['en-GB', 'zh-CN'], 'en'],
  [['de-DE', 'zh-CN'], 'zh-Hans'],
  [['de-DE'], 'en'],
  [[], 'en'],
])('a browser that speaks %j is spoken to in %s', (languages, language) => {
  expect(languageFor(languages)).toBe(language);
});
