import { run, runMigrations, Logger, type Runner, type TaskList } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import { say, type Locale } from '../rules/words/say';
import { messageWords } from '../rules/words/messages';
import { digestHeads } from './chain';
import { inTransaction, query } from './db';
import { tableFor, type Office } from './office';
import { forgetOldLinks } from './links/forget';
import { linkOfMessage } from './links/mailed';
import { DELIVER_JOB } from './outbox';
import { makeSummaries } from './reports';
import type { Policy } from './policy';
import { forgetOldAnswers } from './perform';

/** Lays down graphile-worker's own schema; needed before the first message can be written. */
export const prepareWorker = (pool: Pool): Promise<void> => runMigrations({ pgPool: pool, logger: quiet });

const quiet = new Logger(() => () => undefined);

interface OutboxMessage {
  readonly documentId: string;
  readonly channel: string;
  readonly recipientKind: string | null;
  readonly recipientId: string | null;
  readonly template: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly caseType: string;
  readonly caseId: string;
}

/** Hands one message over, once: whoever comes a second time, or at the same time, finds it sent and does nothing. */
export async function deliver(office: Office, documentId: string): Promise<void> {
  try {
    await inTransaction(office.pool, (client) => handOver(office, client, documentId), { attempts: 1 });
  } catch (error) {
    await query(
      office.pool,
      `UPDATE outbox_messages SET state = 'failed', attempts = attempts + 1, last_error = $2 WHERE document_id = $1`,
      [documentId, (error as Error).message.slice(0, 500)],
    );
    throw error;
  }
}

async function handOver(office: Office, client: PoolClient, documentId: string): Promise<void> {
  const [message] = await query<OutboxMessage & Record<string, unknown>>(
    client,
    `SELECT document_id AS "documentId", channel, recipient_kind AS "recipientKind", recipient_id AS "recipientId", template, params,
       case_type AS "caseType", case_id AS "caseId"
     FROM outbox_messages WHERE document_id = $1 AND state <> 'sent' FOR UPDATE`,
    [documentId],
  );
  if (!message) return;
  if (message.channel === 'email') await mail(office, message);
  await query(
    client,
    `UPDATE outbox_messages SET state = 'sent', sent_at = now() AT TIME ZONE 'UTC', attempts = attempts + 1, last_error = NULL WHERE document_id = $1`,
    [documentId],
  );
}

async function mail(office: Office, message: OutboxMessage): Promise<void> {
  const policy = await office.policy.current(office.pool);
  const to =
    message.recipientKind === 'case_address'
      ? await addressInCase(office, message)
      : addressOf(policy, message);
  if (!to) return;
  const { subject, text } = textOf(message, 'zh-Hans');
  const link = await linkOfMessage(office, message.documentId, 'zh-Hans');
  const body = link ? `${text}\n\n${link.text}` : text;
  try {
    await office.strapi.plugin('email').service('email').send({ to, subject, text: body });
  } catch (error) {
    // What went wrong is kept for people to read, and some mail servers quote what they were sent.
    throw link ? new Error((error as Error).message.replaceAll(link.token, '…')) : error;
  }
}

/** The address that the case itself holds for somebody without an account. */
async function addressInCase(
  office: Office,
  { caseType, caseId, recipientId }: OutboxMessage,
): Promise<string | null> {
  const { table, columns } = tableFor(office, caseType);
  const known = columns.find(({ attribute }) => attribute === recipientId);
  if (!known) return null;
  const [row] = await query<{ address: string | null }>(
    office.pool,
    `SELECT "${known.column}" AS address FROM "${table}" WHERE document_id = $1`,
    [caseId],
  );
  return row?.address ?? null;
}

/** Where a message by mail goes, as the registers have it today. */
function addressOf(
  { directory, outsideParties, contractors }: Policy,
  { recipientKind, recipientId }: OutboxMessage,
): string | null | undefined {
  if (recipientKind === 'contractor') return contractors.get(recipientId ?? '')?.email;
  if (recipientKind !== 'agency') return directory.staff.get(recipientId ?? '')?.email;
  return [...outsideParties.values()].find(({ id }) => id === recipientId)?.email;
}

/** The words of a message in one language. */
export function textOf(
  message: Pick<OutboxMessage, 'template' | 'params'>,
  locale: Locale,
): { subject: string; text: string } {
  const words = messageWords[message.template];
  if (!words) return { subject: message.template, text: message.template };
  return {
    subject: say(words.subject, locale, message.params),
    text: say(words.text, locale, message.params),
  };
}

/** Starts handing out messages and the nightly tasks, on the same PostgreSQL. */
export function startWorker(office: Office): Promise<Runner> {
  const taskList: TaskList = {
    [DELIVER_JOB]: (payload) => deliver(office, (payload as { message: string }).message),
    digest_heads: () => digestHeads(office),
    forget_old_answers: async () => {
      await forgetOldAnswers(office, 7);
      await forgetOldLinks(office, 90);
    },
    make_summaries: async () => void (await makeSummaries(office)),
  };
  return run({
    pgPool: office.pool,
    taskList,
    concurrency: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    crontab: ['15 18 * * * digest_heads', '30 18 * * * forget_old_answers', '5 * * * * make_summaries'].join(
      '\n',
    ),
    logger: quiet,
  });
}
