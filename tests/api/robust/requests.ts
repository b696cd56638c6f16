import fc from 'fast-check';
import type { AttributeSeen, OfficeProcess, TypeSeen } from '../../support/office-process';

/** One request, ready to be sent. */
export type Wish = { as: 'site' | 'panel' | 'nobody'; method: string; path: string; body?: unknown };

type Any = fc.Arbitrary<unknown>;
type Office = Pick<OfficeProcess, 'types' | 'components' | 'routes'>;

/** Records that exist, by type; what is asked of them can be meant. */
export type Known = Record<string, string[]>;

const NOBODY = 'a'.repeat(24);

/** Text that somewhere is taken for something else. */
const oddText: Any = fc.oneof(
  fc.constantFrom(
    '1abc',
    '0',
    '-1',
    '1e9',
    '99999999999',
    'NaN',
    'null',
    'undefined',
    '[object Object]',
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff水',
    '%',
    '%00',
    '../..',
    "'; drop table tickets; --",
    '{{x}}',
    '$eq',
    '__proto__',
    'constructor',
    'true',
    '2026-02-30',
    '2026-13-01T00:00:00Z',
    '0000-00-00',
    '+275760-09-13',
    '9999999-01-01',
    '25:61:61',
    NOBODY,
    '1'.repeat(24),
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .nat({ max: 3_000 })
    .map((length) => (length * length) / 300)
    .map((length) => '长'.repeat(length)),
);

const oddNumber: Any = fc.oneof(
  fc.constantFrom(0, -1, 1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e20, 1e300, Number.MIN_VALUE, 12345678901),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const oddKey = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'id',
    'documentId',
    'connect',
    '$where',
    'length',
    '0',
    '',
  ),
  fc.string({ maxLength: 10 }),
);

/** An object with `__proto__` as a name of its own, as JSON can have it. */
const withKeys = (value: Any): Any =>
  fc.array(fc.tuple(oddKey, value), { maxLength: 4 }).map((pairs) => {
    const object = Object.create(null) as Record<string, unknown>;
    for (const [key, inner] of pairs)
      Object.defineProperty(object, key, { value: inner, enumerable: true, configurable: true });
    return object;
  });

const { junk } = fc.letrec((tie) => ({
  junk: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false),
    oddText,
    oddNumber,
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('junk'), { maxLength: 4 }),
  object: withKeys(tie('junk')),
}));

const deep = fc.integer({ min: 30, max: 3000 }).map((depth) => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
});

