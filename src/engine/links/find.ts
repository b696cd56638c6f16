import type { Pool, PoolClient } from 'pg';
import type { Actor } from '../../rules/cases/types';
import { conflict, gone, notFound } from '../../rules/refusal';
import { query } from '../db';
import type { Office } from '../office';
import type { Policy } from '../policy';
import { hashOf, isTokenOf, linkKey, tokenOf, type LinkFacts } from './token';

/** A link as it stands in the database; moments are ISO strings. */
export interface Link extends LinkFacts {
  readonly usedAt: string | null;
  readonly voidedAt: string | null;
}

const SELECT = `SELECT l.id, l.case_type AS "caseType", l.case_id AS "caseId", l.holder, l.expires_at AS "expiresAt",
  l.voided_at AS "voidedAt", a.at AS "usedAt" FROM gj_links l LEFT JOIN gj_link_answers a ON a.link_id = l.id`;

type LinkRow = Link & Record<string, unknown>;

/** Checked in place of a link that is not there, so that its absence takes as long as a wrong signature. */
const NO_LINK: Link = {
  id: '',
  caseType: '',
  caseId: '',
  holder: '',
  expiresAt: '',
  usedAt: null,
  voidedAt: null,
};

/** The link of a token. Throws LINK_UNKNOWN, the same for one that never was and for one that was tampered with. */
export async function findLink(client: Pool | PoolClient, token: string): Promise<Link> {
  const [row] = await query<LinkRow>(client, `${SELECT} WHERE l.hash = $1`, [hashOf(token)]);
  const genuine = isTokenOf(token, row ?? NO_LINK, linkKey());
  if (!row || !genuine) throw notFound('LINK_UNKNOWN', {});
  return row;
}

/** The link that a case can be answered by now, as an address; null for none. */
export async function openLinkOf(
  { strapi }: Pick<Office, 'strapi'>,
  client: Pool | PoolClient,
  { caseType, caseId }: Pick<Link, 'caseType' | 'caseId'>,
): Promise<{ token: string; url: string } | null> {
  const [row] = await query<LinkRow>(
    client,
    `${SELECT} WHERE l.case_id = $1 AND l.case_type = $2 AND l.voided_at IS NULL AND a.at IS NULL`,
    [caseId, caseType],
  );
  return row ? addressed(strapi, row) : null;
}

/** The link that a message carries, as long as it can be answered; null for none. */
export async function openLinkIn(
  { strapi, pool, now }: Pick<Office, 'strapi' | 'pool' | 'now'>,
  message: string,
): Promise<{ token: string; url: string; expiresAt: string } | null> {
  const [row] = await query<LinkRow>(
    pool,
    `${SELECT} WHERE l.message_id = $1 AND l.voided_at IS NULL AND a.at IS NULL`,
    [message],
  );
  if (!row || now() >= Date.parse(row.expiresAt)) return null;
  return { ...addressed(strapi, row), expiresAt: row.expiresAt };
}

function addressed(strapi: Office['strapi'], row: Link): { token: string; url: string } {
  const token = tokenOf(row, linkKey());
  const base = strapi.config.get<string>('server.absoluteUrl');
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  return { token, url: `${base}${prefix}/contractor-links/${token}` };
}

/**
 * The contractor behind a link that can still be answered. Throws LINK_USED, LINK_SUPERSEDED (it went to somebody
 * else, is over, got a newer link, or the contractor works for us no more), LINK_EXPIRED.
 */
export function holderOf({ now }: Pick<Office, 'now'>, policy: Policy, link: Link): Actor {
  if (link.usedAt) throw conflict('LINK_USED', {});
  const contractor = policy.contractors.get(link.holder);
  if (link.voidedAt || !contractor?.active) throw gone('LINK_SUPERSEDED', {});
  if (now() >= Date.parse(link.expiresAt)) throw gone('LINK_EXPIRED', {});
  return {
    kind: 'contractor',
    id: contractor.id,
    name: contractor.name,
    posts: [],
    teams: [],
    via: 'link',
  };
}
