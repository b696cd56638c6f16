import type { Core } from '@strapi/strapi';
import { query } from '../../engine/db';
import { officeOf } from '../../engine/office';
import { codeOf } from '../../rules/import/convert';
import boston from '../mappings/boston-calendar.json';
import type { TypeRule } from './facts';
import type { OurClock } from './judge';

/**
 * Makes the city's promises the only ones of this (scratch) office: its calendar, a category for every type
 * of request, and for each of them one target from the intake to the completion.
 */
export async function giveBostonPolicy(strapi: Core.Strapi, rules: Iterable<TypeRule>): Promise<void> {
  await strapi.db.query('api::target.target').updateMany({ where: {}, data: { active: false } });
  await hideCategories(strapi);
  const calendar = await makeCalendar(strapi);
  for (const { type, unit, amount } of rules) {
    const code = `boston-${codeOf(type)}`;
    const category = await strapi
      .documents('api::category.category')
      .create({ data: { name: type, code, active: true } as never });
    await strapi.documents('api::target.target').create({
      data: {
        name: type,
        code,
        caseType: 'ticket',
        clock: 'solve',
        category: category.documentId,
        startsOn: 'ticket.register',
        stopsOn: 'ticket.complete',
        amount,
        unit,
        calendar,
        active: true,
      } as never,
    });
  }
}

/**
 * Takes their English names from the office's own categories: one of them may be called like a type of
 * request, and a name that two categories have is not guessed at.
 */
async function hideCategories(strapi: Core.Strapi): Promise<void> {
  await query(
    officeOf(strapi).pool,
    `UPDATE categories SET name_en = NULL, aliases = NULL, code = 'office-' || code`,
  );
}

async function makeCalendar(strapi: Core.Strapi): Promise<string> {
  const { code, name, timeZone, weekdays, from, to, daysOff } = boston;
  const { documentId } = await strapi.documents('api::work-calendar.work-calendar').create({
    data: {
      code,
      name,
      timeZone,
      statutory: 'none',
      spans: weekdays.map((weekday) => ({ weekday, from, to })),
      days: daysOff.map((date) => ({ date, kind: 'off' })),
    } as never,
  });
  return documentId;
}

/** The promise on each imported request, by the city's number of the request. */
export async function readClocks(strapi: Core.Strapi): Promise<ReadonlyMap<string, OurClock>> {
  const rows = await query<{ key: string; dueAt: string; verdict: string | null }>(
    officeOf(strapi).pool,
    `SELECT split_part(t.source_key, ':', 2) AS key, c.due_at AS "dueAt", c.verdict FROM clocks c
     JOIN tickets t ON t.document_id = c.case_id WHERE c.case_type = 'ticket' AND c.name = 'solve'`,
  );
  return new Map(rows.map(({ key, dueAt, verdict }) => [key, { dueAt: Date.parse(dueAt), verdict }]));
}
