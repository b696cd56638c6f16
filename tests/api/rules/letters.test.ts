import {
  act,
  clock,
  DAY,
  kin,
  look,
  notOpened,
  open,
  refused,
  stopTime,
  type CaseSeen,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { aUnit, coded, outsideSystem, staffOf, type Staff } from '../../support/people';

const TEN = Date.parse('2026-11-20T02:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();

let office: Office;
let staff: Staff;
let time: OfficeTime;
let branch: string;
let leaf: string;
let other: string;
let home: string;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  time = stopTime(office, TEN);
  branch = await coded(office.strapi, 'category', 'SD');
  leaf = await coded(office.strapi, 'category', 'SD-03');
  other = await coded(office.strapi, 'category', 'TJ-07');
  home = await aUnit(office.strapi);
});
afterAll(() => office.close());

/** A complaint that is finished, and the visit that it owes. */
async function owed({
  category = leaf,
  ...more
}: { category?: string; unit?: string; complaintClass?: string } = {}) {
  const register = {
    kind: 'complaint',
    matter: '增压泵噪声扰民',
    requesterName: '刘先生',
    category,
    ...more,
  };
  const ticket = await open(staff.front_desk, 'ticket', register);
  const done = await act(staff.front_desk, ticket, 'complete', { result: '已修复供水' });
  return { ticket: done, visit: await look(staff.supervisor, kin(done, 'return-visit')) };
}

/** A letter that is published. */
async function published(about: object = {}) {
  const letter = await open(staff.steward, 'open-letter', {
    ...{ title: '致全体业主：关于停水', letterText: '各位业主：11月18日主管爆裂……', category: branch },
    ...about,
  });
  return act(staff.supervisor, letter, 'publish', { postedWhere: '各单元门厅' });
}

const attemptsOf = async (visit: CaseSeen) => {
  const { related } = await look(staff.supervisor, visit);
  const own = related.filter(({ type }) => type === 'visit-attempt');
  return Promise.all(own.map(async (one) => (await look(staff.supervisor, one as CaseSeen)).record));
};
const idsOf = (owing: readonly { visit: CaseSeen }[]) => owing.map(({ visit }) => visit.documentId);

