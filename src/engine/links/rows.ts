import type { CaseDefinition, CaseRecord, LinkDefinition } from '../../rules/cases/types';
import type { Part } from '../db';
import { definitionOf } from '../office';
import type { Told } from '../outbox';
import { keyOf, type HeldCase, type Work } from '../work';
import { hashOf, linkKey, newLinkId, tokenOf } from './token';

const DAY = 86_400_000;

interface LinkRow {
  readonly id: string;
  readonly hash: string;
  readonly case_type: string;
  readonly case_id: string;
  readonly holder: string;
  readonly message_id: string;
  readonly expires_at: string;
}

/**
 * The links of a transaction, in the same statement as what caused them: new ones for the messages that carry one, and
 * void ones where a case goes to somebody else, is over, or gets a new link.
 */
export function linkParts(work: Work, told: readonly Told[], now: number): Part[] {
  const made = linksFor(work, told, now);
  const voided = new Map(
    [...work.cases.values()].filter((held) => endsLinks(work, held)).map((held) => [caseKey(held), held]),
  );
  const ends = [
    ...[...voided.values()].map(({ type, record }) => ({ case_type: type, case_id: record.documentId })),
    ...made
      .filter(({ case_type, case_id }) => !voided.has(keyOf(case_type, case_id)))
      .map(({ case_type, case_id }) => ({ case_type, case_id })),
  ];
  if (ends.length === 0) return [];
  const moment = new Date(now).toISOString();
  const ending: Part = {
    ctes: [
      [
        'links_void',
        `UPDATE gj_links l SET voided_at = $?::timestamp FROM jsonb_to_recordset($?::jsonb) AS x(case_type text, case_id text)
         WHERE l.case_id = x.case_id AND l.case_type = x.case_type AND l.voided_at IS NULL RETURNING l.id`,
      ],
    ],
    params: [moment, JSON.stringify(ends)],
  };
  if (made.length === 0) return [ending];
  const making: Part = {
    ctes: [
      [
        'links_new',
        // One open link a case: the old one is void before the new one is there.
        `INSERT INTO gj_links (id, hash, case_type, case_id, holder, message_id, issued_at, expires_at)
         SELECT x.id, x.hash, x.case_type, x.case_id, x.holder, x.message_id, $?::timestamp, x.expires_at
         FROM jsonb_to_recordset($?::jsonb) AS x(id text, hash text, case_type text, case_id text, holder text,
           message_id text, expires_at timestamp) WHERE (SELECT count(*) FROM links_void) >= 0`,
      ],
    ],
    params: [moment, JSON.stringify(made)],
  };
  return [ending, making];
}

const caseKey = ({ type, record }: HeldCase): string => keyOf(type, record.documentId);

/** Whether the case has just left its holder, or come to where there is nothing left to answer. */
function endsLinks({ office }: Work, { type, record, stored }: HeldCase): boolean {
  const { links } = definitionOf(office, type);
  if (!links || !stored?.[links.holder]) return false;
  if (stored[links.holder] !== record[links.holder]) return true;
  return links.over.includes(record.stage) && !links.over.includes(stored.stage);
}

/** One link a case, for the last message that carries one, as long as the case is still with whom it is for. */
function linksFor(work: Work, told: readonly Told[], now: number): LinkRow[] {
  if (work.past) return [];
  const made = new Map<string, LinkRow>();
  for (const { row, link } of told) {
    const held = link ? work.cases.get(keyOf(row.case_type, row.case_id)) : undefined;
    const definition = held && definitionOf(work.office, held.type);
    if (!held || !definition?.links || !isWith(definition, held.record, row.recipient_id)) continue;
    made.set(caseKey(held), newLink(work, { held, links: definition.links, message: row.document_id, now }));
  }
  return [...made.values()];
}

const isWith = ({ links }: CaseDefinition, record: CaseRecord, holder: string | null): boolean =>
  links !== undefined && record[links.holder] === holder && !links.over.includes(record.stage);

interface NewLink {
  readonly held: HeldCase;
  readonly links: LinkDefinition;
  /** documentId of the message that carries it. */
  readonly message: string;
  readonly now: number;
}

function newLink({ office }: Work, { held: { type, record }, links, message, now }: NewLink): LinkRow {
  const named = links.lastsFrom ? record[links.lastsFrom] : null;
  const from = Math.max(now, typeof named === 'string' ? Date.parse(named) : now);
  const days = office.strapi.config.get<number>('office.contractorLinkDays');
  const facts = {
    id: newLinkId(),
    caseType: type,
    caseId: record.documentId,
    holder: String(record[links.holder]),
    expiresAt: new Date(from + days * DAY).toISOString(),
  };
  return {
    id: facts.id,
    hash: hashOf(tokenOf(facts, linkKey())),
    case_type: type,
    case_id: facts.caseId,
    holder: facts.holder,
    message_id: message,
    expires_at: facts.expiresAt,
  };
}
