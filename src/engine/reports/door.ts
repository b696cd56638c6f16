import type { Report } from '../../rules/reports';
import type { DoorContext } from '../door/context';
import { assertMayReadFigures } from '../door/figures';
import type { Viewing } from '../door/views';
import { footerOf, officeName, pageWordsOf } from '../papers/facts';
import { reportChoices } from './choices';
import { liveReport } from './live';
import { assertMayExport, assertMaySeeReports, mayExport } from './may';
import { paperOf } from './paper';
import { latestSummaries } from './latest';
import { summaryReport } from './summary';
import { trendOf } from './trend';
import { workbookOf } from './workbook';

interface FileContext extends DoorContext {
  set(header: string, value: string): void;
}

/** What the panel's door lends: routes under its session, and who may read what. */
interface Door<Route> {
  readonly route: (method: string, path: string, handle: (ctx: DoorContext) => Promise<void>) => Route;
  readonly viewing: (ctx: DoorContext) => Promise<Viewing>;
  /** The viewing of one who may read all these types; throws NOT_ENTITLED for others. */
  readonly reading: (ctx: DoorContext, ...types: readonly string[]) => Promise<Viewing>;
  readonly said: (data: unknown) => unknown;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Reports for the panel: `GET reports`, `reports/trend`, `reports/choices`, `reports/summaries`, `…/:id`, and as files `reports.xlsx`,
 * `reports.pdf`, `reports/summaries/:id/file.xlsx` and `….pdf`. Whoever sees them holds `office.reports`, whoever takes them out
 * `office.reports-export` too; both may be given and taken in the panel.
 */
export function reportRoutes<Route>({ route, viewing, reading, said }: Door<Route>): Route[] {
  const seeing = async (ctx: DoorContext): Promise<Viewing> => {
    const seen = await viewing(ctx);
    assertMayReadFigures(seen);
    assertMaySeeReports(ctx);
    return seen;
  };
  const summary = async (ctx: DoorContext) => {
    await seeing(ctx);
    return summaryReport(await reading(ctx, 'summary'), String(ctx.params.id));
  };

  /** The same report in both formats, for whoever may take it out. */
  const files = (
    path: string,
    made: (ctx: DoorContext) => Promise<{ report: Report; name: string }>,
  ): Route[] => [
    route('GET', `${path}.xlsx`, async (ctx) => {
      const seen = await seeing(ctx);
      assertMayExport(ctx);
      const { report, name } = await made(ctx);
      asFile(ctx, `${name}.xlsx`, XLSX, await workbookOf(report, seen.locale));
    }),
    route('GET', `${path}.pdf`, async (ctx) => {
      const seen = await seeing(ctx);
      assertMayExport(ctx);
      const { report, name } = await made(ctx);
      const printing = {
        locale: seen.locale,
        office: await officeName(seen, null),
        footer: footerOf(seen),
        at: seen.office.now(),
        page: pageWordsOf(seen),
      };
      asFile(ctx, `${name}.pdf`, 'application/pdf', await paperOf(report, printing));
    }),
  ];

  return [
    route('GET', '/reports', async (ctx) => {
      const { figures, period, report } = await liveReport(await seeing(ctx), ctx.query);
      ctx.body = said({ period, figures, report, mayExport: mayExport(ctx) });
    }),
    route('GET', '/reports/trend', async (ctx) => {
      ctx.body = said(await trendOf(await seeing(ctx), withoutLocale(ctx.query)));
    }),
    route('GET', '/reports/choices', async (ctx) => {
      ctx.body = said(await reportChoices((await seeing(ctx)).office));
    }),
    route('GET', '/reports/summaries', async (ctx) => {
      await seeing(ctx);
      ctx.body = said(await latestSummaries(await reading(ctx, 'summary')));
    }),
    route('GET', '/reports/summaries/:id', async (ctx) => {
      const { report } = await summary(ctx);
      ctx.body = said({ report, mayExport: mayExport(ctx) });
    }),
    ...files('/reports', async (ctx) => {
      const { report, period } = await liveReport(await viewing(ctx), ctx.query);
      return { report, name: `report-${period.from.slice(0, 10)}-${period.to.slice(0, 10)}` };
    }),
    ...files('/reports/summaries/:id/file', summary),
  ];
}

const withoutLocale = ({ locale: _locale, ...rest }: DoorContext['query']) => rest;

function asFile(ctx: DoorContext, name: string, type: string, body: Buffer): void {
  const { set } = ctx as FileContext;
  set.call(ctx, 'Content-Disposition', `attachment; filename="${name}"`);
  set.call(ctx, 'Cache-Control', 'no-store');
  ctx.type = type;
  ctx.body = body;
}