describe('an open letter', () => {
  test('[D-08] is composed by the office and published by a superior only', async () => {
    const about = { title: '致业主', letterText: '各位业主……', category: branch };
    expect((await notOpened(staff.technician, 'open-letter', about)).status).toBe(403);
    expect(await notOpened(staff.steward, 'open-letter', { ...about, category: undefined })).toMatchObject({
      ...{ status: 422, field: 'category' },
    });
    const days = { periodFrom: '2026-11-02', periodTo: '2026-11-01' };
    expect(await notOpened(staff.steward, 'open-letter', { ...about, ...days })).toMatchObject({
      ...{ status: 422, code: 'PERIOD_INVALID', field: 'periodTo' },
    });
    const letter = await open(staff.steward, 'open-letter', about);
    expect(letter).toMatchObject({
      stage: 'composed',
      number: expect.stringMatching(/^GK-20261120-\d{4}$/) as string,
    });
    expect(await refused(staff.steward, letter, 'publish', { postedWhere: '门厅' })).toMatchObject({
      status: 403,
    });
    expect(await refused(staff.supervisor, letter, 'discharge')).toMatchObject({
      status: 409,
      code: 'STAGE_WRONG',
    });
    const out = await act(staff.supervisor, letter, 'publish', { postedWhere: '门厅' });
    expect(out.record).toMatchObject({
      postedBy: staff.supervisor.staffId,
      postedAt: iso(TEN),
      postedWhere: '门厅',
    });
    expect(await refused(staff.steward, out, 'edit', { title: '改' })).toMatchObject({ code: 'STAGE_WRONG' });
  });

  test('[D-08] discharges many visits about the same problem, each with its record and the letter with it', async () => {
    const owing = [await owed(), await owed({ category: branch }), await owed()];
    const letter = await published();
    expect(await refused(staff.steward, letter, 'discharge', { visits: idsOf(owing) })).toMatchObject({
      status: 403,
    });
    const done = await act(staff.supervisor, letter, 'discharge', { visits: idsOf(owing) });
    expect(done.record.dischargedCount).toBe(3);
    expect(done.related.filter(({ type }) => type === 'return-visit')).toHaveLength(3);
    for (const { visit } of owing) {
      const seen = await look(staff.supervisor, visit);
      const made = { form: 'open_letter', letter: letter.documentId, visitor: staff.supervisor.staffId };
      expect(seen).toMatchObject({
        stage: 'recorded',
        record: { ...made, visitedAt: iso(TEN), satisfaction: null },
      });
      expect(clock(seen, 'visit')).toMatchObject({ verdict: 'kept', stoppedAt: iso(TEN) });
      expect(await attemptsOf(visit)).toMatchObject([{ ...made, ordinal: 1, outcome: 'reached' }]);
    }
  });

  test('[D-08] all or nothing: one of another problem, a major complaint or one no longer due stops the whole', async () => {
    const [one, two] = [await owed(), await owed()];
    const strange = await owed({ category: other });
    const letter = await published();
    const refuse = (visits: string[]) => refused(staff.supervisor, letter, 'discharge', { visits });
    expect(await refuse([...idsOf([one, strange, two])])).toMatchObject({
      ...{ status: 409, code: 'VISIT_NOT_OF_THE_LETTER', field: 'visits' },
      ...{ number: strange.visit.number, about: 'category' },
    });
    const serious = await owed({ complaintClass: 'serious' });
    expect(await refuse(idsOf([one, serious]))).toMatchObject({
      ...{ status: 409, code: 'SERIOUS_COMPLAINT_BY_LETTER', number: serious.visit.number },
    });
    expect(await refuse([...idsOf([one]), 'aaaaaaaaaaaaaaaaaaaaaaaa'])).toMatchObject({
      ...{ status: 422, code: 'REFERENCE_UNKNOWN', field: 'visits' },
    });
    expect(await refuse([])).toMatchObject({ status: 422, field: 'visits' });
    const gone = await owed();
    await act(staff.supervisor, letter, 'discharge', { visits: idsOf([gone]) });
    expect(await refuse(idsOf([one, gone]))).toMatchObject({
      status: 409,
      code: 'STAGE_WRONG',
      number: gone.visit.number,
    });
    for (const { visit } of [one, two, strange, serious]) {
      expect((await look(staff.supervisor, visit)).stage).toBe('due');
      expect(await attemptsOf(visit)).toEqual([]);
    }
    expect((await look(staff.supervisor, letter)).record.dischargedCount).toBe(1);
  });

  test('[D-08] without a list it answers all that are due about its problem, its place and its time', async () => {
    const at = TEN + 30 * DAY;
    time.set(at);
    const here = await owed({ unit: home });
    const elsewhere = await owed({ unit: await aUnit(office.strapi) });
    time.set(at + 5 * DAY);
    const later = await owed({ unit: home });
    const unit = await office.strapi.documents('api::unit.unit').findOne({
      documentId: home,
      populate: { building: true } as never,
    });
    const building = (unit as unknown as { building: { documentId: string } }).building.documentId;
    const day = iso(at).slice(0, 10);
    const letter = await published({ building, periodFrom: day, periodTo: day });
    const done = await act(staff.department_head, letter, 'discharge');
    expect(done.record.dischargedCount).toBe(1);
    expect((await look(staff.supervisor, here.visit)).stage).toBe('recorded');
    for (const { visit } of [elsewhere, later])
      expect((await look(staff.supervisor, visit)).stage).toBe('due');
    expect(await refused(staff.supervisor, letter, 'discharge')).toMatchObject({
      ...{ status: 409, code: 'LETTER_ANSWERS_NOBODY' },
    });
    expect(await refused(staff.supervisor, letter, 'discharge', { visits: idsOf([later]) })).toMatchObject({
      ...{ code: 'VISIT_NOT_OF_THE_LETTER', about: 'period' },
    });
    time.set(TEN);
  });

  test('[D-08] fifty who discharge the same visits by two letters at once discharge each once', async () => {
    const owing = [await owed(), await owed(), await owed()];
    const letters = [await published(), await published()];
    const visits = idsOf(owing);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        staff.supervisor.agent
          .post(`/office/cases/open-letter/${letters[index % 2]?.documentId}/actions/discharge`)
          .send({ data: { visits: index % 4 < 2 ? visits : [...visits].reverse() } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array.from({ length: 49 }, () => 409),
    ]);
    for (const { visit } of owing) expect(await attemptsOf(visit)).toHaveLength(1);
  });

  test('[D-08] asked for twice with one key, it is done once and answered the same', async () => {
    const owing = [await owed(), await owed()];
    const letter = await published();
    const site = () =>
      staff.supervisor.agent
        .post(`/office/cases/open-letter/${letter.documentId}/actions/discharge`)
        .set('Idempotency-Key', `letter-${letter.documentId}`)
        .send({ data: { visits: idsOf(owing) } });
    const [first, second] = [await site(), await site()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect((await look(staff.supervisor, letter)).record.dischargedCount).toBe(2);
    for (const { visit } of owing) expect(await attemptsOf(visit)).toHaveLength(1);
  });

  test('[D-08] no outside system and no job publishes or discharges one', async () => {
    const letter = await published();
    const site = await outsideSystem(
      office,
      'api::open-letter.open-letter.act',
      'api::open-letter.open-letter.create',
    );
    const answer = await site
      .post(`/api/open-letters/${letter.documentId}/actions/discharge`)
      .send({ data: {} });
    expect(answer).toMatchObject({ status: 403, body: { error: { details: { code: 'NOT_ENTITLED' } } } });
  });
});
