/** The two languages of the office. */
export type Locale = 'zh-Hans' | 'en';

/** One text in both languages; `{name}` is replaced by the parameter of that name. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A table of texts by key. */
export type WordTable = Readonly<Record<string, Words>>;

/** Picks the language and fills in the parameters; an unknown parameter stays as it is written. */
export function say(words: Words, locale: Locale, params: Readonly<Record<string, unknown>> = {}): string {
  const text = locale === 'en' ? words.en : words.zh;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined || value === null) return whole;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  });
}

/**
 * The language to answer in, from an `Accept-Language` header: the first of its languages that
 * we speak, by its weight; Chinese when it names none.
 */
export function localeOf(acceptLanguage: string | undefined): Locale {
  if (!acceptLanguage) return 'zh-Hans';
  const wanted = acceptLanguage
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const weight = params.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => weight > 0 && (tag.startsWith('zh') || tag.startsWith('en')))
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.tag.startsWith('en') ? 'en' : 'zh-Hans';
}
