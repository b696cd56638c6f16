const LANGUAGE_KEY = 'strapi-admin-language';

/**
 * Before anybody has chosen, the panel speaks Chinese where the browser does and English everywhere else. What a user
 * chooses takes the same place and is kept.
 */
export function speakAsTheBrowser(): void {
  if (localStorage.getItem(LANGUAGE_KEY)) return;
  localStorage.setItem(LANGUAGE_KEY, languageFor(navigator.languages));
}

/** The first of the browser's languages that the panel speaks. */
export function languageFor(languages: readonly string[]): 'zh-Hans' | 'en' {
  const spoken = languages.find((language) => /^(zh|en)\b/i.test(language));
  return spoken?.toLowerCase().startsWith('zh') ? 'zh-Hans' : 'en';
}
