import { Client } from 'pg';

import { CannotStart, type Sentence } from './sentences';

const OLDEST = 14;
const PATIENCE = 10_000;

type Facts = { version: number; encoding: string; may_create: boolean };

const FACTS = `
  select current_setting('server_version_num')::int / 10000 as version,
         current_setting('server_encoding') as encoding,
         has_schema_privilege(current_schema(), 'CREATE') as may_create`;

/**
 * Makes sure that the database given by DATABASE_URL is there, lets us in, and can hold an office.
 * @throws CannotStart with what is wrong. The password is never part of the sentence.
 */
export async function checkDatabase(env: NodeJS.ProcessEnv): Promise<void> {
  const url = parse(env['DATABASE_URL'] ?? '');
  const facts = await ask(url, env).catch((error: unknown) => {
    throw new CannotStart(whatIsWrong(url, error as NodeJS.ErrnoException));
  });
  if (facts.version < OLDEST) {
    throw new CannotStart({
      zh: `数据库是 PostgreSQL ${facts.version}，需要 ${OLDEST} 或更新。`,
      en: `The database is PostgreSQL ${facts.version}; ${OLDEST} or newer is needed.`,
    });
  }
  if (facts.encoding !== 'UTF8') {
    throw new CannotStart({
      zh: `数据库编码是 ${facts.encoding}，需要 UTF8。`,
      en: `The database's encoding is ${facts.encoding}; UTF8 is needed.`,
    });
  }
  if (!facts.may_create) {
    throw new CannotStart({
      zh: `用户 ${url.username} 不能在数据库里建表。请授权：GRANT CREATE ON SCHEMA public TO ${url.username}。`,
      en: `The user ${url.username} may not create tables. Grant it: GRANT CREATE ON SCHEMA public TO ${url.username}.`,
    });
  }
}

function parse(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^postgres(ql)?:$/.test(url.protocol)) return url;
  throw new CannotStart({
    zh: 'DATABASE_URL 应是 postgresql://用户:密码@主机:5432/数据库 的形式。',
    en: 'DATABASE_URL must look like postgresql://user:password@host:5432/database.',
  });
}

async function ask(url: URL, env: NodeJS.ProcessEnv): Promise<Facts> {
  const ssl = env['DATABASE_SSL'] === 'true' && {
    rejectUnauthorized: env['DATABASE_SSL_VERIFY'] !== 'false',
    ca: env['DATABASE_SSL_CA'],
  };
  const client = new Client({ connectionString: url.href, ssl, connectionTimeoutMillis: PATIENCE });
  // A connection that breaks later is reported by the query that was waiting on it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Facts>(FACTS);
    if (!rows[0]) throw new Error('no answer');
    return rows[0];
  } finally {
    await client.end();
  }
}

function whatIsWrong(url: URL, error: NodeJS.ErrnoException): Sentence {
  const where = `${url.hostname}:${url.port || 5432}`;
  const database = decodeURIComponent(url.pathname.slice(1));
  switch (error.code) {
    case '28P01':
    case '28000':
      return {
        zh: `数据库 ${where} 不接受用户 ${url.username} 的密码。请检查 DATABASE_URL。`,
        en: `The database at ${where} refuses user ${url.username}. Check DATABASE_URL.`,
      };
    case '3D000':
      return {
        zh: `${where} 上没有名为 ${database} 的数据库。请先建好它。`,
        en: `There is no database named ${database} at ${where}. Create it first.`,
      };
    default:
      return {
        zh: `连不上数据库 ${where}（${reason(error)}）。请检查 DATABASE_URL，以及数据库是否在运行。`,
        en: `The database at ${where} cannot be reached (${reason(error)}). Check DATABASE_URL and that it is running.`,
      };
  }
}

/** A refused name with several addresses fails with several errors at once, and no text of its own. */
function reason(error: NodeJS.ErrnoException): string {
  return error.code ?? (error.message || error.name);
}
