import type { Core } from '@strapi/strapi';
import { invalid, Refusal } from '../../rules/refusal';
import { parseLocalTime } from '../../rules/time';
import { localeOf, type Locale } from '../../rules/words/say';
import type { DoorContext } from '../door/context';
import { stageLabel } from '../door/views';
import { officeOf, type Office } from '../office';
import { refusalAnswer } from '../robust/answers';
import { answerLink, type Given } from './answer';
import { limiter } from './limit';
import { donePage, linkPage, PAGE_POLICY, refusedPage, type Paper } from './page';
import { answerLabel, showLink } from './view';

/** What the door needs of a Koa context; the token was taken off its address (`middlewares/secret-links`). */
export interface LinkContext extends Omit<DoorContext, 'state'> {
  readonly state: { readonly linkToken?: string };
  readonly ip: string;
  accepts(...types: string[]): string | false;
  is(...types: string[]): string | false | null;
  set(header: string, value: string): void;
}

const MINUTE = 60_000;

/** The door of contractors: no account, a one-time link instead [B-03]. */
export function linkDoor(strapi: Core.Strapi) {
  const mayCome = limiter(MINUTE);

  function assertNotTooMany(ctx: LinkContext): void {
    const most = strapi.config.get<number>('office.contractorLinkRate');
    const wait = mayCome({ caller: ctx.ip, most, now: Date.now() });
    if (wait === 0) return;
    ctx.set('Retry-After', String(wait));
    throw new Refusal('RATE_LIMITED', 'too-many', {});
  }

  /** Answers in the form that is asked for: a page for browsers, else JSON; also when the answer is no. */
  async function answering(ctx: LinkContext, answer: (visit: Visit) => Promise<void>): Promise<void> {
    const office = officeOf(strapi);
    const visit = { office, token: ctx.state.linkToken ?? '', paper: paperOf(ctx, office) };
    try {
      assertNotTooMany(ctx);
      await answer(visit);
    } catch (error) {
      if (!(error instanceof Refusal) || !wantsPage(ctx)) throw error;
      await sayNo(ctx, visit, error);
    }
  }

  return {
    show: (ctx: LinkContext) =>
      answering(ctx, async ({ office, token, paper }) => {
        const view = await showLink(office, token, paper.locale);
        if (wantsPage(ctx)) asPage(ctx, linkPage(paper, view));
        else ctx.body = said(office, view);
      }),

    answer: (ctx: LinkContext) =>
      answering(ctx, async ({ office, token, paper }) => {
        const { answer, record, next, link } = await answerLink(office, token, givenIn(ctx, office));
        const { number, stage } = record;
        if (!wantsPage(ctx)) {
          ctx.body = said(office, { number, answer, stage, next: next && { url: next.url } });
        } else if (next) {
          // The page of the next link, by an address relative to this one.
          ctx.status = 303;
          ctx.set('Location', `./${next.token}?locale=${paper.locale}`);
          ctx.body = '';
        } else {
          const label = stageLabel(link.caseType, stage, paper.locale);
          const done = { number, answer: answerLabel(answer, paper.locale), stage: label };
          asPage(ctx, donePage(paper, done));
        }
      }),
  };
}

interface Visit {
  readonly office: Office;
  readonly token: string;
  readonly paper: Paper;
}

/** A refused answer leaves the link open: its page is shown again, with the reason above it. */
async function sayNo(ctx: LinkContext, { office, token, paper }: Visit, refusal: Refusal): Promise<void> {
  const { status, body } = refusalAnswer(refusal, paper.locale);
  const { message } = body.error;
  const again =
    refusal.kind === 'too-many' ? null : await showLink(office, token, paper.locale).catch(() => null);
  asPage(ctx, again ? linkPage(paper, again, message) : refusedPage(paper, message));
  ctx.status = status;
}

function paperOf(ctx: LinkContext, { timeZone }: Office): Paper {
  const { locale } = ctx.query;
  const asked: Locale =
    locale === 'en' || locale === 'zh-Hans' ? locale : localeOf(ctx.get('accept-language'));
  return { locale: asked, timeZone };
}

const wantsPage = (ctx: LinkContext): boolean => ctx.accepts('json', 'html') === 'html';

function asPage(ctx: LinkContext, html: string): void {
  ctx.type = 'text/html; charset=utf-8';
  ctx.set('Content-Security-Policy', PAGE_POLICY);
  ctx.body = html;
}

const said = ({ now, timeZone }: Office, data: unknown) => ({
  data,
  meta: { serverTime: new Date(now()).toISOString(), timeZone },
});

/** The body of an answer. Throws BODY_MALFORMED. */
function givenIn(ctx: LinkContext, { timeZone }: Office): Given {
  const { body } = ctx.request;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('BODY_MALFORMED', {});
  return ctx.is('urlencoded', 'multipart') ? fromForm(body as Given, timeZone) : (body as Given);
}

const LOCAL_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/** A form has texts only: what is left empty is not given, local times are those of the office. */
function fromForm(form: Given, timeZone: string): Given {
  const filled = Object.entries(form).filter(([, value]) => value !== '');
  return Object.fromEntries(
    filled.map(([name, value]) => [name, typeof value === 'string' ? meant(name, value, timeZone) : value]),
  );
}

function meant(name: string, value: string, timeZone: string): unknown {
  if (name === 'priceAccepted' && value === 'true') return true;
  if (!name.endsWith('At') || !LOCAL_MOMENT.test(value)) return value;
  try {
    return new Date(parseLocalTime({ text: value, format: 'ISO', timeZone })).toISOString();
  } catch {
    return value;
  }
}
