import type Sharp from 'sharp';
import { slipCode } from '../../../src/engine/papers/code';
import { addressOfCase } from '../../../src/engine/papers/find';
import { qrOf } from '../../../src/engine/papers/qr';
import { officeOf } from '../../../src/engine/office';
import { act, DAY, kin, look, open, repairUntil, stopTime, type CaseSeen } from '../../support/cases';
import { openOffice, type Agent, type Office } from '../../support/office';
import { readPdf } from '../../support/pdf';
import { aUnit, dispatchByHand, staffOf, type Colleague, type Staff } from '../../support/people';

/** 10:00 in Shanghai on a working Friday. */
const TEN = Date.parse('2026-11-20T02:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();
const PHONE = '13812345678';
const KB = 1024;

let office: Office;
let staff: Staff;
let stranger: Agent;
let unit: string;
beforeAll(async () => {
  office = await openOffice({ env: { PUBLIC_URL: 'http://office.example.com' } });
  staff = await staffOf(office);
  await dispatchByHand(office);
  stopTime(office, TEN);
  stranger = await office.hire('office-technician');
  unit = await aUnit(office.strapi);
});
afterAll(() => office.close());

type Answer = { status: number; headers: Record<string, string>; body: unknown };
const fetched = async ({ agent }: Pick<Colleague, 'agent'>, path: string): Promise<Answer> =>
  await agent.get(path).responseType('blob');

/** The PDF at that address, read. */
async function paper(who: Pick<Colleague, 'agent'>, path: string) {
  const { status, headers, body } = await fetched(who, path);
  if (status !== 200) throw new Error(`${path}: ${status} ${String(body)}`);
  expect(headers['content-type']).toBe('application/pdf');
  expect(headers['cache-control']).toBe('no-store');
  const pdf = body as Buffer;
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  return { ...(await readPdf(pdf)), size: pdf.length };
}

type No = { status: number; body: { error: { message: string; details: Record<string, unknown> } } };
const expectNo = ({ status, body }: No, expected: number, code: string, field?: string) => {
  expect({ status, ...body.error.details }).toMatchObject({
    status: expected,
    code,
    ...(field ? { field } : {}),
  });
};
const orderPath = ({ documentId }: { documentId: string }) =>
  `/office/papers/dispatch-order/${documentId}.pdf`;
const visitPath = ({ documentId }: { documentId: string }) => `/office/papers/return-visit/${documentId}.pdf`;

const SIGNATURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC';

const repair = (until: 'accept' | 'file' | 'finish', matter = '厨房水管漏水') =>
  repairUntil(staff, until, {
    matter,
    inputs: {
      register: { requesterName: '王女士', contactPhone: PHONE, unit },
      finish: { workDone: '已更换阀门，试压不漏', materials: 'DN20 铜阀 1 个' },
      sign: { signerName: '王女士', signature: SIGNATURE },
    },
  });

describe('a dispatch order on paper', () => {
  test('[B-03] can be printed by whoever reads it, as a form of one small page in Chinese', async () => {
    const { order, ticket } = await repair('accept', '<b>漏水</b>&"㛃"');
    const seen = await paper(staff.technician, orderPath(order));
    expect(seen.title).toBe(`维修派工单 ${order.number}`);
    expect(seen.pages).toHaveLength(1);
    expect(seen.size).toBeLessThan(200 * KB);
    for (const words of [
      '维修派工单',
      order.number,
      ticket.number,
      staff.technician.name,
      '王女士',
      '<b>漏水</b>&"㛃"',
    ])
      expect(seen.text).toContain(words);
    for (const words of ['2026/11/20', '10:00', '业主（住户）签字', '维修人签字', '承诺时限', '第1页，共1页'])
      expect(seen.text).toContain(words);
    expect([seen.pages[0]?.width, seen.pages[0]?.height].map(Math.round as never)).toEqual([595, 842]);
  });

  test('[B-03] shows personal data masked, as every other way out does', async () => {
    const { order } = await repair('accept');
    const { text } = await paper(staff.manager, orderPath(order));
    expect(text).toContain('138****5678');
    expect(text).not.toContain(PHONE);
  });

  test('[B-03] in English for who reads English, with what was done and signed [B-07]', async () => {
    const { order } = await repair('file');
    const { text } = await paper(staff.front_desk, `${orderPath(order)}?locale=en`);
    expect(text).toContain('Repairdispatchorder');
    expect(text).toContain('Signatureoftherequester');
    expect(text).toContain('已更换阀门，试压不漏');
    expect(text).toContain('DN20铜阀1个');
    expect(text).toMatch(/Page1of[12]/);
  });

  test('[B-03] goes on to more pages when there is much to say, and loses nothing', async () => {
    const workDone = Array.from({ length: 400 }, (_, line) => `第${line}处已修复。`).join('');
    const { order } = await repairUntil(staff, 'finish', { inputs: { finish: { workDone } } });
    const { pages, text } = await paper(staff.supervisor, orderPath(order));
    expect(pages.length).toBeGreaterThan(1);
    expect(text).toContain('第399处已修复。');
    expect(text).toContain(`第2页，共${pages.length}页`);
  });

  test('[B-03] is not for strangers, nor for a case that there is not', async () => {
    const { order } = await repair('accept');
    expect((await office.request.get(orderPath(order))).status).toBe(401);
    expectNo(await stranger.get(orderPath(order)), 403, 'NOT_ENTITLED');
    const none = { documentId: 'a'.repeat(24) };
    expectNo(await staff.technician.agent.get(orderPath(none)), 404, 'CASE_UNKNOWN');
  });
});

describe('many at once', () => {
  const batch = (who: Colleague, body: object) => who.agent.post('/office/papers/batch').send(body);

  test('[B-03] orders are printed one after the other, each once and from its own page one', async () => {
    const orders: CaseSeen[] = [];
    for (let made = 0; made < 3; made += 1) orders.push((await repair('accept')).order);
    const ids = orders.map(({ documentId }) => documentId);
    const answer = await batch(staff.clerk, { type: 'dispatch-order', ids: [...ids, ids[0]] }).responseType(
      'blob',
    );
    expect(answer.status).toBe(200);
    const seen = await readPdf(answer.body as Buffer);
    expect(seen.pages).toHaveLength(3);
    seen.pages.forEach(({ texts }, index) => {
      const text = texts.join('').replace(/\s/g, '');
      expect(text).toContain(orders[index]?.number);
      expect(text).toContain('第1页，共1页');
    });
    expect((answer.body as Buffer).length).toBeLessThan(300 * KB);
    const same = await paper(
      staff.clerk,
      `/office/papers/batch.pdf?type=dispatch-order&ids=${ids.join(',')}`,
    );
    expect(same.text).toBe(seen.text);
  });

  test('[B-03] more than a hundred, none, another type, and a case that there is not are refused', async () => {
    const { order } = await repair('accept');
    const type = 'dispatch-order';
    const many = Array.from({ length: 101 }, (_, index) => `a${String(index).padStart(23, '0')}`);
    for (const ids of [many, [], undefined, 'x', [1]])
      expectNo(await batch(staff.clerk, { type, ids }), 422, 'INPUT_INVALID', 'ids');
    for (const other of ['ticket', 'constructor', undefined])
      expectNo(
        await batch(staff.clerk, { type: other, ids: [order.documentId] }),
        422,
        'INPUT_INVALID',
        'type',
      );
    expectNo(await batch(staff.clerk, { type, ids: [order.documentId, many[0]] }), 404, 'CASE_UNKNOWN');
    expectNo(
      await stranger.post('/office/papers/batch').send({ type, ids: [order.documentId] }),
      403,
      'NOT_ENTITLED',
    );
  });
});

describe('a return visit on paper', () => {
  const visited = async () => {
    const { ticket } = await repair('finish');
    const visit = kin(await look(staff.supervisor, ticket), 'return-visit');
    const said = { said: '已不漏水，师傅很细心', opinion: '希望更快到场', result: '已说明排班，业主理解' };
    await act(staff.steward, visit, 'record', {
      ...{ form: 'phone', visitor: staff.steward.staffId, interviewee: '王女士', satisfaction: 'satisfied' },
      ...said,
    });
    return { ticket, visit, said };
  };

  test('[D-10] holds what was said, the opinion and the result, with a place for the supervisor', async () => {
    const { ticket, visit, said } = await visited();
    const seen = await paper(staff.supervisor, visitPath(visit));
    expect(seen.title).toBe(`回访记录 ${visit.number}`);
    expect(seen.size).toBeLessThan(200 * KB);
    for (const words of ['回访记录', ticket.number, ...Object.values(said), '王女士', '满意', '主管签字'])
      expect(seen.text).toContain(words);
    const { text } = await paper(staff.supervisor, `${visitPath(visit)}?locale=en`);
    expect(text).toContain('Recordofareturnvisit');
  });

  test('[D-10] is not for a post that does not read return visits', async () => {
    const { visit } = await visited();
    expectNo(await staff.technician.agent.get(visitPath(visit)), 403, 'NOT_ENTITLED');
    expectNo(
      await staff.technician.agent
        .post('/office/papers/batch')
        .send({ type: 'return-visit', ids: [visit.documentId] }),
      403,
      'NOT_ENTITLED',
    );
  });
});

describe('registers', () => {
  const today = 'from=2026-11-20&to=2026-11-20';

  test('[E-01] the register of complaints has time, place, whom, what happened and what is demanded', async () => {
    const complaint = await open(staff.front_desk, 'ticket', {
      ...{ kind: 'complaint', matter: '夜间装修噪声扰民', requesterName: '刘先生', contactPhone: PHONE },
      ...{ occurredAt: iso(TEN - DAY), occurredPlace: '3 栋大堂', complainedOf: '保安甲' },
      ...{ demand: '立即停工并道歉', promisedReplyAt: iso(TEN + DAY) },
    });
    const seen = await paper(staff.front_desk, `/office/papers/complaint-register.pdf?${today}`);
    for (const words of [
      ...['业主投诉登记表', complaint.number, '夜间装修噪声扰民', '刘先生', '138****5678', '2026/11/19'],
      ...['3栋大堂', '保安甲', '立即停工并道歉', '合计1件：办结0件，在办1件'],
    ])
      expect(seen.text).toContain(words);
    expect(seen.text).not.toContain(PHONE);
    expect(seen.pages[0]!.width).toBeGreaterThan(seen.pages[0]!.height);
  });

  test('[A-01] the register of repairs is of the span and the building that are asked for', async () => {
    const { ticket } = await repair('finish', '阳台漏水登记');
    const there = (await office.strapi.documents('api::unit.unit').findOne({
      documentId: unit,
      populate: { building: true } as never,
    })) as unknown as { building: { documentId: string; name: string } };
    const at = (query: string) => paper(staff.clerk, `/office/papers/repair-register.pdf?${query}`);
    const here = await at(`${today}&building=${there.building.documentId}`);
    expect(here.text).toContain(ticket.number);
    expect(here.text).toContain(there.building.name.replace(/\s/g, ''));
    expect((await at('from=2026-11-21&to=2026-11-21')).text).not.toContain(ticket.number);
    expect((await at('from=2026-11-21&to=2026-11-21')).text).toContain('本期没有登记');
    expect((await at('period=2026-11&locale=en')).text).toContain('Registerofrepairrequests');
  });

  test('[A-01] thousands of rows: 2,000 are printed, with a head on every page, and it says what is missing', async () => {
    await office.strapi.db.connection.raw(
      `INSERT INTO tickets (document_id, number, kind, stage, received_at, matter, requester_name, version)
       SELECT 'm' || lpad(n::text, 23, '0'), 'WX-20200101-' || lpad(n::text, 4, '0'), 'repair', 'closed', '2020-01-01 02:00:00',
         '楼道灯不亮，已报 ' || n, '业主' || n, 1 FROM generate_series(1, 2050) n`,
    );
    const seen = await paper(staff.manager, '/office/papers/repair-register.pdf?period=2020-01');
    const of = seen.pages.length;
    expect(of).toBeGreaterThan(20);
    seen.pages.forEach(({ texts }, index) => {
      const text = texts.join('').replace(/\s/g, '');
      for (const words of ['业主报修登记表', '序号', '处理结果', `第${index + 1}页，共${of}页`])
        expect(text).toContain(words);
    });
    expect(seen.text).toContain('WX-20200101-2000');
    expect(seen.text).not.toContain('WX-20200101-2001');
    expect(seen.text).toContain('合计2050件：办结2050件');
    expect(seen.text).toContain('前2000件，其余50件未印');
    expect(seen.size).toBeLessThan(2 * KB * KB);
  }, 60_000);

  test('[E-01] a register is refused to strangers, and for a span or a building that there is not', async () => {
    const path = '/office/papers/complaint-register.pdf';
    expect((await office.request.get(`${path}?${today}`)).status).toBe(401);
    expectNo(await stranger.get(`${path}?${today}`), 403, 'NOT_ENTITLED');
    const { agent } = staff.clerk;
    expectNo(await agent.get(`${path}?from=2026-11-20`), 422, 'PERIOD_INVALID', 'to');
    expectNo(await agent.get(`${path}?from=2026-11-20&to=2026-11-19`), 422, 'PERIOD_INVALID', 'to');
    expectNo(await agent.get(`${path}?${today}&building=nowhere`), 422, 'REFERENCE_UNKNOWN', 'building');
    expectNo(await agent.get(`${path}?${today}&colour=red`), 422, 'INPUT_UNKNOWN_FIELD', 'colour');
  });
});

describe('the code on a slip', () => {
  const find = (who: Pick<Colleague, 'agent'>, code: string) =>
    who.agent.get('/office/papers/find').query({ code });
  const send = (who: Pick<Colleague, 'agent'>, photo: Buffer) =>
    who.agent.post('/office/papers/find').attach('files', photo, 'slip.jpg');
  const codeOf = ({ documentId: id, number }: CaseSeen) =>
    addressOfCase(officeOf(office.strapi), { type: 'dispatch-order', id, number });

  test('[B-08] finds the case again, and a forged one finds nothing', async () => {
    const { order } = await repair('file');
    const code = codeOf(order);
    expect(code).toMatch(/^http:\/\/office\.example\.com\/admin\/content-manager\/.*\?slip=PG-/);
    const found = await find(staff.clerk, code);
    expect(found.body).toMatchObject({
      data: { type: 'dispatch-order', documentId: order.documentId, number: order.number, stage: 'filed' },
    });
    expect((await find(staff.clerk, slipCode(order.number))).status).toBe(200);
    const another = code.replace(
      /-(\d{4})\./,
      (_, last: string) => `-${String(Number(last) + 1).padStart(4, '0')}.`,
    );
    for (const forged of [another, `${code}x`, order.number, '', "'; drop table tickets; --"])
      expectNo(await find(staff.clerk, forged), 422, 'SLIP_CODE_INVALID', 'code');
    expectNo(await find(staff.clerk, slipCode('PG-20200101-0001')), 404, 'CASE_UNKNOWN');
    expectNo(await find({ agent: stranger }, code), 403, 'NOT_ENTITLED');
    expect((await office.request.get('/office/papers/find').query({ code })).status).toBe(401);
  });

  test('[B-08] is read from a photo that is turned, scaled and noisy', async () => {
    const { order } = await repair('file');
    for (const [degrees, width] of [
      [0, 1200],
      [17, 1600],
      [-98, 1000],
    ] as const) {
      const answer = await send(staff.clerk, await photoOf(codeOf(order), degrees, width));
      expect(answer.body).toMatchObject({ data: { documentId: order.documentId, number: order.number } });
    }
    const photo = await photoOf(codeOf(order), 5, 1200);
    expectNo(await send({ agent: stranger }, photo), 403, 'NOT_ENTITLED');
  });

  test('[B-08] a photo without a code, with a strange one, and what is no photo are refused', async () => {
    const blank = await sharp()({ create: { width: 800, height: 600, channels: 3, background: '#eee' } })
      .jpeg()
      .toBuffer();
    expectNo(await send(staff.clerk, blank), 422, 'SLIP_CODE_UNREADABLE');
    const strange = await photoOf('https://evil.example/?slip=PG-20261120-0001.AAAAAAAAAA', 0, 1000);
    expectNo(await send(staff.clerk, strange), 422, 'SLIP_CODE_INVALID');
    expectNo(await send(staff.clerk, Buffer.from('%PDF-1.7 no photo')), 422, 'PHOTO_INVALID');
    expectNo(await send(staff.clerk, Buffer.alloc(10 * KB * KB + 1)), 422, 'PHOTO_TOO_BIG');
    expectNo(await staff.clerk.agent.post('/office/papers/find').send({}), 422, 'INPUT_INVALID', 'files');
  });
});

/** Pictures are made outside of the test's own world, where the office has loaded its library. */
const sharp = () => loadOutside('sharp') as typeof Sharp;

/** A slip of paper with the code on it, lying askew on a grey desk, in a grainy JPEG. */
async function photoOf(code: string, degrees: number, width: number): Promise<Buffer> {
  const picture = sharp();
  const { size, black } = await qrOf(code);
  const SCALE = 7;
  const side = size * SCALE;
  const pixels = Buffer.alloc(side * side, 255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (black(Math.floor(x / SCALE), Math.floor(y / SCALE))) pixels[y * side + x] = 20;
  const qr = await picture(pixels, { raw: { width: side, height: side, channels: 1 } })
    .png()
    .toBuffer();
  const slip = await picture({ create: { width: 1400, height: 1000, channels: 3, background: '#f6f4ee' } })
    .composite([{ input: qr, left: 900, top: 80 }])
    .png()
    .toBuffer();
  const { data, info } = await picture(slip)
    .rotate(degrees, { background: '#8a8378' })
    .resize({ width })
    .blur(0.8)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Grain, the same in every run. A global is looked up slowly in a test's world: not for each of millions of points.
  const { imul } = Math;
  const points = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  let seed = 42;
  for (let at = 0; at < points.length; at += 1) {
    seed = (imul(seed, 1103515245) + 12345) & 0x7fffffff;
    points[at] = points[at]! + ((seed >> 16) % 41) - 20;
  }
  const { height, channels } = info;
  return picture(data, { raw: { width: info.width, height, channels } })
    .jpeg({ quality: 55 })
    .toBuffer();
}
