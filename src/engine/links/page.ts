import { createHash } from 'node:crypto';
import { linkWords } from '../../rules/words/links';
import { say, type Locale } from '../../rules/words/say';
import { fieldLabel } from '../door/views';
import { escaped } from '../door/html';
import { momentIn } from './moments';
import type { AnswerView, LinkView } from './view';

const STYLE = `
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; margin: 0 auto; padding: 1rem; max-width: 40rem; color: #1b1b1f; }
h1 { font-size: 1.35rem; } dl { display: grid; grid-template-columns: 7rem 1fr; gap: .4rem .8rem; } dt { color: #555; } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
form { border: 1px solid #bbb; border-radius: .5rem; padding: .8rem 1rem; margin: 1rem 0; } label { display: block; margin-bottom: .6rem; }
input:not([type=checkbox]), textarea { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: .4rem; } button { font: inherit; padding: .5rem 1.4rem; }
.no { border-left: .3rem solid #b00020; padding-left: .8rem; } nav { text-align: right; }
`;

/** What a page of a link may load and send to: nothing but its own style, nobody but us. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface Paper {
  readonly locale: Locale;
  readonly timeZone: string;
}

/** The page behind a link: what it is about and a form for each open answer; works without scripts. */
export function linkPage(paper: Paper, view: LinkView, refusal?: string): string {
  const { locale, timeZone } = paper;
  const moment = momentIn(timeZone, locale);
  const answers = view.answers.map((answer) => answerForm(paper, answer)).join('\n');
  const body = `${refusal === undefined ? '' : `<p class="no" role="alert">${escaped(refusal)}</p>`}
<p>${escaped(say(linkWords.greeting, locale, { contractor: view.contractor, until: moment(view.expiresAt) }))}</p>
<dl>${rowsOf(view, locale, moment)}</dl>
${answers || `<p>${escaped(say(linkWords.nothingOpen, locale, { stage: view.stageLabel }))}</p>`}`;
  return page(locale, say(linkWords.title, locale, { number: view.number }), body);
}

function rowsOf(view: LinkView, locale: Locale, moment: (at: string) => string): string {
  const window = [view.appointmentFrom, view.appointmentTo].filter((at) => at !== null).map(moment);
  const rows: readonly (readonly [string, string | null])[] = [
    [fieldLabel('ticket', 'matter', locale), view.matter],
    [fieldLabel('dispatch-order', 'workDescription', locale), view.workDescription],
    [say(linkWords.place, locale), view.place],
    [say(linkWords.appointment, locale), window.join(' – ') || null],
    [fieldLabel('ticket', 'requesterName', locale), view.contactName],
    [fieldLabel('ticket', 'contactPhone', locale), view.contactPhone],
    [fieldLabel('dispatch-order', 'stage', locale), view.stageLabel],
  ];
  return rows
    .filter(([, value]) => value !== null)
    .map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`)
    .join('\n');
}

/** Sent to the page's own address: the token stands nowhere in the page. */
function answerForm({ locale }: Paper, { answer, label, schema }: AnswerView): string {
  const fields = Object.entries(schema.properties).map(([name, property]) =>
    fieldOf({ name, property, required: schema.required.includes(name), locale }),
  );
  return `<form method="post"><input type="hidden" name="answer" value="${escaped(answer)}">
${fields.join('\n')}
<button type="submit">${escaped(label)}</button></form>`;
}

interface Field {
  readonly name: string;
  readonly property: Readonly<Record<string, unknown>>;
  readonly required: boolean;
  readonly locale: Locale;
}

function fieldOf({ name, property, required, locale }: Field): string {
  const { title, widget, type, maxLength } = property;
  const needed = required ? ' required' : '';
  const longest = typeof maxLength === 'number' ? ` maxlength="${maxLength}"` : '';
  const named = `name="${escaped(name)}"${needed}`;
  if (type === 'boolean')
    return `<label><input type="checkbox" value="true" ${named}> ${escaped(title)}</label>`;
  if (widget === 'moment') {
    const local = say(linkWords.localTime, locale, { field: title });
    return `<label>${escaped(local)}<input type="datetime-local" ${named}></label>`;
  }
  if (widget === 'text')
    return `<label>${escaped(title)}<textarea rows="3" ${named}${longest}></textarea></label>`;
  return `<label>${escaped(title)}<input type="text" ${named}${longest}></label>`;
}

/** Says that an answer is on record, and that nothing more is asked. */
export function donePage(
  { locale }: Paper,
  done: { readonly number: string; readonly answer: string; readonly stage: string },
): string {
  const lines = [say(linkWords.done, locale, done), say(linkWords.noMore, locale)];
  return page(locale, say(linkWords.thanks, locale), lines.map((line) => `<p>${escaped(line)}</p>`).join(''));
}

/** Says why not. */
export const refusedPage = ({ locale }: Paper, sentence: string): string =>
  page(locale, say(linkWords.refusedTitle, locale), `<p class="no" role="alert">${escaped(sentence)}</p>`);

function page(locale: Locale, title: string, body: string): string {
  const other = locale === 'en' ? 'zh-Hans' : 'en';
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>
<nav><a href="?locale=${other}" lang="${other}">${escaped(say(linkWords.otherLanguage, locale))}</a></nav>
<h1>${escaped(title)}</h1>
${body}
</body></html>`;
}
