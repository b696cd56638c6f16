import {
  act,
  clock,
  DAY,
  HOUR,
  look,
  notOpened,
  open,
  refused,
  stopTime,
  type CaseSeen,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { employ, staffOf, type Colleague, type Staff } from '../../support/people';

const NOON = Date.parse('2026-11-20T04:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();

let office: Office;
let staff: Staff;
let mate: Colleague;
let time: OfficeTime;

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  mate = await employ(office, 'clerk', { superior: staff.supervisor });
  time = stopTime(office, NOON);
});
afterAll(() => office.close());
beforeEach(() => time.set(NOON));

const paper = { title: '竣工图', place: '2号柜3层' };
const aFile = (more: object = {}): Promise<CaseSeen> =>
  open(staff.clerk, 'archive-file', { archiveClass: 'engineering', ...paper, ...more });
const loan = (file: CaseSeen, more: object = {}) => ({
  ...{ file: file.documentId, borrowerName: '李工', purpose: '查管线走向', dueAt: iso(NOON + 3 * DAY) },
  ...more,
});

describe('a file of the archives', () => {
  test('[G-04] has a number of its class without gaps, one keeper and a place', async () => {
    const numbers: string[] = [];
    for (const archiveClass of ['owner', 'owner', 'property', 'contract', 'owner', 'other_papers'])
      numbers.push((await aFile({ archiveClass })).number);
    expect(numbers).toEqual([
      ...['DAY-20261120-0001', 'DAY-20261120-0002', 'DAW-20261120-0001'],
      ...['DAH-20261120-0001', 'DAY-20261120-0003', 'DAQ-20261120-0001'],
    ]);
    const file = await aFile();
    expect(file).toMatchObject({ stage: 'in_archive', record: { keeper: staff.clerk.staffId, ...paper } });
    const moved = await act(staff.clerk, file, 'entrust', { keeper: mate.staffId, reason: '轮岗' });
    expect(moved.record.keeper).toBe(mate.staffId);
    const corrected = await act(mate, file, 'edit', { place: '5号柜' });
    expect(corrected.record).toMatchObject({ place: '5号柜', title: '竣工图' });
    expect(await refused(mate, file, 'withdraw', { reason: '到期销毁' })).toMatchObject({ status: 403 });
    expect((await act(staff.director, file, 'withdraw', { reason: '到期销毁' })).stage).toBe(
      'withdrawn_from_archive',
    );
    expect(await notOpened(staff.clerk, 'archive-loan', loan(file))).toMatchObject({
      ...{ status: 409, code: 'ARCHIVE_FILE_WITHDRAWN', field: 'file' },
    });
  });

  test('[G-04] is filed by the clerk or above, with all that it needs; others are refused', async () => {
    for (const who of [staff.technician, staff.security, staff.front_desk, staff.finance, staff.supervisor])
      expect(await notOpened(who, 'archive-file', { archiveClass: 'owner', ...paper })).toMatchObject({
        status: 403,
      });
    for (const [given, code, field] of [
      [{ archiveClass: 'secret' }, 'INPUT_INVALID', 'archiveClass'],
      [{ archiveClass: 'owner', title: ' ' }, 'TEXT_EMPTY', 'title'],
      [{ archiveClass: 'owner', place: '' }, 'TEXT_EMPTY', 'place'],
      [{ archiveClass: 'owner', keeper: 'a'.repeat(24) }, 'REFERENCE_UNKNOWN', 'keeper'],
    ] as const)
      expect(await notOpened(staff.clerk, 'archive-file', { ...paper, ...given })).toMatchObject({
        ...{ status: 422, code, field },
      });
    const { status } = await staff.technician.agent.get(
      '/content-manager/collection-types/api::archive-file.archive-file',
    );
    expect(status).toBe(403);
  });
});

