const LANGUAGE_KEY = 'strapi-admin-language';

/** Before the first log-in the panel speaks Chinese; afterwards it speaks what the user has chosen. */
export function preferChinese(): void {
  if (!localStorage.getItem(LANGUAGE_KEY)) localStorage.setItem(LANGUAGE_KEY, 'zh-Hans');
}
