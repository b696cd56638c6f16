import { POSTS, type Post } from '../../../src/rules/cases/types';
import { openOffice, type Office } from '../../support/office';
import { staffOf, type Staff } from '../../support/people';

const ROLES = [
  'director',
  'supervisor',
  'front_desk',
  'steward',
  'department_head',
  'technician',
  'clerk',
  'security',
  'finance',
  'manager',
] as const satisfies readonly Post[];

/** Who may Read, Create, Update, Delete records of each type in the content manager; `-` nothing. */
// prettier-ignore
const MATRIX: Readonly<Record<string, string>> = {
  //                  dir  sup  desk stew head tech clrk secu fina mana
  'ticket':           'RCU  RCU  RCU  RCU  RCU  R    RCU  RCU  R    RCU',
  'dispatch-order':   'RCU  RCU  RCU  RCU  RCU  RU   R    R    R    RCU',
  'hand-over':        'RC   RC   RC   RC   RC   RC   RC   RC   RC   RC',
  'group-matter':     'R    R    R    R    R    -    R    -    -    R',
  'return-visit':     'R    R    R    R    R    -    R    -    -    R',
  'visit-attempt':    'R    R    R    R    R    -    R    -    -    R',
  'open-letter':      'RCU  RCU  RCU  RCU  RCU  -    RCU  -    -    RCU',
  'house-call':       'RC   RC   RC   RC   RC   -    R    -    -    RC',
  'house-call-plan':  'RCU  RCU  R    RCU  RCU  -    R    -    -    RCU',
  'transfer':         'RCU  RCU  RCU  R    RCU  -    RCU  -    R    RCU',
  'lease-registration': 'RC   RC   RC   R    RC   -    RC   -    R    RC',
  'vehicle':          'R    R    RCU  R    R    -    RCU  R    R    RCUD',
  'parking-space':    'R    R    RCU  R    R    -    RCU  R    R    RCUD',
  'archive-file':     'RCU  R    R    -    R    -    RCU  -    R    RCU',
  'archive-loan':     'RC   R    R    -    R    -    RC   -    R    RC',
  'summary':          'RU   RU   -    -    RU   -    RU   -    -    RU',
  'key':              'RCU  RCU  RCU  R    RCU  -    R    R    -    RCUD',
  'key-loan':         'RC   RC   RC   R    RC   R    R    RC   -    RC',
  'key-authorisation':'RC   RC   RC   RC   RC   -    R    R    -    RC',
  'key-count':        'RC   RC   RC   R    RC   -    R    RC   -    RC',
  'incident':         'RC   RC   RC   RC   RC   -    R    RC   -    RC',
  'clock':            'R    R    R    -    -    -    R    -    -    R',
  'activity':         'R    R    R    -    -    -    R    -    -    R',
  'outbox-message':   'R    -    -    -    -    -    -    -    -    R',
  'community':        'R    R    R    R    R    R    RCU  R    R    RCUD',
  'building':         'R    R    R    R    R    R    RCU  R    R    RCUD',
  'unit':             'R    R    R    R    R    R    RCU  R    R    RCUD',
  'owner':            'R    R    RCU  RCU  R    -    RCU  -    R    RCUD',
  'occupancy':        'R    R    RCU  RCU  R    -    RCU  -    R    RCUD',
  'department':       'RCU  R    R    R    R    R    R    R    R    RCUD',
  'staff-member':     'RCU  RU   R    R    RU   R    R    R    R    RCUD',
  'team':             'RCU  RU   R    R    RU   R    R    R    R    RCUD',
  'contractor':       'RCU  R    R    R    R    R    R    R    R    RCUD',
  'category':         'RCUD R    R    R    R    R    R    R    R    RCUD',
  'emergency-rule':   'RCUD R    R    R    R    R    R    R    R    RCUD',
  'outside-party':    'RCUD R    R    R    R    R    R    R    R    RCUD',
  'price-item':       'RCUD R    R    R    R    R    R    R    R    RCUD',
  'warranty-term':    'RCUD R    R    R    R    R    R    R    R    RCUD',
  'rule':             'R    R    R    R    R    R    R    R    R    R',
  'target':           'RCUD R    -    -    R    -    R    -    -    RCUD',
  'work-calendar':    'RCUD R    -    -    R    -    R    -    -    RCUD',
  'dispatch-rule':    'RCUD R    -    -    R    -    R    -    -    RCUD',
  'visit-policy':     'RCUD R    -    -    R    -    R    -    -    RCUD',
};