describe('a loan', () => {
  test('[G-04] says who has what for which purpose and until when, and when it came back', async () => {
    const file = await aFile();
    for (const [given, code, field] of [
      [{ borrowerName: null }, 'BORROWER_MISSING', 'borrower'],
      [{ purpose: '' }, 'TEXT_EMPTY', 'purpose'],
      [{ dueAt: null }, 'DUE_NOT_LATER', 'dueAt'],
      [{ dueAt: iso(NOON) }, 'DUE_NOT_LATER', 'dueAt'],
    ] as const)
      expect(await notOpened(staff.clerk, 'archive-loan', loan(file, given))).toMatchObject({
        ...{ status: 422, code, field },
      });
    for (const who of [staff.technician, staff.security, staff.front_desk, staff.finance])
      expect(await notOpened(who, 'archive-loan', loan(file))).toMatchObject({ status: 403 });
    const out = await open(staff.clerk, 'archive-loan', loan(file, { borrower: staff.technician.staffId }));
    expect(out).toMatchObject({
      stage: 'on_loan',
      record: { borrowerName: staff.technician.name, keeper: staff.clerk.staffId, lentAt: iso(NOON) },
    });
    expect(out.number).toMatch(/^DJ-20261120-\d{4}$/);
    const taken = { status: 409, code: 'ARCHIVE_FILE_OUT' };
    expect(await notOpened(staff.clerk, 'archive-loan', loan(file))).toMatchObject({
      ...taken,
      other: out.number,
    });
    const reading = { loanKind: 'consult', dueAt: null };
    expect(await notOpened(staff.clerk, 'archive-loan', loan(file, reading))).toMatchObject(taken);
    expect(await refused(staff.director, file, 'withdraw', { reason: '销毁' })).toMatchObject(taken);
    expect(await refused(staff.clerk, out, 'give_back', { returnedAt: iso(NOON - HOUR) })).toMatchObject({
      status: 422,
      code: 'RETURNED_BEFORE_LENT',
      field: 'returnedAt',
    });
    expect(await refused(staff.finance, out, 'give_back')).toMatchObject({ status: 403 });
    const back = await act(staff.clerk, out, 'give_back', { note: '完好' });
    expect(back).toMatchObject({ stage: 'returned', record: { returnedAt: iso(NOON) } });
    const read = await open(staff.clerk, 'archive-loan', loan(file, reading));
    expect(read).toMatchObject({ stage: 'consulted', record: { dueAt: null } });
    expect(read.clocks).toEqual([]);
    expect((await open(staff.clerk, 'archive-loan', loan(file))).stage).toBe('on_loan');
  });

  test('[G-04] that does not come back is brought to mind and then taken up the line; an extension moves the clock', async () => {
    const file = await aFile();
    const out = await open(staff.clerk, 'archive-loan', loan(file));
    expect(clock(out, 'return')).toMatchObject({ rule: 'G-04', dueAt: iso(NOON + 3 * DAY) });
    expect(
      await refused(staff.clerk, out, 'extend', { dueAt: iso(NOON + 2 * DAY), reason: '早' }),
    ).toMatchObject({ code: 'DUE_NOT_LATER', field: 'dueAt' });
    const later = await act(staff.clerk, out, 'extend', { dueAt: iso(NOON + 5 * DAY), reason: '未查完' });
    expect(clock(later, 'return')).toMatchObject({ dueAt: iso(NOON + 5 * DAY), verdict: null });
    const told = async (template: string): Promise<string[]> =>
      (
        (await office.strapi.db
          .query('api::outbox-message.outbox-message')
          .findMany({ where: { caseId: out.documentId, template }, orderBy: { id: 'asc' } })) as {
          recipientId: string;
        }[]
      ).map(({ recipientId }) => recipientId);
    await time.pass(4 * DAY + HOUR);
    expect(await told('clock_warning')).toEqual([staff.clerk.staffId]);
    await time.pass(DAY);
    expect(await told('clock_broken')).toEqual([staff.clerk.staffId]);
    await time.pass(4 * DAY);
    expect(await told('clock_escalated')).toEqual([staff.supervisor.staffId, staff.department_head.staffId]);
    const back = await act(staff.clerk, out, 'give_back');
    expect(clock(back, 'return')).toMatchObject({ state: 'stopped', verdict: 'broken' });
    await look(staff.supervisor, back);
  });

  test('[G-04] of fifty who borrow one file at once one has it', async () => {
    const file = await aFile();
    const answers = await Promise.all(
      Array.from(
        { length: 50 },
        async () =>
          (await staff.clerk.agent.post('/office/cases/archive-loan').send({ data: loan(file) })) as {
            status: number;
            body: { error?: { details: { code: string } } };
          },
      ),
    );
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.error?.details.code))).toEqual(
      new Set([undefined, 'ARCHIVE_FILE_OUT']),
    );
  });
});
