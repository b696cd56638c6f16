import { invalid, notFound, Refusal } from '../../rules/refusal';

/** Deeper than any form of the office; Strapi walks what it is given by recursion. */
const DEEPEST = 40;
/** Values in one body; a body of one megabyte could hold half a million. */
const MOST_VALUES = 100_000;

interface Place {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}

/**
 * Refuses what no route can mean: text that PostgreSQL cannot keep as it is given (NUL, half a surrogate pair),
 * nesting beyond reason, names that every object of the language has (`__proto__`, `toString`). Names the field by its path.
 * Looks at everything without recursion, so that depth itself cannot hurt it.
 */
export function assertSound(given: unknown): void {
  const open: Place[] = [{ value: given, path: '', depth: 0 }];
  let seen = 0;
  for (let place = open.pop(); place; place = open.pop()) {
    const { value, path, depth } = place;
    seen += 1;
    if (seen > MOST_VALUES) throw new Refusal('BODY_TOO_LARGE', 'invalid', {});
    if (typeof value === 'string') assertStorable(value, path);
    if (!isOpen(value)) continue;
    if (depth >= DEEPEST) throw new Refusal('BODY_TOO_DEEP', 'invalid', {});
    for (const [name, inner] of Object.entries(value)) {
      const inside = path ? `${path}.${name}` : name;
      if (name in Object.prototype) throw invalid('INPUT_UNKNOWN_FIELD', { field: inside });
      if (!isStorable(name)) throw invalid('TEXT_NOT_STORABLE', { field: path });
      open.push({ value: inner, path: inside, depth: depth + 1 });
    }
  }
}

/** Every route of the office takes a record or nothing: a list by itself is none. */
export function assertRecord(body: unknown): void {
  if (Array.isArray(body)) throw new Refusal('BODY_MALFORMED', 'invalid', {});
}

/** Bodies that Strapi's own controllers take on trust, and stumble over when they are anything else. */
const ON_TRUST = [
  { route: 'POST /admin/permissions/check', field: 'permissions', fits: Array.isArray },
  { route: 'POST /admin/users', field: 'email', fits: (value: unknown) => typeof value === 'string' },
  { route: 'PUT /users-permissions/email-templates', field: 'email-templates', fits: isOpen },
] as const;

/** Refuses a body that Strapi's controller of this route would stumble over. Throws INPUT_INVALID. */
export function assertTrusted(route: string, body: unknown): void {
  for (const { route: trusting, field, fits } of ON_TRUST) {
    if (route !== trusting) continue;
    const given = (isOpen(body) ? body : {}) as Readonly<Record<string, unknown>>;
    if (!fits(given[field])) throw invalid('INPUT_INVALID', { field, reason: 'shape' });
  }
}

/**
 * The same for the address: NUL would only fail in the database, and a name that every object of the language has
 * (`__proto__`, `constructor`) is no type, no field and no id, though Strapi would find something under it.
 */
export function assertSoundAddress(url: string): void {
  if (/%00|\0/.test(url)) throw invalid('TEXT_NOT_STORABLE', {});
  const [path = ''] = url.split('?');
  if (path.split('/').some((segment) => segment in Object.prototype)) throw notFound('NOT_FOUND', {});
}

function assertStorable(text: string, path: string): void {
  if (!isStorable(text)) throw invalid('TEXT_NOT_STORABLE', { field: fieldOf(path) });
}

const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Strapi's REST wraps the record in `data`; the field is the one inside. */
const fieldOf = (path: string): string => path.replace(/^data\./, '');

/** Files and other instances are not ours to look into. */
function isOpen(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
