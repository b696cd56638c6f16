import type { PoolClient } from 'pg';
import { openActions } from '../../rules/cases/decide';
import type { CaseRecord, LinkDefinition, LinkStep } from '../../rules/cases/types';
import { conflict, invalid } from '../../rules/refusal';
import { inTransaction, query } from '../db';
import { definitionOf, type Office } from '../office';
import { performWithin, type Performed } from '../perform';
import type { Policy } from '../policy';
import { holdCase, newWork } from '../work';
import { findLink, holderOf, openLinkOf, type Link } from './find';

/** What comes in by a link: the answer, and the fields that it asks for. */
export type Given = Readonly<Record<string, unknown>>;

export interface Answered {
  readonly link: Link;
  readonly answer: string;
  /** The record as it is after the answer, personal data masked. */
  readonly record: Performed['record'];
  /** The link for what comes after; null when there is nothing more to answer. */
  readonly next: { readonly token: string; readonly url: string } | null;
}

/** What the case type lets people outside answer. Throws a plain `Error` for one that lets them answer nothing. */
export function linksOf(office: Pick<Office, 'definitions'>, type: string): LinkDefinition {
  const { links } = definitionOf(office, type);
  if (!links) throw new Error(`${type} is not answered by links`);
  return links;
}

/** The answers that are open to the holder on the record as it is now. */
export function openAnswers(
  office: Pick<Office, 'definitions'>,
  { type, record, actor }: { type: string; record: CaseRecord; actor: ReturnType<typeof holderOf> },
): string[] {
  const open = new Set(openActions(definitionOf(office, type), record, actor));
  return Object.entries(linksOf(office, type).answers)
    .filter(([, steps]) => open.has(steps[0]?.action ?? ''))
    .map(([answer]) => answer);
}

/**
 * Answers by a link, once: its mark as used and the actions that the answer stands for are one transaction, so an
 * answer that the rules refuse leaves the link as it was. Throws the refusals of the link, of the actions, INPUT_INVALID
 * for no known answer, INPUT_UNKNOWN_FIELD.
 */
export async function answerLink(office: Office, token: string, given: Given): Promise<Answered> {
  const policy = await office.policy.current(office.pool);
  return inTransaction(office.pool, async (client) => {
    const found = await findLink(client, token);
    // The case first: two answers, or an answer and a reassignment, come one after the other.
    await holdCase(newWork(office, client, policy), found.caseType, found.caseId);
    const link = await findLink(client, token);
    const actor = holderOf(office, policy, link);
    const { answer, steps } = stepsIn(linksOf(office, link.caseType), given);
    await markUsed(client, { link, answer, at: office.now() });
    const { record } = await performAll(office, { client, policy, link, actor, steps });
    return { link, answer, record, next: await openLinkOf(office, client, link) };
  });
}

async function markUsed(
  client: PoolClient,
  { link, answer, at }: { link: Link; answer: string; at: number },
): Promise<void> {
  const marked = await query(
    client,
    'INSERT INTO gj_link_answers (link_id, answer, at) VALUES ($1, $2, $3::timestamp) ON CONFLICT DO NOTHING RETURNING link_id',
    [link.id, answer, new Date(at).toISOString()],
  );
  if (marked.length === 0) throw conflict('LINK_USED', {});
}

interface Answering {
  readonly client: PoolClient;
  readonly policy: Policy;
  readonly link: Link;
  readonly actor: ReturnType<typeof holderOf>;
  readonly steps: readonly { readonly action: string; readonly input: Given }[];
}

async function performAll(office: Office, { client, policy, link, actor, steps }: Answering) {
  let performed: Performed | undefined;
  for (const { action, input } of steps) {
    const request = { type: link.caseType, id: link.caseId, action, input, actor };
    performed = await performWithin({ office, client, policy, request });
  }
  if (!performed) throw new Error(`${link.caseType}: an answer of no steps`);
  return performed;
}

/** The answer that is given and the actions that it stands for, each with its part of the fields. */
function stepsIn({ answers }: LinkDefinition, { answer, ...fields }: Given) {
  if (answer === undefined || answer === null) {
    throw invalid('INPUT_INVALID', { field: 'answer', reason: 'missing' });
  }
  const steps = typeof answer === 'string' && Object.hasOwn(answers, answer) ? answers[answer] : undefined;
  if (typeof answer !== 'string' || !steps) {
    throw invalid('INPUT_INVALID', { field: 'answer', reason: 'not_a_choice' });
  }
  const known = new Set(steps.flatMap((step) => step.fields));
  const unknown = Object.keys(fields).find((field) => !known.has(field));
  if (unknown !== undefined) throw invalid('INPUT_UNKNOWN_FIELD', { field: unknown });
  const inputOf = (step: LinkStep): Given =>
    Object.fromEntries(step.fields.filter((field) => field in fields).map((field) => [field, fields[field]]));
  return {
    answer,
    steps: steps
      .map((step, index) => ({ step, index, input: inputOf(step) }))
      .filter(
        ({ step, index, input }) =>
          index === 0 || step.fields.length === 0 || Object.values(input).some((value) => value !== null),
      )
      .map(({ step, input }) => ({ action: step.action, input })),
  };
}
