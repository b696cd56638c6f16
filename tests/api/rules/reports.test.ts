import { officeOf } from '../../../src/engine/office';
import { makeSummaries } from '../../../src/engine/reports';
import type { Report, Section } from '../../../src/rules/reports';
import {
  act,
  DAY,
  HOUR,
  kin,
  look,
  open,
  refused,
  repairUntil,
  stopTime,
  type OfficeTime,
} from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { readPdf } from '../../support/pdf';
import { aUnit, coded, dispatchByHand, staffOf, type Colleague, type Staff } from '../../support/people';
import { unzipped } from '../../support/unzip';

/** 10:00 in Shanghai on Monday 26 October. */
const MONDAY = Date.parse('2026-10-26T02:00:00Z');
const PHONE = '13812345678';
const EVIL = '=HYPERLINK("http://x","y")';

let office: Office;
let staff: Staff;
let time: OfficeTime;
let community: string;
let building: string;

/** A week's work: three repairs of one kind in one building, one of them visited and signed, and two complaints. */
async function aWeek(): Promise<void> {
  const unit = await aUnit(office.strapi);
  const found = (await office.strapi.documents('api::unit.unit').findOne({
    documentId: unit,
    populate: { building: { populate: { community: true } } },
  } as never)) as unknown as { building: { documentId: string; community: { documentId: string } } };
  [building, community] = [found.building.documentId, found.building.community.documentId];
  const category = await coded(office.strapi, 'category', 'SD-07');
  await office.strapi.documents('api::category.category').update({
    documentId: category,
    data: { reworkDays: 0, repeatDays: 0, name: EVIL } as never,
  });
  const register = { unit, category, requesterName: '王女士', contactPhone: PHONE };
  for (let made = 0; made < 3; made += 1) {
    time.set(MONDAY + made * HOUR);
    const { ticket } = await repairUntil(staff, 'finish', { inputs: { register } });
    if (made > 0) continue;
    const visit = kin(await look(staff.supervisor, ticket), 'return-visit');
    await time.pass(HOUR);
    await act(staff.steward, visit, 'record', {
      ...{ form: 'on_site', visitor: staff.steward.staffId, interviewee: '王女士' },
      ...{ said: '好了', result: '归档', satisfaction: 'satisfied', signature: 'data:image/png;base64,AA==' },
    });
  }
  for (const complaintClass of ['serious', 'invalid']) {
    time.set(MONDAY + DAY);
    const complaint = await open(staff.front_desk, 'ticket', {
      ...{ kind: 'complaint', matter: '夜间施工', complaintClass, category },
      ...{ requesterName: '李先生', contactPhone: PHONE, unit },
    });
    if (complaintClass === 'serious')
      await act(staff.supervisor, complaint, 'find_cause', {
        complaintCause: 'by_company',
        finding: '巡查不到位',
      });
  }
}

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  await dispatchByHand(office);
  time = stopTime(office, MONDAY);
  await aWeek();
}, 120_000);
afterAll(() => office.close());

type Answer<Data> = {
  status: number;
  body: { data: Data; error?: { details: { code: string; field?: string } } };
};
interface Shown {
  report: Report;
  mayExport: boolean;
}
const get = async <Data>(who: Pick<Colleague, 'agent'>, path: string, query: object = {}) =>
  (await who.agent.get(path).query(query)) as unknown as Answer<Data>;
const OCTOBER = { period: '2026-10' };
const sectionOf = ({ sections }: Report, key: string): Section => {
  const found = sections.find((one) => one.key === key);
  if (!found) throw new Error(`no ${key} in ${sections.map((one) => one.key).join(' ')}`);
  return found;
};
const rowsOf = (section: Section) =>
  Object.fromEntries(
    section.rows.map(({ name, cells }) => [
      name,
      cells.map((cell) => ('value' in cell ? cell.value : cell.text)),
    ]),
  );
const file = async (who: Pick<Colleague, 'agent'>, path: string, query: object = {}) =>
  (await who.agent.get(path).query(query).responseType('blob')) as unknown as {
    status: number;
    headers: Record<string, string>;
    body: Buffer;
  };