const moment = fc
  .date({ min: new Date('2026-11-01T00:00:00Z'), max: new Date('2026-11-22T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

function reference(known: Known, target = ''): Any {
  const ids = known[target] ?? [];
  const id = fc.oneof(
    ...(ids.length > 0 ? [fc.constantFrom(...ids)] : []),
    oddText,
    fc.integer({ min: -1, max: 5 }),
    fc.constant(NOBODY),
  );
  const one = fc.oneof(
    id,
    fc.record({ documentId: id }),
    fc.record({ id }),
    fc.record({ documentId: id, position: junk, locale: junk, status: junk, __type: oddText }),
  );
  const many = fc.array(fc.oneof(one, junk), { maxLength: 3 });
  const lists = fc.record(
    {
      connect: fc.oneof(one, many),
      disconnect: fc.oneof(one, many),
      set: fc.oneof(one, many),
      options: junk,
    },
    { requiredKeys: [] },
  );
  return fc.oneof(one, many, lists);
}

/** A value that the attribute could be meant to have. */
function meant(office: Office, known: Known, attribute: AttributeSeen): Any {
  switch (attribute.type) {
    case 'relation': {
      const ids = known[attribute.target ?? ''] ?? [];
      return ids.length > 0 ? fc.constantFrom(...ids) : fc.constant(undefined);
    }
    case 'media':
      return fc.constant(undefined);
    case 'component': {
      const inner = wellMeant(office, known, office.components[attribute.component ?? ''] ?? {});
      return attribute.repeatable ? fc.array(inner, { maxLength: 3 }) : inner;
    }
    case 'dynamiczone':
      return fc.constant([]);
    case 'enumeration':
      return fc.constantFrom(...(attribute.enum ?? ['x']));
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'biginteger':
      return fc.integer({ min: 0, max: 100 });
    case 'decimal':
    case 'float':
      return fc.double({ min: 0, max: 1000, noNaN: true });
    case 'date':
      return moment.map((text) => text.slice(0, 10));
    case 'datetime':
    case 'timestamp':
      return moment;
    case 'time':
      return moment.map((text) => text.slice(11, 23));
    case 'email':
      return fc.nat().map((n) => `p${n}@test.example`);
    case 'json':
      return fc.constantFrom(undefined, null, ['甲', '乙']);
    default:
      return fc.nat().map((n) => `文字 ${n}`);
  }
}

/** What stands in a field that is not meant: anything, and above all the shapes of a relation. */
const odd = (known: Known, attribute: AttributeSeen): Any =>
  attribute.type === 'relation' || attribute.type === 'media'
    ? fc.oneof({ weight: 3, arbitrary: reference(known, attribute.target) }, { weight: 1, arbitrary: junk })
    : fc.oneof({ weight: 3, arbitrary: junk }, { weight: 1, arbitrary: reference(known) });

function wellMeant(
  office: Office,
  known: Known,
  attributes: Record<string, AttributeSeen>,
): fc.Arbitrary<object> {
  const fields = Object.entries(attributes).map(([name, attribute]) => {
    const value = meant(office, known, attribute);
    const always = attribute.required || attribute.type === 'relation';
    return [name, always ? value : fc.option(value, { freq: 1, nil: undefined })] as const;
  });
  return fc.record(Object.fromEntries(fields));
}

/** The fields of a record: as they are meant, with one field spoilt, with everything spoilt, or no record at all. */
function record(office: Office, known: Known, attributes: Record<string, AttributeSeen>): Any {
  const names = Object.keys(attributes);
  const whole = wellMeant(office, known, attributes);
  const one = fc.constantFrom(...names).chain((name) => fc.record({ [name]: odd(known, attributes[name]!) }));
  const wild = fc.record(
    Object.fromEntries(
      names.map((name) => [name, fc.option(odd(known, attributes[name]!), { freq: 1, nil: undefined })]),
    ),
  );
  const both = ([two, three]: [object, unknown]) => ({ ...two, ...(three as object) });
  return fc.oneof(
    { weight: 2, arbitrary: whole },
    { weight: 6, arbitrary: fc.tuple(whole, one).map(both) },
    { weight: 2, arbitrary: wild },
    { weight: 1, arbitrary: fc.tuple(whole, withKeys(junk)).map(both) },
    { weight: 1, arbitrary: fc.oneof(junk, deep) },
  );
}

const query: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.tuple(
          fc.constantFrom(
            'filters[id]',
            'filters[documentId][$in][]',
            'filters[unit][id][$eq]',
            'filters[$or][0][createdAt][$gt]',
            'filters[x][y][z]',
            'filters[$and]',
            'populate',
            'populate[unit][filters][id]',
            'populate[0]',
            'sort',
            'sort[0]',
            'sort[unit][id]',
            'fields',
            'fields[0]',
            'locale',
            'locale[]',
            'status',
            'pagination[page]',
            'pagination[pageSize]',
            'pagination[limit]',
            'page',
            'pageSize',
            '_q',
            '_q[]',
            'ids[]',
            'idsToOmit[]',
            'idsToInclude[]',
            'a'.repeat(60),
          ),
          oddText,
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map(
        (pairs) =>
          '?' + pairs.map(([name, value]) => `${name}=${safe(String(value).slice(0, 300))}`).join('&'),
      ),
  },
);

/** Percent-encoded; half a surrogate pair has no encoding, so it goes as a byte that is none. */
function safe(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ff';
  }
}

const pathId = (ids: readonly string[] = []): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.constantFrom(...(ids.length > 0 ? ids : [NOBODY])) },
      { weight: 1, arbitrary: oddText },
    )
    .map((id) => safe(String(id).slice(0, 200)) || 'x');

