import { definitionOf, officeOf } from '../../../src/engine/office';
import { POSTS, type Post } from '../../../src/rules/cases/types';
import { kin, look, open, repairUntil, type CaseSeen } from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { dispatchByHand, staffOf, type Staff } from '../../support/people';
import { postsIn, WHO } from '../../support/who';

let office: Office;
let staff: Staff;
/** A case of every type; that nobody is offered anything to here does not matter: who may is asked before all else. */
const cases = new Map<string, string>();

/** Keys and what is done about them. */
const HOLDINGS = ['transfer', 'lease-registration', 'archive-file', 'archive-loan'] as const;
const KEYS = ['key-loan', 'key-authorisation', 'key-count', 'incident'] as const;

/** A bare row, for types that the office makes by itself. */
async function bare(type: string): Promise<string> {
  const documentId = `z${type.replace(/\W/g, '')}`.padEnd(24, '0').slice(0, 24);
  const { tableName } = office.strapi.db.metadata.get(`api::${type}.${type}`);
  await office.strapi.db.connection.raw(
    `INSERT INTO "${tableName}" (document_id, number, stage, cycle, version) VALUES (?, ?, ?, 1, 1)`,
    [documentId, `Z-${type}`, definitionOf(officeOf(office.strapi), type).stages[0] ?? ''],
  );
  await office.strapi.db.connection.raw(
    `INSERT INTO gj_case_heads (case_id, case_type, seq, hash) VALUES (?, ?, 1, '-')`,
    [documentId, type],
  );
  return documentId;
}

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  await dispatchByHand(office);
  const complaint = {
    kind: 'complaint',
    matter: '保安态度差',
    complainedOf: '门岗',
    complaintClass: 'serious',
  };
  const ticket = await open(staff.front_desk, 'ticket', complaint);
  const { order, ticket: repair } = await repairUntil(staff, 'file');
  const done: CaseSeen = await look(staff.supervisor, repair);
  const contractor = await office.strapi.documents('api::contractor.contractor').create({
    data: { name: '某公司', code: 'firm' } as never,
  });
  const second = await open(staff.front_desk, 'ticket', { matter: '门禁坏了' });
  const outside = await open(staff.front_desk, 'dispatch-order', {
    ticket: second.documentId,
    contractor: contractor.documentId,
  });
  const offer = await open(staff.front_desk, 'hand-over', {
    ticket: second.documentId,
    receiver: staff.security.staffId,
    reason: '请接',
  });
  cases.set('ticket', ticket.documentId);
  cases.set('dispatch-order', order.documentId);
  cases.set('dispatch-order.tell_contractor', outside.documentId);
  cases.set('return-visit', kin(done, 'return-visit').documentId);
  cases.set('hand-over', offer.documentId);
  for (const type of [
    'group-matter',
    'open-letter',
    'house-call',
    'house-call-plan',
    'summary',
    ...KEYS,
    ...HOLDINGS,
  ])
    cases.set(type, await bare(type));
});
afterAll(() => office.close());

/** Who performs it here by relation. */
const BY_RELATION: Readonly<Record<string, Post>> = {
  'hand-over.accept': 'security',
  'hand-over.refuse': 'security',
};

/** Whoever sees most of what he may not do comes first: the refusal is of the action then, not of the record. */
const WITHOUT: readonly Post[] = [
  'clerk',
  'front_desk',
  'finance',
  'supervisor',
  'security',
  'technician',
  'steward',
];

/** Somebody who may see the record, by the least that he may do. */
const RANK: readonly Post[] = [
  'clerk',
  'finance',
  'front_desk',
  'steward',
  'supervisor',
  'department_head',
  'director',
  'manager',
];

const FIRST: ReadonlySet<string> = new Set([
  ...['ticket.register', 'dispatch-order.draft', 'hand-over.offer', 'open-letter.compose'],
  ...['transfer.register', 'lease-registration.register', 'archive-file.file', 'archive-loan.lend'],
  ...['house-call.record', 'house-call-plan.draw_up', 'visit-attempt.make'],
  ...['key-loan.lend', 'key-authorisation.grant', 'key-count.start', 'incident.report'],
]);

/** Tries an action that can never be performed: nobody has seen version 9999. Gives the code of the refusal. */
async function tried(post: Post, type: string, action: string): Promise<string> {
  const id = cases.get(`${type}.${action}`) ?? cases.get(type);
  const path = FIRST.has(`${type}.${action}`)
    ? `/office/cases/${type}`
    : `/office/cases/${type}/${id}/actions/${action}`;
  const { status, body } = (await staff[post].agent
    .post(path)
    .send({ data: { nonsense: 1 }, version: 9999 })) as {
    status: number;
    body: { error?: { details: { code?: string } } };
  };
  if (status === 403) return 'no';
  return [409, 422].includes(status) ? 'entitled' : `${status} ${body.error?.details.code}`;
}

describe.each(Object.entries(WHO))('[S-02] %s', (type, actions) => {
  test.each(Object.entries(actions))(
    '%s is for those who are entitled, through the panel too',
    async (action, said) => {
      const name = `${type}.${action}`;
      const entitled = postsIn(said);
      const somebody = BY_RELATION[name] ?? RANK.find((post) => entitled.includes(post)) ?? entitled[0];
      const nobody = WITHOUT.find((post) => !entitled.includes(post) && post !== somebody);
      if (somebody) expect([somebody, await tried(somebody, type, action)]).toEqual([somebody, 'entitled']);
      if (nobody) expect([nobody, await tried(nobody, type, action)]).toEqual([nobody, 'no']);
      expect([somebody, nobody].filter(Boolean).length).toBeGreaterThan(0);
      expect(POSTS).toEqual(expect.arrayContaining([...entitled]));
    },
  );
});