describe('the reports page', () => {
  test('[R-05] [E-06] [B-13] tells of promises, visits, rework, complaints by class and causes, for a period', async () => {
    const { status, body } = await get<Shown>(staff.supervisor, '/office/reports', OCTOBER);
    expect(status).toBe(200);
    const { report, mayExport } = body.data;
    expect(mayExport).toBe(true);
    expect(report.lines).toEqual(['统计期间 2026-10-01 至 2026-10-31', '全部']);
    expect(rowsOf(sectionOf(report, 'overview'))).toMatchObject({
      受理: [5, '', '', ''],
      办结: [3, '', '', ''],
      已回访: [1, 3, 0.3333, 1],
      上门签字: [1, 1, 1, 0.4],
      投诉: [2, '', '', ''],
      有效投诉: [1, '', '', ''],
    });
    expect(rowsOf(sectionOf(report, 'complaintClasses'))).toEqual({ 重大: [1, 0.5], 无效: [1, 0.5] });
    expect(rowsOf(sectionOf(report, 'complaintCauses'))).toMatchObject({ 公司责任: [1, 0.5] });
    expect(sectionOf(report, 'promises').rows.some(({ name }) => name.endsWith('C-01'))).toBe(true);
  });

  test('[S-04] says so in English for who reads English', async () => {
    const { report } = (await get<Shown>(staff.director, '/office/reports', { ...OCTOBER, locale: 'en' }))
      .body.data;
    expect(report.title).toBe('Report on the office’s work');
    for (const { title, heads } of report.sections)
      for (const word of [title, ...heads]) expect(word).not.toMatch(/\p{Script=Han}/u);
  });

  test('[R-05] is narrowed down to a community, building and team, and broken down by them', async () => {
    const { report } = (
      await get<Shown>(staff.director, '/office/reports', { ...OCTOBER, building, community, by: 'building' })
    ).body.data;
    expect(report.lines.join()).toMatch(/小区：.*楼栋：/);
    const { rows, heads } = sectionOf(report, 'by-building');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.cells).toHaveLength(heads.length - 1);
    expect(rows[0]?.cells[0]).toEqual({
      ...{ kind: 'count', value: 5 },
      list: { figure: 'received', where: {}, scope: { building } },
    });
    const none = (await get<Shown>(staff.director, '/office/reports', { period: '2026-09', building })).body
      .data.report;
    expect(rowsOf(sectionOf(none, 'overview'))).toMatchObject({ 受理: [0, '', '', ''] });
  });

  test('[R-05] every number that can be opened is the number of records behind it', async () => {
    const { report } = (await get<Shown>(staff.director, '/office/reports', { ...OCTOBER, by: 'team' })).body
      .data;
    const cells = report.sections.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const opened = cells.flatMap((cell) =>
      cell.kind === 'count' && cell.list ? [{ ...cell, list: cell.list }] : [],
    );
    expect(opened.length).toBeGreaterThan(30);
    for (const { value, list } of opened) {
      const where = Object.fromEntries(
        Object.entries(list.where).map(([key, code]) => [`where[${key}]`, code]),
      );
      const query = { ...OCTOBER, ...list.scope, ...where };
      const { body } = await get<{ total: number }>(
        staff.director,
        `/office/figures/${list.figure}/records`,
        query,
      );
      expect([list, body.data.total]).toEqual([list, value]);
    }
  });

  test('[R-05] shows months and weeks one after the other, the empty ones too', async () => {
    interface Trend {
      points: { span: string; received: number; complaints: number; signed: { count: number } }[];
    }
    const months = (
      await get<Trend>(staff.director, '/office/reports/trend', { until: '2026-11-05', count: '3' })
    ).body;
    expect(
      months.data.points.map(({ span, received, complaints, signed }) => [
        span,
        received,
        complaints,
        signed.count,
      ]),
    ).toEqual([
      ['2026-09', 0, 0, 0],
      ['2026-10', 5, 2, 1],
      ['2026-11', 0, 0, 0],
    ]);
    const weeks = await get<Trend>(staff.director, '/office/reports/trend', {
      step: 'week',
      until: '2026-11-05',
      building,
    });
    expect(weeks.body.data.points).toHaveLength(12);
    expect(weeks.body.data.points.at(-2)).toMatchObject({ span: '2026-W44', received: 5 });
    for (const [query, field] of [
      [{ step: 'day' }, 'step'],
      [{ count: '27' }, 'count'],
      [{ until: 'soon' }, 'until'],
      [{ moon: 'full' }, 'moon'],
    ] as const) {
      const { status, body } = await get(staff.director, '/office/reports/trend', query);
      expect([status, body.error?.details.field]).toEqual([422, field]);
    }
  });

  test('[S-02] opens for those who answer for others’ work, and only they take it away as a file', async () => {
    for (const who of [staff.technician, staff.front_desk, staff.steward, staff.security, staff.finance])
      for (const path of [
        '/office/reports',
        '/office/reports/trend',
        '/office/reports/choices',
        '/office/reports.xlsx',
      ]) {
        const { status, body } = await get(who, path, OCTOBER);
        expect([path, status, body.error?.details.code]).toEqual([path, 403, 'NOT_ENTITLED']);
      }
    for (const who of [staff.clerk, staff.department_head]) {
      expect((await get<Shown>(who, '/office/reports', OCTOBER)).body.data.mayExport).toBe(false);
      for (const kind of ['xlsx', 'pdf']) {
        const { status, body } = await get(who, `/office/reports.${kind}`, OCTOBER);
        expect([status, body.error?.details.code]).toEqual([403, 'NOT_ENTITLED']);
      }
    }
    for (const who of [staff.supervisor, staff.director, staff.manager])
      expect((await file(who, '/office/reports.xlsx', OCTOBER)).status).toBe(200);
    expect((await office.request.get('/office/reports')).status).toBe(401);
  });

  test('[S-01] the manager gives the right to take reports away to another post, and it holds at once', async () => {
    const roles = office.strapi.service('admin::role') as {
      findOne(where: object): Promise<{ id: number; permissions?: unknown }>;
      getPermissions?: unknown;
    };
    const role = await roles.findOne({ code: 'office-clerk' });
    const permissions = office.strapi.service('admin::permission') as {
      findMany(query: object): Promise<Record<string, unknown>[]>;
      createMany(rows: object[]): Promise<unknown>;
    };
    await permissions.createMany([
      {
        action: 'plugin::content-manager.office.reports-export',
        subject: null,
        properties: {},
        conditions: [],
        role: role.id,
      },
    ]);
    expect((await file(staff.clerk, '/office/reports.xlsx', OCTOBER)).status).toBe(200);
  });

  test('[B-13] as a workbook holds numbers as numbers, and no word that somebody wrote as a formula', async () => {
    const { headers, body } = await file(staff.supervisor, '/office/reports.xlsx', {
      ...OCTOBER,
      by: 'building',
    });
    expect(headers['content-type']).toContain('spreadsheetml');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="report-[\d-]+\.xlsx"$/);
    const files = unzipped(body);
    const all = [...files]
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, xml]) => xml)
      .join('\n');
    expect(all).not.toMatch(/<f[ >]/);
    expect(all).toContain('=HYPERLINK(');
    expect(all).not.toContain(PHONE);
    expect(all).not.toContain('王女士');
    expect(files.get('xl/workbook.xml')).toContain('投诉（按等级）');
  });

  test('[B-13] as a PDF says the same in Chinese and in English', async () => {
    const { headers, body } = await file(staff.director, '/office/reports.pdf', {
      ...OCTOBER,
      by: 'building',
    });
    expect(headers['content-type']).toBe('application/pdf');
    const { text, title } = await readPdf(body);
    expect(title).toBe('经营统计报表');
    for (const words of ['统计期间2026-10-01至2026-10-31', '总览', '各楼栋', '33.3%', '第1页'])
      expect(text).toContain(words);
    expect(text).not.toContain(PHONE);
    const english = await readPdf(
      (await file(staff.director, '/office/reports.pdf', { ...OCTOBER, locale: 'en' })).body,
    );
    expect(english.text).toContain('Complaints,byclass');
  });
});