/** Nobody's documentId: whoever is entitled hears that there is none (404), anybody else that it is not for him (403). */
const NONE = 'a'.repeat(24);

/** Each thing that is tried, and the right that it takes. */
const TRIES: readonly (readonly [string, string, string, object?])[] = [
  ['R', 'get', ''],
  ['R', 'get', `/${NONE}`],
  ['C', 'post', '', {}],
  ['C', 'post', `/clone/${NONE}`, {}],
  ['U', 'put', `/${NONE}`, {}],
  ['D', 'delete', `/${NONE}`],
  ['D', 'post', '/actions/bulkDelete', { documentIds: [NONE] }],
];

let office: Office;
let staff: Staff;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
});
afterAll(() => office.close());

test('every post of the office stands in the table, and every type', () => {
  expect([...ROLES].sort()).toEqual([...POSTS].sort());
  const types = Object.keys(office.strapi.contentTypes).flatMap(
    (uid) => /^api::[\w-]+\.([\w-]+)$/.exec(uid)?.[1] ?? [],
  );
  expect(Object.keys(MATRIX).sort()).toEqual(types.sort());
});

const rightsOf = (type: string): Map<Post, string> =>
  new Map(MATRIX[type]?.split(/\s+/).map((rights, index) => [ROLES[index] as Post, rights]));

const ACTIONS: Readonly<Record<string, string>> = {
  read: 'R',
  create: 'C',
  update: 'U',
  delete: 'D',
  publish: 'P',
};

test.each(ROLES)('[S-02] %s has the rights of the table, and no other', async (role) => {
  const { body } = (await staff[role].agent.get('/admin/users/me/permissions').expect(200)) as {
    body: { data: readonly { action: string; subject: string | null }[] };
  };
  const found = body.data.flatMap(({ action, subject }) => {
    const right = ACTIONS[/explorer\.(\w+)$/.exec(action)?.[1] ?? ''];
    return right ? [`${subject?.slice(subject.indexOf('.') + 1)} ${right}`] : [];
  });
  const wanted = Object.keys(MATRIX).flatMap((type) =>
    [...(rightsOf(type).get(role) ?? '')].filter((right) => right !== '-').map((right) => `${type} ${right}`),
  );
  expect(found.sort()).toEqual(wanted.sort());
});

/** The next of these each time it is asked, so that every role gets its turn. */
let turn = 0;
const oneOf = (roles: readonly Post[]): Post | undefined => roles[turn++ % Math.max(1, roles.length)];

test.each(Object.keys(MATRIX))(
  '[S-02] %s is open to one who is entitled, and not to one who is not',
  async (type) => {
    const rights = rightsOf(type);
    for (const [right, method, path, body] of TRIES) {
      const url = `/content-manager/collection-types/api::${type}.${type}${path}`;
      const closed = async (role: Post): Promise<boolean> => {
        const { status } = await staff[role].agent[method as 'post'](url).send(body);
        expect([400, 403, 404, 409, 422, 200, 201]).toContain(status);
        return status === 403;
      };
      const entitled = oneOf(ROLES.filter((role) => rights.get(role)?.includes(right)));
      const stranger = oneOf(ROLES.filter((role) => !rights.get(role)?.includes(right)));
      if (entitled)
        expect([entitled, method, path, await closed(entitled)]).toEqual([entitled, method, path, false]);
      if (stranger)
        expect([stranger, method, path, await closed(stranger)]).toEqual([stranger, method, path, true]);
    }
  },
);