/** Writing the records of one type through REST and through the panel's generated forms. */
function ofType(office: Office, known: Known, type: TypeSeen): fc.Arbitrary<Wish> {
  const data = record(office, known, type.attributes);
  const id = pathId(known[type.uid]);
  const forms = `/content-manager/${type.kind === 'singleType' ? 'single' : 'collection'}-types/${type.uid}`;
  const rest = type.uid.startsWith('api::') ? `/api/${type.plural}` : undefined;
  const wish = (as: Wish['as'], method: string, path: fc.Arbitrary<string>, body: Any): fc.Arbitrary<Wish> =>
    fc.record({ as: fc.constant(as), method: fc.constant(method), path, body });
  const at = (base: string, more = '') =>
    fc.tuple(id, query).map(([one, asked]) => `${base}/${one}${more}${asked}`);
  const wrapped = fc.oneof(
    { weight: 9, arbitrary: data.map((inner) => ({ data: inner })) },
    { weight: 1, arbitrary: junk },
  );
  const ids = fc.record(
    { documentIds: fc.oneof(fc.array(oddText, { maxLength: 3 }), junk), ids: junk },
    { requiredKeys: [] },
  );
  return fc.oneof(
    ...(rest
      ? [
          wish(
            'site',
            'POST',
            query.map((asked) => rest + asked),
            wrapped,
          ),
          wish('site', 'PUT', at(rest), wrapped),
          wish(
            'site',
            'GET',
            query.map((asked) => rest + asked),
            fc.constant(undefined),
          ),
          wish(
            'site',
            'DELETE',
            pathId().map((one) => `${rest}/${one}`),
            fc.constant(undefined),
          ),
        ]
      : []),
    wish(
      'panel',
      'POST',
      query.map((asked) => forms + asked),
      data,
    ),
    wish('panel', 'PUT', at(forms), data),
    wish('panel', 'POST', at(`${forms}/clone`), data),
    wish('panel', 'POST', at(`${forms}/auto-clone`), data),
    wish(
      'panel',
      'POST',
      fc.constantFrom(
        ...['bulkDelete', 'bulkPublish', 'bulkUnpublish'].map((action) => `${forms}/actions/${action}`),
      ),
      ids,
    ),
    wish(
      'panel',
      'GET',
      query.map((asked) => forms + asked),
      fc.constant(undefined),
    ),
    wish(
      'panel',
      'GET',
      fc
        .tuple(id, fc.constantFrom(...Object.keys(type.attributes), 'x'), query)
        .map(([one, field, asked]) => `/content-manager/relations/${type.uid}/${one}/${field}${asked}`),
      fc.constant(undefined),
    ),
  );
}

/** The actions of the cases, as the engine offers them to outside systems and to the panel. */
function ofCases(office: Office, known: Known, actions: Record<string, string[]>): fc.Arbitrary<Wish> {
  return fc.oneof(
    ...Object.entries(actions).map(([uid, names]) => {
      const type = office.types.find((one) => one.uid === uid)!;
      const name = uid.slice(uid.indexOf('.') + 1);
      const data = record(office, known, {
        ...type.attributes,
        until: { type: 'datetime' },
        reason: { type: 'text' },
        note: { type: 'text' },
        technician: { type: 'relation', target: 'api::staff-member.staff-member' },
      });
      const body = fc.oneof(
        { weight: 9, arbitrary: fc.record({ data, version: junk }, { requiredKeys: ['data'] }) },
        { weight: 1, arbitrary: junk },
      );
      return fc
        .record({
          id: pathId(known[uid]),
          action: fc.oneof(
            { weight: 9, arbitrary: fc.constantFrom(...names) },
            { weight: 1, arbitrary: oddText },
          ),
          body,
          panel: fc.boolean(),
        })
        .map(({ id, action, body: given, panel }): Wish => {
          const step = safe(String(action).slice(0, 100)) || 'x';
          return panel
            ? {
                as: 'panel',
                method: 'POST',
                path: `/office/cases/${name}/${id}/actions/${step}`,
                body: given,
              }
            : { as: 'site', method: 'POST', path: `/api/${type.plural}/${id}/actions/${step}`, body: given };
        });
    }),
  );
}

