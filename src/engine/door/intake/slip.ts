import { forbidden } from '../../../rules/refusal';
import { say, type Words } from '../../../rules/words/say';
import { typeWords } from '../../../rules/words/types';
import { query } from '../../db';
import { presentRecord } from '../../present';
import { labelsOf } from '../choices';
import { escaped } from '../html';
import { paper } from '../paper';
import { fieldLabel, type Viewing } from '../views';
import { assertMayRegister, type Sight } from './may';
import { outcomeView } from './outcome';
import { decidedOf } from './register';

/** What the requester is told of his request, from its record. */
const LINES = [
  'requesterName',
  'contactPhone',
  'unit',
  'exactLocation',
  'category',
  'matter',
  'receivedAt',
] as const;

const WORDS = {
  promised: { zh: '本中心向您承诺', en: 'What we promise you' },
  by: { zh: '{moment} 前', en: 'by {moment}' },
  office: { zh: '服务电话', en: 'Office phone' },
  keep: {
    zh: '请保留此单，来电查询或催办时请报工单编号。',
    en: 'Please keep this slip and quote its number when you call.',
  },
  urgent: { zh: '急修', en: 'Emergency' },
} satisfies Readonly<Record<string, Words>>;

/**
 * The slip that a requester is given: number, matter, what was promised by when, and the office's phone [A-01]. HTML to
 * print. Throws NOT_ENTITLED, CASE_UNKNOWN.
 */
export async function printedSlip(viewing: Viewing, sight: Sight, documentId: string): Promise<string> {
  assertMayRegister(viewing);
  if (!sight.tickets) throw forbidden('NOT_ENTITLED', { action: 'read', type: 'ticket' });
  const { office, locale } = viewing;
  const decided = await decidedOf(viewing, documentId);
  const ticket = presentRecord(office, 'ticket', decided.record);
  const outcome = await outcomeView(viewing, decided);
  const names = new Map([
    ...(await fullLabel(viewing, ticket.unit)),
    ...(await labelsOf(office, 'category', idIn(ticket.category))),
  ]);
  const moment = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: office.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const shown = (field: string, value: unknown): string => {
    if (typeof value !== 'string') return '';
    return field === 'receivedAt' ? moment.format(Date.parse(value)) : (names.get(value) ?? value);
  };
  const row = (label: string, text: string) => `<tr><th>${escaped(label)}</th><td>${escaped(text)}</td></tr>`;
  const lines = LINES.map((field) => [field, shown(field, ticket[field])] as const)
    .filter(([, text]) => text !== '')
    .map(([field, text]) => row(fieldLabel('ticket', field, locale), text));
  const promises = outcome.promises
    .filter(({ toCaller }) => toCaller)
    .map(({ label, dueAt }) =>
      row(label, say(WORDS.by, locale, { moment: moment.format(Date.parse(dueAt)) })),
    );
  const phone = await servicePhone(viewing, decided.record);
  return paper({
    locale,
    title: `${say(typeWords.ticket ?? WORDS.keep, locale)} ${ticket.number}`,
    style: STYLE,
    body: `<h1>${escaped(ticket.number)}</h1>
<p>${escaped(outcome.kindLabel)} · ${escaped(outcome.stageLabel)}${outcome.emergency.urgent ? ` · <strong>${escaped(say(WORDS.urgent, locale))}</strong>` : ''}</p>
<table>${lines.join('\n')}</table>
${promises.length > 0 ? `<h2>${escaped(say(WORDS.promised, locale))}</h2>\n<table>${promises.join('\n')}</table>` : ''}
<p>${phone ? `${escaped(say(WORDS.office, locale))} <strong>${escaped(phone)}</strong><br>` : ''}${escaped(say(WORDS.keep, locale))}</p>`,
  });
}

const STYLE = 'h1 { font-size: 2rem; margin-bottom: 0; } h2 { font-size: 1rem; margin: 1.2rem 0 .4rem; }';

/** A home with the name of its community, by its documentId. */
async function fullLabel({ office }: Viewing, unit: unknown): Promise<Map<string, string>> {
  const rows = await query<{ id: string; label: string }>(
    office.pool,
    'SELECT document_id AS id, coalesce(full_label, label) AS label FROM units WHERE document_id = ANY($1::text[])',
    [idIn(unit)],
  );
  return new Map(rows.map(({ id, label }) => [id, label]));
}

const idIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);

/** The phone of the community that the request is about; of the first that has one where it is about none. */
async function servicePhone(
  { office }: Viewing,
  { unit, community }: Readonly<Record<string, unknown>>,
): Promise<string | null> {
  const [row] = await query<{ phone: string }>(
    office.pool,
    `SELECT c.service_phone AS phone FROM communities c WHERE nullif(c.service_phone, '') IS NOT NULL
     ORDER BY (c.document_id = $1) DESC NULLS LAST, (c.id = (
       SELECT k.community_id FROM units u JOIN units_building_lnk l ON l.unit_id = u.id
       JOIN buildings_community_lnk k ON k.building_id = l.building_id WHERE u.document_id = $2 LIMIT 1)) DESC NULLS LAST, c.id
     LIMIT 1`,
    [community ?? null, unit ?? null],
  );
  return row?.phone ?? null;
}
