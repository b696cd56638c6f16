import type { Core } from '@strapi/strapi';
import { invalid } from '../../rules/refusal';
import { PAUSE_REASONS } from '../../rules/terms';
import { CalendarInvalid, compileCalendar, dueAt, opensForGood, type Calendar } from '../../rules/time';
import { isRuleId } from '../../rules/rulebook';
import { officeOf, type Office } from '../office';
import { DISPATCH_RULE, proveDispatchRule } from './dispatch-rules';
import { calendarSpecOf, targetPolicyOf } from '../policy';
import { uidOf } from '../tables';

const CALENDAR = uidOf('work-calendar');
const TARGET = uidOf('target');

type Proof = (strapi: Core.Strapi, documentId: string) => Promise<void>;

const PROOFS: Readonly<Record<string, Proof>> = {
  [CALENDAR]: proveCalendar,
  [TARGET]: proveTarget,
  [DISPATCH_RULE]: proveDispatchRule,
};

/**
 * Proves a calendar, a target or a dispatch rule before it is saved: what the engine could not reckon with is refused there, in front
 * of the manager, and not found out by the next caller. Throws CALENDAR_INVALID, CALENDAR_NEVER_OPEN, TARGET_INVALID, DISPATCH_RULE_INVALID.
 */
export function guardPolicy(strapi: Core.Strapi): void {
  type Context = { readonly uid: string; readonly action: string };
  const guard = async (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
    const concerned = Object.hasOwn(PROOFS, ctx.uid) && /^(create|update|clone)$/.test(ctx.action);
    if (!concerned) return next();
    return strapi.db.transaction(async () => {
      const saved = (await next()) as { documentId?: string; entries?: { documentId: string }[] } | null;
      const documentId = saved?.documentId ?? saved?.entries?.[0]?.documentId;
      if (documentId) await PROOFS[ctx.uid]?.(strapi, documentId);
      return saved;
    });
  };
  strapi.documents.use(guard as Parameters<typeof strapi.documents.use>[0]);
}

type Row = Record<string, unknown> & { documentId: string };

async function read(strapi: Core.Strapi, uid: string, documentId: string, populate: object): Promise<Row> {
  return (await strapi.db.query(uid).findOne({ where: { documentId }, populate })) as Row;
}

/**
 * A calendar must have hours in its week: one that opens on single days only is closed for good once they are over, and every
 * promise on it with it. Nor may a change of it leave a target without a due time. The fields named are those of the form.
 */
async function proveCalendar(strapi: Core.Strapi, documentId: string): Promise<void> {
  const row = await read(strapi, CALENDAR, documentId, { spans: true, days: true });
  const office = officeOf(strapi);
  const calendar = compiled(row, office.timeZone);
  const targets = (await strapi.db.query(TARGET).findMany({
    where: { calendar: { documentId } },
    populate: TARGET_WHOLE,
  })) as Row[];
  for (const target of targets) {
    const { amount } = targetPolicyOf(target, office.timeZone);
    dueAt({ calendar, start: office.now(), amount });
  }
}

function compiled(row: Row, timeZone: string): Calendar {
  const never = () => new CalendarInvalid('CALENDAR_NEVER_OPEN', { field: 'spans' });
  try {
    const calendar = compileCalendar(calendarSpecOf(row, timeZone));
    if (!opensForGood(calendar)) throw never();
    return calendar;
  } catch (error) {
    throw error instanceof CalendarInvalid && error.code === 'CALENDAR_NEVER_OPEN' ? never() : error;
  }
}

const TARGET_WHOLE = {
  category: true,
  calendar: { populate: { spans: true, days: true } },
  pauses: true,
  warnings: true,
  escalations: true,
};

async function proveTarget(strapi: Core.Strapi, documentId: string): Promise<void> {
  const row = await read(strapi, TARGET, documentId, TARGET_WHOLE);
  const office = officeOf(strapi);
  const target = targetPolicyOf(row, office.timeZone);
  const events = knownEvents(office);
  const refuse = (field: string, reason: string) => invalid('TARGET_INVALID', { field, reason });
  if (!events.has(target.startsOn)) throw refuse('startsOn', target.startsOn);
  for (const field of ['stopsOn', 'breaksOn', 'releasesOn'] as const) {
    const unknown = target[field].find((event) => !events.has(event));
    if (unknown !== undefined) throw refuse(field, unknown);
  }
  const { promised } = target;
  if (promised && !isMoment(strapi, target.caseType, promised.field))
    throw refuse('promisedField', promised.field);
  if (target.stopsOn.length === 0) throw refuse('stopsOn', 'missing');
  if (target.rule !== null && !isRuleId(target.rule)) throw refuse('ruleCode', target.rule);
  for (const pause of target.pauses) {
    if (!knownStages(office).has(pause.stage)) throw refuse('pauses.stage', pause.stage);
    const reason = pause.reasons.find((one) => !(PAUSE_REASONS as readonly string[]).includes(one));
    if (reason !== undefined) throw refuse('pauses.reasons', reason);
  }
  if (target.warnings.some((minutes) => !(minutes > 0))) throw refuse('warnings.beforeMinutes', 'range');
  // The reckoning itself has the last word on the amount and its calendar.
  dueAt({ calendar: compileCalendar(target.calendar), start: office.now(), amount: target.amount });
}

/** Whether a record type has such an attribute, and it holds a moment. */
function isMoment(strapi: Core.Strapi, type: string, field: string): boolean {
  const model = strapi.contentTypes[uidOf(type) as never] as
    { attributes: Record<string, { type: string }> } | undefined;
  return (
    model !== undefined &&
    Object.hasOwn(model.attributes, field) &&
    model.attributes[field]?.type === 'datetime'
  );
}

const knownEvents = (office: Office): ReadonlySet<string> =>
  new Set(
    [...office.definitions.values()].flatMap(({ type, actions }) =>
      Object.keys(actions).map((action) => `${type}.${action}`),
    ),
  );

const knownStages = (office: Office): ReadonlySet<string> =>
  new Set(
    [...office.definitions.values()].flatMap(({ type, stages }) => stages.map((stage) => `${type}.${stage}`)),
  );