/**
 * Left out: what ends the session that the test itself uses, writes files into the product, or calls other
 * machines; and the content-type builder, which answers writes in development only.
 */
const LEFT_OUT =
  /^\/content-type-builder|^\/admin\/(logout|webhooks|transfer|project-settings|register|license)|^\/admin\/users\/me|^\/api\/(connect|auth\/[^/]+\/callback)|^\/(uploads|documentation|_health|mcp)/;

/** Every route that there is, with bodies of names that Strapi's own controllers read. */
function ofRoutes(office: Office, known: Known): fc.Arbitrary<Wish> {
  const open = office.routes.filter(
    ({ method, path }) =>
      ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method) &&
      !LEFT_OUT.test(path) &&
      !path.includes('(.*)') &&
      /^\/(api|admin|[a-z-]+\/)/.test(path),
  );
  const names = fc.constantFrom(
    'id',
    'ids',
    'documentIds',
    'role',
    'roles',
    'email',
    'username',
    'identifier',
    'password',
    'passwordConfirmation',
    'currentPassword',
    'code',
    'confirmed',
    'blocked',
    'provider',
    'name',
    'description',
    'type',
    'permissions',
    'lifespan',
    'data',
    'firstname',
    'lastname',
    'isActive',
    'fileInfo',
    'folder',
    'parent',
    'fileIds',
    'folderIds',
    'destinationFolderId',
    'isDefault',
    'locale',
    'to',
    'subject',
    'text',
    'token',
    'refreshToken',
    'documentId',
    'field',
    'contentTypeUID',
    'answer',
    'reason',
    'arrivesAt',
    'value',
    'settings',
    'metadatas',
    'layouts',
    'conditions',
    'action',
    'properties',
  );
  const body = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .array(fc.tuple(names, fc.oneof(oddText, junk, reference(known))), { maxLength: 8 })
        .map((pairs) => Object.fromEntries(pairs) as unknown),
    },
    { weight: 1, arbitrary: junk },
    { weight: 1, arbitrary: deep },
  );
  const filled = (path: string): fc.Arbitrary<string> => {
    const parts = path.split('/').map((part): fc.Arbitrary<string> => {
      if (!part.startsWith(':')) return fc.constant(part);
      if (/model|uid/i.test(part))
        return fc.constantFrom(...office.types.map(({ uid }) => uid), 'x', '1abc', '__proto__');
      if (part === ':type') return fc.constantFrom('ticket', 'dispatch-order', 'owner', 'x', 'constructor');
      return pathId(['1', '2', '3', ...(known['api::ticket.ticket'] ?? [])]);
    });
    return fc.tuple(...parts).map((all) => all.join('/'));
  };
  return fc.constantFrom(...open).chain(({ method, path }) =>
    fc.record({
      // The panel's own routes know the panel's session; what is under /api knows the token.
      as: fc.constantFrom<Wish['as']>(
        ...(path.startsWith('/api/') ? (['site', 'site', 'nobody'] as const) : (['panel'] as const)),
      ),
      method: fc.constant(method),
      path: fc.tuple(filled(path), query).map((both) => both.join('')),
      ...(method === 'GET' || method === 'DELETE' ? {} : { body }),
    }),
  );
}

/** A request to any open route of the office. */
export function wishes(office: Office, known: Known, actions: Record<string, string[]>): fc.Arbitrary<Wish> {
  const ours = office.types.filter(({ uid }) => uid.startsWith('api::'));
  const theirs = office.types.filter(({ uid }) => uid === 'plugin::users-permissions.user');
  return fc.oneof(
    { weight: 5, arbitrary: fc.oneof(...ours.map((type) => ofType(office, known, type))) },
    { weight: 1, arbitrary: fc.oneof(...theirs.map((type) => ofType(office, known, type))) },
    { weight: 2, arbitrary: ofCases(office, known, actions) },
    { weight: 3, arbitrary: ofRoutes(office, known) },
  );
}
