import type { Recipient } from '../rules/cases/types';
import { holderOf, type StaffEntry } from '../rules/people/directory';
import type { Part } from './db';
import { newDocumentId } from './ids';
import { keyOf, type QueuedMessage, type Work } from './work';

/** The job that hands one message over; its payload is `{message: documentId}`. */
export const DELIVER_JOB = 'deliver_message';

const JOBS = [
  'jobs_new',
  `SELECT count(*) AS jobs FROM graphile_worker.add_jobs(ARRAY(
     SELECT ROW('${DELIVER_JOB}', json_build_object('message', document_id), NULL, NULL, 8, NULL, NULL, NULL)::graphile_worker.job_spec
     FROM messages_new WHERE state = 'queued'), false)`,
] as const;

interface OutboxRow {
  readonly document_id: string;
  readonly channel: 'panel' | 'email';
  readonly recipient_kind: string;
  readonly recipient_id: string | null;
  readonly recipient_name: string | null;
  readonly template: string;
  readonly params: unknown;
  readonly case_type: string;
  readonly case_id: string;
  readonly case_number: string | null;
  readonly dedupe_key: string | null;
}

/** A message on its way into the outbox, and whether it carries a one-time link. */
export interface Told {
  readonly row: OutboxRow;
  readonly link: boolean;
}

/** Everybody who is told of what a transaction has decided. */
export const toldIn = (work: Work): Told[] =>
  work.messages.flatMap((message) =>
    rowsOf(work, message).map((row) => ({ row, link: message.link === true && row.channel === 'email' })),
  );

/**
 * The messages of a transaction as outbox rows, in the same statement as what caused them. One that is sent by mail comes
 * with the job that sends it; what stands in the panel is there for its reader with the commit.
 */
export function outboxPart(told: readonly Told[], now: number): Part[] {
  const rows = told.map(({ row }) => row);
  if (rows.length === 0) return [];
  const moment = new Date(now).toISOString();
  const byMail = rows.some(({ channel }) => channel === 'email');
  return [
    {
      ctes: [
        [
          'messages_new',
          `INSERT INTO outbox_messages (document_id, created_at, updated_at, published_at, channel, recipient_kind, recipient_id,
             recipient_name, template, params, case_type, case_id, case_number, dedupe_key, state, sent_at, attempts)
           SELECT x.document_id, $?::timestamp, $?::timestamp, $?::timestamp, x.channel, x.recipient_kind, x.recipient_id,
             x.recipient_name, x.template, x.params, x.case_type, x.case_id, x.case_number, x.dedupe_key,
             CASE x.channel WHEN 'panel' THEN 'sent' ELSE 'queued' END, CASE x.channel WHEN 'panel' THEN $?::timestamp END, 0
           FROM jsonb_to_recordset($?::jsonb) AS x(document_id text, channel text, recipient_kind text, recipient_id text,
             recipient_name text, template text, params jsonb, case_type text, case_id text, case_number text, dedupe_key text)
           ON CONFLICT (dedupe_key) DO NOTHING RETURNING document_id, state`,
        ],
        ...(byMail ? [JOBS] : []),
      ],
      params: [moment, moment, moment, moment, JSON.stringify(rows)],
      ...(byMail ? { force: '(SELECT jobs FROM jobs_new)' } : {}),
    },
  ];
}

function rowsOf(work: Work, message: QueuedMessage): OutboxRow[] {
  const number =
    work.cases.get(keyOf(message.caseType, message.caseId))?.record.number ?? message.params?.number;
  const common = {
    template: message.template,
    params: { ...message.params, ...(number ? { number } : {}) },
    case_type: message.caseType,
    case_id: message.caseId,
    case_number: typeof number === 'string' ? number : null,
  };
  return recipientsOf(work, message.to, message.below).map((recipient) => ({
    ...common,
    document_id: newDocumentId(),
    ...recipient,
    dedupe_key: message.dedupeKey ? `${message.dedupeKey}:${recipient.recipient_id ?? ''}` : null,
  }));
}

function recipientsOf(work: Work, to: Recipient, below: string | null) {
  const { directory } = work.policy;
  if ('contractor' in to) {
    const contractor = work.policy.contractors.get(to.contractor);
    return [
      {
        channel: contractor?.email ? ('email' as const) : ('panel' as const),
        recipient_kind: 'contractor',
        recipient_id: to.contractor,
        recipient_name: contractor?.name ?? null,
      },
    ];
  }
  if ('outsideParty' in to) {
    const party = work.policy.outsideParties.get(to.outsideParty);
    if (!party) return [];
    return [
      {
        channel: party.email ? ('email' as const) : ('panel' as const),
        recipient_kind: 'agency',
        recipient_id: party.id,
        recipient_name: party.name.zh,
      },
    ];
  }
  if ('addressIn' in to) {
    return [
      {
        channel: 'email' as const,
        recipient_kind: 'case_address',
        recipient_id: to.addressIn,
        recipient_name: to.name,
      },
    ];
  }
  if ('team' in to) {
    const crew = directory.teams.get(to.team) ?? [];
    return crew.flatMap((id) => staffRecipient(directory.staff.get(id)));
  }
  if ('staff' in to) return staffRecipient(directory.staff.get(to.staff));
  return staffRecipient(holderOf(directory, { post: to.post, department: to.department, below }));
}

function staffRecipient(entry: StaffEntry | null | undefined) {
  if (!entry) return [];
  return [
    {
      channel: entry.email ? ('email' as const) : ('panel' as const),
      recipient_kind: 'staff',
      recipient_id: entry.id,
      recipient_name: entry.name,
    },
  ];
}