describe('a summary', () => {
  interface Row {
    documentId: string;
    kind: string;
    period: string;
    stage: string;
    figures: { all: { overdue: { total: number }; visits: { due: number } } };
  }
  const summaries = (): Promise<Row[]> =>
    office.strapi.db.query('api::summary.summary').findMany({ orderBy: { periodFrom: 'asc' } });
  const reportOf = async (kind: string, who: Colleague = staff.supervisor) => {
    const row = (await summaries()).find((one) => one.kind === kind);
    if (!row) throw new Error(`no ${kind}`);
    return { row, ...(await get<Shown>(who, `/office/reports/summaries/${row.documentId}`)).body.data };
  };

  test('[B-13] [E-06] [D-11] is of its period as it stood at its end, though it is drawn up later and by fifty at once', async () => {
    // The two visits still owed are made, and nothing stays overdue, before anybody draws up the month.
    time.set(Date.parse('2026-11-02T01:00:00Z'));
    const visits = (await office.strapi.db
      .query('api::return-visit.return-visit')
      .findMany({ where: { stage: 'due' } })) as { documentId: string }[];
    expect(visits).toHaveLength(2);
    for (const { documentId } of visits)
      await act(staff.steward, { type: 'return-visit', documentId }, 'record', {
        ...{ form: 'phone', visitor: staff.steward.staffId, interviewee: '王女士' },
        ...{ said: '好了', result: '归档', satisfaction: 'satisfied' },
      });
    const engine = officeOf(office.strapi);
    const made = (await Promise.all(Array.from({ length: 50 }, () => makeSummaries(engine)))).flat();
    expect(made).toHaveLength(3);
    const { row, report } = await reportOf('visits_monthly');
    expect(row.figures.all.visits).toMatchObject({ count: 1, of: 3, due: 2 });
    expect(rowsOf(sectionOf(report, 'visits'))).toMatchObject({
      应访未访: [2, '', ''],
      其中上门签字: [1, 1, 0.4],
    });
  });

  test('[D-11] that was missed because the office stood still is made up for, once', async () => {
    time.set(Date.parse('2026-11-16T01:00:00Z'));
    const engine = officeOf(office.strapi);
    expect(await makeSummaries(engine)).toEqual([
      { kind: 'complaints_weekly', period: '2026-W45' },
      { kind: 'complaints_weekly', period: '2026-W46' },
    ]);
    expect(await makeSummaries(engine)).toEqual([]);
  });

  test('[B-13] of repairs has counts, times, causes and rework; [E-06] of complaints classes and causes', async () => {
    const repairs = (await reportOf('repairs_monthly')).report;
    expect(repairs.title).toBe('维修月度汇总');
    expect(rowsOf(sectionOf(repairs, 'overview'))).toMatchObject({
      受理报修: [3, '', '', ''],
      完成维修: [3, '', '', ''],
    });
    expect(sectionOf(repairs, 'times').rows[0]?.cells[0]).toEqual({ kind: 'count', value: 3 });
    for (const key of ['faultClasses', 'repairCategories', 'promises', 'by-building'])
      sectionOf(repairs, key);
    const complaints = (await reportOf('complaints_weekly')).report;
    expect(rowsOf(sectionOf(complaints, 'complaintClasses'))).toEqual({ 重大: [1, 0.5], 无效: [1, 0.5] });
    expect(rowsOf(sectionOf(complaints, 'complaintCauses'))).toMatchObject({ 公司责任: [1, 0.5] });
  });

  test('[D-11] goes from the supervisor to the director, with the analysis of what recurs, and nobody else approves it', async () => {
    const { row, report } = await reportOf('visits_monthly');
    expect(sectionOf(report, 'recurring').rows[0]?.cells[2]).toEqual({ kind: 'count', value: 3 });
    const at = { type: 'summary', documentId: row.documentId };
    for (const who of [staff.technician, staff.front_desk, staff.clerk, staff.director, staff.manager])
      expect(await refused(who, at, 'approve')).toMatchObject({ status: 403 });
    expect(await refused(staff.supervisor, at, 'approve')).toMatchObject({ code: 'ANALYSIS_MISSING' });
    await act(staff.clerk, at, 'edit', { analysis: `${EVIL} 同一处三次，整栋更换。` });
    await act(staff.supervisor, at, 'approve');
    await act(staff.director, at, 'acknowledge', { directorNote: '同意' });
    const after = (await reportOf('visits_monthly', staff.director)).report;
    expect(after.remarks.map(({ text }) => text)).toEqual([`${EVIL} 同一处三次，整栋更换。`, '同意']);
  });

  test('[D-11] [S-02] is taken away as XLSX and PDF by supervisor, director and manager, and refused to others', async () => {
    const { row } = await reportOf('visits_monthly');
    const path = `/office/reports/summaries/${row.documentId}`;
    for (const who of [staff.supervisor, staff.director, staff.manager]) {
      const workbook = await file(who, `${path}/file.xlsx`);
      expect(workbook.headers['content-disposition']).toMatch(/filename="HZ-[\d-]+\.xlsx"/);
      const all = [...unzipped(workbook.body).values()].join('\n');
      expect(all).not.toMatch(/<f[ >]/);
      expect(all).toContain('整栋更换');
      expect(all).not.toContain(PHONE);
    }
    const { text } = await readPdf((await file(staff.director, `${path}/file.pdf`)).body);
    for (const words of ['月末回访汇总与分析', '重复发生的问题', '整栋更换', '主任批示'])
      expect(text).toContain(words);
    for (const kind of ['xlsx', 'pdf']) {
      const { status, body } = await get(staff.department_head, `${path}/file.${kind}`);
      expect([status, body.error?.details.code]).toEqual([403, 'NOT_ENTITLED']);
    }
    for (const who of [staff.technician, staff.front_desk]) expect((await get(who, path)).status).toBe(403);
    expect((await get(staff.director, `/office/reports/summaries/${'a'.repeat(24)}`)).status).toBe(404);
  });

  test('[D-11] names things as they were called then, also when they are gone', async () => {
    const category = await coded(office.strapi, 'category', 'SD-07');
    await office.strapi.documents('api::category.category').update({
      documentId: category,
      data: { name: '照明' } as never,
    });
    const { report } = await reportOf('repairs_monthly');
    expect(sectionOf(report, 'repairCategories').rows[0]?.name).toBe(EVIL);
  });
});
