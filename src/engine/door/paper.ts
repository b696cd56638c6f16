import type { Locale } from '../../rules/words/say';
import { escaped } from './html';

interface Sheet {
  readonly locale: Locale;
  readonly title: string;
  /** HTML; whatever people have written in it is escaped already. */
  readonly body: string;
  /** CSS on top of what every sheet has. */
  readonly style?: string;
}

/** A page to print, without script and without anything fetched. */
export const paper = ({ locale, title, body, style = '' }: Sheet): string => `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>
  body { font: 14px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; margin: 2rem auto; max-width: 48rem; }
  table { width: 100%; border-collapse: collapse; } th, td { border: 1px solid #444; padding: .4rem .6rem; text-align: left; vertical-align: top; }
  th { width: 11rem; font-weight: 600; } td { height: 1.6rem; white-space: pre-wrap; }
  ${style}
</style></head><body>
${body}
</body></html>`;
