import type { CaseRecord } from '../../rules/cases/types';
import { answerWords } from '../../rules/words/links';
import { say, type Locale } from '../../rules/words/say';
import { readCase, schemaView, stageLabel } from '../door/views';
import { query } from '../db';
import type { Office } from '../office';
import { presentRecord } from '../present';
import { linksOf, openAnswers } from './answer';
import { findLink, holderOf, type Link } from './find';

/** JSON Schema of the fields of an answer, as the actions behind it have them. */
export interface AnswerSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly required: readonly string[];
}

export interface AnswerView {
  readonly answer: string;
  readonly label: string;
  readonly schema: AnswerSchema;
}

/** What a contractor needs to know of an order, and no more; personal data masked, moments ISO strings. */
export interface LinkView {
  readonly number: string;
  readonly contractor: string;
  readonly stage: string;
  readonly stageLabel: string;
  readonly matter: string | null;
  readonly workDescription: string | null;
  readonly place: string | null;
  readonly appointmentFrom: string | null;
  readonly appointmentTo: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly expiresAt: string;
  readonly answers: readonly AnswerView[];
}

const word = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

/** What stands behind a link that can be answered. Throws what `findLink` and `holderOf` throw. */
export async function showLink(office: Office, token: string, locale: Locale): Promise<LinkView> {
  const link = await findLink(office.pool, token);
  const actor = holderOf(office, await office.policy.current(office.pool), link);
  const { caseType: type, caseId } = link;
  const order = await readCase(office, type, caseId);
  const record = presentRecord(office, type, order);
  const ticket = presentRecord(office, 'ticket', await readCase(office, 'ticket', String(order.ticket)));
  const open = openAnswers(office, { type, record: order, actor });
  return {
    number: record.number,
    contractor: actor.name,
    stage: record.stage,
    stageLabel: stageLabel(type, record.stage, locale),
    matter: word(ticket.matter),
    workDescription: word(record.workDescription),
    place: await placeOf(office, ticket as CaseRecord),
    appointmentFrom: word(record.appointmentFrom),
    appointmentTo: word(record.appointmentTo),
    contactName: word(ticket.requesterName),
    contactPhone: word(ticket.contactPhone),
    expiresAt: link.expiresAt,
    answers: open.map((answer) => answerView(office, { link, answer, locale })),
  };
}

async function placeOf({ pool }: Office, ticket: CaseRecord): Promise<string | null> {
  const [unit] = await query<{ label: string }>(pool, 'SELECT label FROM units WHERE document_id = $1', [
    ticket.unit ?? '',
  ]);
  return [unit?.label, word(ticket.exactLocation)].filter((part) => part).join(' · ') || null;
}

/** The name of an answer, as its button has it. */
export const answerLabel = (answer: string, locale: Locale): string => {
  const words = answerWords[answer];
  return words ? say(words, locale) : answer;
};

function answerView(
  office: Office,
  { link, answer, locale }: { link: Link; answer: string; locale: Locale },
): AnswerView {
  const steps = linksOf(office, link.caseType).answers[answer] ?? [];
  const properties: Record<string, Readonly<Record<string, unknown>>> = {};
  const required: string[] = [];
  for (const [index, { action, fields }] of steps.entries()) {
    const schema = schemaView(office, { type: link.caseType, action, locale }) as Partial<AnswerSchema>;
    for (const field of fields) {
      properties[field] = schema.properties?.[field] ?? {};
      if (index === 0 && schema.required?.includes(field)) required.push(field);
    }
  }
  return { answer, label: answerLabel(answer, locale), schema: { type: 'object', properties, required } };
}
