import { notFound } from '../../rules/refusal';
import type { Locale } from '../../rules/words/say';
import { typeWords } from '../../rules/words/types';
import { query } from '../db';
import { presentRecord } from '../present';
import { escaped } from './html';
import { paper } from './paper';
import { fieldLabel, readCase, stageLabel, type Viewing } from './views';

/** The lines of the printed slip, from the ticket and from the order. */
const FROM_TICKET = [
  'number',
  'requesterName',
  'contactPhone',
  'unit',
  'exactLocation',
  'matter',
  'receivedAt',
  'suitableHours',
] as const;
const FROM_ORDER = [
  'technician',
  'team',
  'contractor',
  'workDescription',
  'appointmentFrom',
  'appointmentTo',
  'workEstablished',
  'workDone',
  'materials',
  'signerName',
] as const;

/** The dispatch order as a page to print [B-03], with lines for the signatures [B-07]. Throws CASE_UNKNOWN. */
export async function printedOrder(viewing: Viewing, type: string, id: string): Promise<string> {
  if (type !== 'dispatch-order') throw notFound('CASE_TYPE_UNKNOWN', { type });
  const { office, locale } = viewing;
  const order = presentRecord(office, type, await readCase(office, type, id));
  const ticket = presentRecord(office, 'ticket', await readCase(office, 'ticket', String(order.ticket)));
  const named = await namesOf(viewing, [ticket.unit, order.technician, order.team, order.contractor]);
  const moment = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: office.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const shown = (field: string, value: unknown): string => {
    if (typeof value !== 'string') return '';
    if (/(At|From|To)$/.test(field)) return moment.format(Date.parse(value));
    return named.get(value) ?? value;
  };
  const line = (of: string, record: Readonly<Record<string, unknown>>) => (field: string) =>
    `<tr><th>${escaped(fieldLabel(of, field, locale))}</th><td>${escaped(shown(field, record[field]))}</td></tr>`;
  return page(locale, {
    title: `${typeWords['dispatch-order']?.[locale === 'en' ? 'en' : 'zh'] ?? ''} ${order.number}`,
    stage: stageLabel(type, order.stage, locale),
    rows: [...FROM_TICKET.map(line('ticket', ticket)), ...FROM_ORDER.map(line(type, order))].join('\n'),
  });
}

async function namesOf({ office }: Viewing, ids: readonly unknown[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => typeof id === 'string');
  const rows = await query<{ id: string; name: string }>(
    office.pool,
    `SELECT document_id AS id, label AS name FROM units WHERE document_id = ANY($1)
     UNION ALL SELECT document_id, name FROM staff_members WHERE document_id = ANY($1)
     UNION ALL SELECT document_id, name FROM teams WHERE document_id = ANY($1)
     UNION ALL SELECT document_id, name FROM contractors WHERE document_id = ANY($1)`,
    [known],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function page(
  locale: Locale,
  { title, stage, rows }: { title: string; stage: string; rows: string },
): string {
  const zh = locale !== 'en';
  return paper({
    locale,
    title,
    style: SIGNS,
    body: `<h1>${escaped(title)}</h1><p>${escaped(stage)}</p>
<table>${rows}</table>
<div class="signs"><p>${zh ? '业主（住户）签字 / 日期' : 'Signature of the requester / date'}</p><p>${zh ? '维修人签字 / 日期' : 'Signature of the technician / date'}</p><p>${zh ? '文员归档 / 日期' : 'Filed by the clerk / date'}</p></div>`,
  });
}

const SIGNS =
  '.signs { display: flex; gap: 2rem; margin-top: 2.5rem; } .signs p { flex: 1; border-top: 1px solid #444; padding-top: .3rem; }';
