import fc from 'fast-check';
import { perform } from '../../../src/engine/perform';
import { forgetOldLinks } from '../../../src/engine/links/forget';
import { officeOf } from '../../../src/engine/office';
import { THE_OFFICE } from '../../../src/engine/actor';
import {
  act,
  DAY,
  HOUR,
  kin,
  look,
  MINUTE,
  open,
  refused,
  stopTime,
  type CaseSeen,
  type OfficeTime,
} from '../../support/cases';
import { aContractor, givenTo, LINKS, mailbox, mailedTokens, type Mail } from '../../support/links';
import { openOffice, type Office } from '../../support/office';
import { coded, dispatchByHand, employ, staffOf, type Staff } from '../../support/people';
import { PROPERTY_SEED } from '../../support/property-seed';

/** 10:00 in Shanghai on a working Friday. */
const TEN = Date.parse('2026-11-20T02:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();

let office: Office;
let staff: Staff;
let time: OfficeTime;
let mails: Mail[];
let contractor: Awaited<ReturnType<typeof aContractor>>;
beforeAll(async () => {
  // With a line for every request, so that there is something to look through.
  office = await openOffice({ env: { LOG_LEVEL: 'http' } });
  for (const transport of office.strapi.log.transports) transport.silent = true;
  staff = await staffOf(office);
  await dispatchByHand(office);
  contractor = await aContractor(office);
  mails = mailbox(office);
  time = stopTime(office, TEN);
});
afterAll(() => office.close());
beforeEach(() => time.set(TEN));

interface Said {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: {
    data: Record<string, never>;
    error?: { message: string; details: Record<string, unknown> };
  };
}

const get = (token: string, headers: Record<string, string> = {}): PromiseLike<Said> =>
  office.request.get(LINKS + token).set({ Accept: 'application/json', ...headers });
const answer = (token: string, body: object, headers: Record<string, string> = {}): PromiseLike<Said> =>
  office.request
    .post(LINKS + token)
    .set({ Accept: 'application/json', ...headers })
    .redirects(0)
    .send(body);
const codeOf = ({ status, body }: Said) => [status, body.error?.details.code];

/** An order with the contractor, and the token that he was mailed. */
async function sent(more: Parameters<typeof givenTo>[3] = {}): Promise<{ order: CaseSeen; token: string }> {
  const order = await givenTo(office, staff, contractor, more);
  const [token] = await mailedTokens(office, mails, order);
  return { order, token: String(token) };
}
const now = (order: Pick<CaseSeen, 'type' | 'documentId'>) => look(staff.supervisor, order);
const sql = async (text: string, values: unknown[] = []) =>
  (await officeOf(office.strapi).pool.query(text, values)).rows as Record<string, unknown>[];

describe('a contractor is told by a link', () => {
  test('[B-03] that shows what he needs of the order and no more, personal data masked', async () => {
    const { order, token } = await sent({
      register: { exactLocation: '北侧电梯厅' },
      dispatch: {
        appointmentFrom: iso(TEN + HOUR),
        appointmentTo: iso(TEN + 2 * HOUR),
        workDescription: '检修曳引机',
      },
    });
    expect(mails.at(-1)).toMatchObject({ to: contractor.email, subject: `派工单 ${order.number} 请接单` });
    const seen = await get(token);
    expect(seen.status).toBe(200);
    const { answers, place, ...rest } = seen.body.data as Record<string, unknown>;
    expect(rest).toEqual({
      number: order.number,
      contractor: contractor.name,
      stage: 'dispatched',
      stageLabel: '已派工',
      matter: '电梯异响 <b>&',
      workDescription: '检修曳引机',
      appointmentFrom: iso(TEN + HOUR),
      appointmentTo: iso(TEN + 2 * HOUR),
      contactName: '王女士',
      contactPhone: '138****5678',
      expiresAt: iso(TEN + 2 * HOUR + 7 * DAY),
    });
    expect(place).toMatch(/栋 1-101 · 北侧电梯厅$/);
    expect((answers as { answer: string }[]).map((one) => one.answer)).toEqual([
      'accept',
      'refuse',
      'arrive',
    ]);
    expect(answers).toContainEqual({
      answer: 'refuse',
      label: '不接，退回',
      schema: {
        type: 'object',
        properties: { reason: expect.objectContaining({ title: '原因' }) },
        required: ['reason'],
      },
    });
    expect(seen.text).not.toContain('13812345678');
    expect(seen.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });

  test.each([
    ['zh-CN,zh;q=0.9', '', 'zh-Hans', ['派工单', '接单', '不接，退回', '事项内容', '138****5678', '地点']],
    ['en-GB,en;q=0.8', '', 'en', ['Dispatch order', 'Accept', 'Refuse, hand back', '138****5678', 'Place']],
    ['zh-CN', '?locale=en', 'en', ['Dispatch order', 'Refuse, hand back']],
  ])(
    '[B-03] on a page in the language of %s%s, whole without scripts',
    async (language, query, lang, words) => {
      const { order, token } = await sent();
      const page = await get(token + query, { Accept: 'text/html,*/*;q=0.8', 'Accept-Language': language });
      expect(page.status).toBe(200);
      expect(page.headers).toMatchObject({
        'content-type': expect.stringMatching(/^text\/html/),
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringMatching(/default-src 'none'.*form-action 'self'/),
      });
      expect(page.text).toContain(`<html lang="${lang}">`);
      for (const word of [...words, order.number, contractor.name]) expect(page.text).toContain(word);
      expect(page.text).toContain('电梯异响 &#60;b&#62;&#38;');
      expect(page.text).toMatch(/<form method="post"><input type="hidden" name="answer" value="refuse">/);
      expect(page.text).toMatch(/<textarea rows="3" name="reason" required/);
      expect(page.text).not.toMatch(/<script|13812345678/);
      expect(page.text).not.toContain(token);
    },
  );

  test('[B-03] without an address for mail there is no link: the desk tells him', async () => {
    const other = await aContractor(office, { email: null });
    const order = await givenTo(office, staff, other);
    expect(await mailedTokens(office, mails, order)).toEqual([]);
    expect(await sql('select 1 from gj_links where case_id = $1', [order.documentId])).toEqual([]);
    expect(
      await sql('select channel, recipient_name from outbox_messages where case_id = $1', [order.documentId]),
    ).toEqual([{ channel: 'panel', recipient_name: other.name }]);
  });

  test('[B-03] that nobody else can read: not the panel, not the database, not the log', async () => {
    const lines: string[] = [];
    const { log } = office.strapi;
    const levels = ['error', 'warn', 'info', 'http', 'debug'] as const;
    const before = levels.map((level) => log[level]);
    for (const level of levels) log[level] = ((line: unknown) => (lines.push(String(line)), log)) as never;
    const { order, token } = await sent();
    await get(`${token}?locale=en`);
    await answer(token, { answer: 'refuse' });
    await answer(token, { answer: 'refuse', reason: '超出合同范围' });
    await get(token, { Accept: 'text/html' });
    levels.forEach((level, index) => (log[level] = before[index] as never));
    expect(lines.filter((line) => line.includes('/api/contractor-links/-'))).not.toEqual([]);
    expect(lines.filter((line) => line.includes(token))).toEqual([]);

    const shown = await staff.manager.agent.get(
      `/content-manager/collection-types/api::outbox-message.outbox-message?filters[caseId]=${order.documentId}`,
    );
    expect((shown.body as { results: unknown[] }).results).toContainEqual(
      expect.objectContaining({ template: 'order_dispatched', recipientName: contractor.name }),
    );
    expect(shown.text).not.toContain(token.slice(22));
    expect(JSON.stringify(await now(order))).not.toContain(token.slice(22));
    const kept = await sql(
      `select (select json_agg(t) from gj_links t)::text || (select json_agg(t) from gj_link_answers t)::text
         || (select json_agg(t) from outbox_messages t)::text || (select json_agg(t) from activities t)::text
         || (select json_agg(t) from graphile_worker._private_jobs t)::text as everything`,
    );
    expect(kept[0]?.everything).toContain(contractor.name);
    expect(kept[0]?.everything).not.toContain(token.slice(22));
  });

  test('[B-03] that a mail server which quotes it cannot put on record', async () => {
    const order = await givenTo(office, staff, contractor);
    const { strapi } = office;
    const service = strapi.plugin('email').service('email');
    const { send } = service;
    let quoted = '';
    service.send = ({ text }: Mail) => {
      quoted = /contractor-links\/([\w-]+)/.exec(text)?.[1] ?? '';
      return Promise.reject(new Error(`550 refused: ${text}`));
    };
    await expect(mailedTokens(office, mails, order)).rejects.toThrow('contractor-links/…');
    service.send = send;
    const [row] = await sql('select last_error, state from outbox_messages where case_id = $1', [
      order.documentId,
    ]);
    expect(quoted).toHaveLength(65);
    expect(row).toMatchObject({ state: 'failed', last_error: expect.stringContaining('550 refused') });
    expect(row?.last_error).not.toContain(quoted);
  });
});

describe('a contractor answers by the link', () => {
  test('[B-03] accepts, by name, says when he will be there, and gets the link for what comes after', async () => {
    const { order, token } = await sent();
    const said = await answer(token, { answer: 'accept', arrivesAt: iso(TEN + HOUR) });
    expect(said.status).toBe(200);
    expect(said.body.data).toMatchObject({ number: order.number, answer: 'accept', stage: 'accepted' });
    const after = await now(order);
    expect(after).toMatchObject({
      stage: 'accepted',
      record: {
        contractor: contractor.documentId,
        technician: null,
        acceptedAt: iso(TEN),
        arrivesAt: iso(TEN + HOUR),
      },
    });
    expect(after.activities.slice(0, 2)).toMatchObject([
      { action: 'announce', actorName: contractor.name, actorKind: 'contractor', via: 'link' },
      { action: 'accept', actorName: contractor.name, actorKind: 'contractor', via: 'link' },
    ]);
    const [next] = await mailedTokens(office, mails, order);
    expect((said.body.data as unknown as { next: { url: string } }).next.url).toMatch(
      new RegExp(`${LINKS}${next}$`),
    );
    expect(await get(String(next))).toMatchObject({ status: 200, body: { data: { stage: 'accepted' } } });
  });

  test('[B-03] refuses with a reason, and the order goes back to the desk', async () => {
    const { order, token } = await sent();
    expect(codeOf(await answer(token, { answer: 'refuse' }))).toEqual([422, 'INPUT_INVALID']);
    const blank = await answer(token, { answer: 'refuse', reason: ' ' });
    expect(codeOf(blank)).toEqual([422, 'TEXT_EMPTY']);
    expect(blank.body.error?.details.field).toBe('reason');
    expect((await now(order)).stage).toBe('dispatched');
    const said = await answer(token, { answer: 'refuse', reason: '人手不足' });
    expect(said).toMatchObject({ status: 200, body: { data: { stage: 'drafted', next: null } } });
    const after = await now(order);
    expect(after).toMatchObject({
      stage: 'drafted',
      record: { contractor: null, handBackReason: '人手不足' },
    });
    expect(after.activities[0]).toMatchObject({
      action: 'hand_back',
      actorName: contractor.name,
      note: '人手不足',
    });
    expect(
      await sql('select template from outbox_messages where case_id = $1 order by id', [order.documentId]),
    ).toEqual([{ template: 'order_dispatched' }, { template: 'order_handed_back' }]);
  });

  test('[B-03] refuses, and where a rule gives the work out the order goes to the next at once', async () => {
    const lights = await coded(office.strapi, 'category', 'GG-01');
    const crew = [];
    for (let one = 0; one < 2; one += 1)
      crew.push(await employ(office, 'technician', { superior: staff.supervisor, trades: ['GG'] }));
    await office.strapi
      .documents('api::staff-member.staff-member')
      .update({ documentId: staff.technician.staffId, data: { duty: 'away' } as never });
    const rules = office.strapi.documents('api::dispatch-rule.dispatch-rule');
    const rule = await rules.create({
      data: {
        name: '照明',
        code: 'lights',
        mode: 'rotate',
        category: lights,
        acceptMinutes: 5,
        sort: 1,
      } as never,
    });
    const ticket = await open(staff.front_desk, 'ticket', { matter: '路灯不亮', category: lights });
    const order = await now(kin(ticket, 'dispatch-order'));
    const [first, second] = crew.map(({ staffId }) => staffId);
    expect(order.record.technician).toBe(first);
    await act(staff.supervisor, order, 'reassign', { contractor: contractor.documentId, reason: '高处作业' });
    const tokens = await mailedTokens(office, mails, order);
    expect(await answer(String(tokens.at(-1)), { answer: 'refuse', reason: '无登高证' })).toMatchObject({
      status: 200,
    });
    const after = await now(order);
    expect(after).toMatchObject({ stage: 'dispatched', record: { contractor: null, technician: second } });
    await rules.update({ documentId: rule.documentId, data: { active: false } as never });
  });

  test('[B-03] by the form of the page, without a script: on to the page of the next link, in the same language', async () => {
    const { order, token } = await sent();
    const browser = { Accept: 'text/html', 'Content-Type': 'application/x-www-form-urlencoded' };
    const form = (given: Record<string, string>) => new URLSearchParams(given).toString() as never;
    const empty = await answer(`${token}?locale=en`, form({ answer: 'refuse', reason: '' }), browser);
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('role="alert"');
    expect(empty.text).toContain('value="accept"');
    const said = await answer(
      `${token}?locale=en`,
      form({ answer: 'accept', arrivesAt: '2026-11-20T11:30' }),
      browser,
    );
    expect(said.status).toBe(303);
    expect((await now(order)).record.arrivesAt).toBe('2026-11-20T03:30:00.000Z');
    const next = /^\.\/([\w-]{65})\?locale=en$/.exec(said.headers.location ?? '')?.[1];
    const page = await get(`${next}?locale=en`, { Accept: 'text/html' });
    expect(page.text).toContain('On site');
    const back = await answer(`${next}`, form({ answer: 'refuse', reason: '另有急修' }), browser);
    expect(back.status).toBe(200);
    expect(back.text).toContain('已收到');
    const again = await answer(`${next}`, form({ answer: 'refuse', reason: '另有急修' }), browser);
    expect(again.status).toBe(409);
    expect(again.text).toContain('此链接已使用过');
    expect(again.text).not.toContain(order.number);
  });

  test('[B-03] and reports arrival, the start and the end of the work, each by a link of its own', async () => {
    const { order, token } = await sent();
    const steps: [object, string][] = [
      [{ answer: 'accept' }, 'accepted'],
      [{ answer: 'arrive', arrivedAt: iso(TEN) }, 'arrived'],
      [
        { answer: 'begin', workEstablished: '更换轴承', consentedBy: '王女士', priceAccepted: true },
        'working',
      ],
      [{ answer: 'finish', workDone: '已更换轴承' }, 'done'],
    ];
    let link = token;
    for (const [given, stage] of steps) {
      const said = await answer(link, given);
      expect([given, said.status, said.body.error, said.body.data?.stage]).toEqual([
        given,
        200,
        undefined,
        stage,
      ]);
      expect(codeOf(await answer(link, given))).toEqual([409, 'LINK_USED']);
      const { next } = said.body.data as unknown as { next: { url: string } | null };
      link = next?.url.split('/').at(-1) ?? '';
    }
    expect(link).toBe('');
    const after = await now(order);
    expect(after.record).toMatchObject({
      workDone: '已更换轴承',
      consentedBy: '王女士',
      contractor: contractor.documentId,
    });
    const ticket = await look(staff.supervisor, { type: 'ticket', documentId: String(after.record.ticket) });
    expect(ticket.stage).toBe('completed');
    expect(
      await sql('select 1 from gj_links where case_id = $1 and voided_at is null', [order.documentId]),
    ).toEqual([]);
  });
});

describe('a link is good once, for one, for a time', () => {
  test('[B-03] used twice it is refused, and changes nothing', async () => {
    const { order, token } = await sent();
    await answer(token, { answer: 'accept' });
    const { version } = await now(order);
    expect(codeOf(await answer(token, { answer: 'refuse', reason: '反悔' }))).toEqual([409, 'LINK_USED']);
    expect(codeOf(await get(token))).toEqual([409, 'LINK_USED']);
    expect((await now(order)).version).toBe(version);
  });

  test('[B-03] of fifty who answer at once one is heard', async () => {
    const { order, token } = await sent();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        answer(token, index % 2 ? { answer: 'accept' } : { answer: 'refuse', reason: '人手不足' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 200).map(codeOf);
    expect(others).toEqual(others.map(() => [409, 'LINK_USED']));
    const acts = (await now(order)).activities.filter(({ action }) =>
      ['accept', 'hand_back'].includes(action),
    );
    expect(acts).toHaveLength(1);
    expect(
      await sql('select 1 from gj_link_answers a join gj_links l on l.id = a.link_id where l.case_id = $1', [
        order.documentId,
      ]),
    ).toHaveLength(1);
  });

  test('[B-03] what must be single is single in the database', async () => {
    const { token, order } = await sent();
    const copy = `insert into gj_links (id, hash, case_type, case_id, holder, message_id, issued_at, expires_at)
      select $2, $2, case_type, case_id, holder, message_id, issued_at, expires_at from gj_links where case_id = $1`;
    await expect(sql(copy, [order.documentId, 'second'])).rejects.toMatchObject({
      code: '23505',
      constraint: 'gj_links_one_open',
    });
    await answer(token, { answer: 'accept' });
    const twice = 'insert into gj_link_answers select * from gj_link_answers limit 1';
    await expect(sql(twice)).rejects.toMatchObject({ code: '23505', constraint: 'gj_link_answers_pkey' });
  });

  test('[B-03] lasts seven days and not a moment longer', async () => {
    const { order, token } = await sent();
    time.set(TEN + 7 * DAY - 1);
    expect((await get(token)).status).toBe(200);
    time.set(TEN + 7 * DAY);
    expect(codeOf(await get(token))).toEqual([410, 'LINK_EXPIRED']);
    expect(codeOf(await answer(token, { answer: 'accept' }))).toEqual([410, 'LINK_EXPIRED']);
    expect((await now(order)).stage).toBe('dispatched');
  });

  test('[B-03] is forgotten ninety days after it expired, what was done by it stays on record', async () => {
    const { order, token } = await sent();
    await answer(token, { answer: 'refuse', reason: '人手不足' });
    const kept = () =>
      sql('select 1 from gj_links l join gj_link_answers a on a.link_id = l.id where l.case_id = $1', [
        order.documentId,
      ]);
    time.set(TEN + 97 * DAY);
    await forgetOldLinks(officeOf(office.strapi), 90);
    expect(await kept()).toHaveLength(1);
    time.set(TEN + 97 * DAY + 1);
    await forgetOldLinks(officeOf(office.strapi), 90);
    expect(await kept()).toHaveLength(0);
    expect(codeOf(await get(token))).toEqual([404, 'LINK_UNKNOWN']);
    expect((await now(order)).activities[0]).toMatchObject({ action: 'hand_back', note: '人手不足' });
  });

  test('[B-03] is replaced by the desk when it is lost, and by nobody else', async () => {
    const { order, token } = await sent();
    expect(await refused(staff.technician, order, 'tell_contractor')).toMatchObject({
      status: 403,
      code: 'NOT_ENTITLED',
    });
    await act(staff.front_desk, order, 'tell_contractor');
    const [newer] = await mailedTokens(office, mails, order);
    expect(newer).not.toBe(token);
    expect(codeOf(await answer(token, { answer: 'accept' }))).toEqual([410, 'LINK_SUPERSEDED']);
    expect((await answer(String(newer), { answer: 'accept' })).status).toBe(200);
    const mine = await act(staff.supervisor, order, 'reassign', {
      technician: staff.technician.staffId,
      reason: '改由自修',
      overrideReason: '就近',
    });
    expect(mine.actions.map(({ name }) => name)).not.toContain('tell_contractor');
    expect(await refused(staff.front_desk, mine, 'tell_contractor')).toMatchObject({ code: 'NOT_ENTITLED' });
    const { documentId: id, type } = mine;
    const told = perform(officeOf(office.strapi), {
      ...{ type, id, action: 'tell_contractor', input: {} },
      actor: THE_OFFICE,
    });
    await expect(told).rejects.toMatchObject({ code: 'NO_CONTRACTOR' });
  });

  test.each([
    [
      'goes to a technician',
      'reassign',
      () => ({ technician: staff.technician.staffId, reason: '自修', overrideReason: '就近' }),
    ],
    [
      'is passed on',
      'pass_on',
      async () => ({
        technician: (await employ(office, 'technician', { superior: staff.supervisor })).staffId,
        reason: '自修',
      }),
    ],
    ['is handed back by the supervisor', 'hand_back', () => ({ reason: '不用去了' })],
    ['is cancelled', 'cancel', () => ({ reason: '业主撤回' })],
  ])('[B-03] is void when the order %s, of which the contractor is told', async (_what, action, input) => {
    const { order, token } = await sent();
    await act(staff.supervisor, order, action, await input());
    expect(codeOf(await answer(token, { answer: 'accept' }))).toEqual([410, 'LINK_SUPERSEDED']);
    expect(codeOf(await get(token))).toEqual([410, 'LINK_SUPERSEDED']);
    await mailedTokens(office, mails, order);
    const told = mails.filter(({ to }) => to === contractor.email).at(-1);
    expect(told?.subject).toMatch(new RegExp(`^派工单 ${order.number} 已(收回|撤销)$`));
  });

  test('[B-03] is void for one who had the order before, also when it comes back to him', async () => {
    const { order, token } = await sent();
    const other = await aContractor(office);
    await act(staff.supervisor, order, 'reassign', { contractor: other.documentId, reason: '换维保单位' });
    await act(staff.supervisor, order, 'reassign', { contractor: contractor.documentId, reason: '换回' });
    expect(codeOf(await answer(token, { answer: 'accept' }))).toEqual([410, 'LINK_SUPERSEDED']);
    const tokens = await mailedTokens(office, mails, order);
    expect(tokens).toHaveLength(1);
    expect((await answer(String(tokens[0]), { answer: 'accept' })).status).toBe(200);
  });

  test('[B-03] is void once the contractor works for us no more', async () => {
    const leaving = await aContractor(office);
    const order = await givenTo(office, staff, leaving);
    const [token] = await mailedTokens(office, mails, order);
    await office.strapi
      .documents('api::contractor.contractor')
      .update({ documentId: leaving.documentId, data: { active: false } });
    expect(codeOf(await answer(String(token), { answer: 'accept' }))).toEqual([410, 'LINK_SUPERSEDED']);
  });

  test('[B-03] tampered with, or never made, it is unknown in the same words', async () => {
    const { order, token } = await sent();
    const flip = (at: number) => token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    const wrong = [
      flip(0),
      flip(21),
      flip(22),
      flip(40),
      token.slice(0, -1),
      `${token}A`,
      token.toUpperCase(),
      'x',
      '-',
      '%00',
      '__proto__',
      'A'.repeat(65),
    ];
    const answers = [];
    for (const one of wrong) answers.push(await get(one), await answer(one, { answer: 'accept' }));
    expect(answers.map(codeOf)).toEqual(answers.map(() => [404, 'LINK_UNKNOWN']));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await now(order)).stage).toBe('dispatched');
    // Whoever can write to the database but has no key cannot make a link last, or somebody else's.
    for (const [column, value] of [
      ['expires_at', iso(TEN + 90 * DAY)],
      ['holder', (await aContractor(office)).documentId],
    ]) {
      const was = (await sql(`select ${column} as v from gj_links where case_id = $1`, [order.documentId]))[0]
        ?.v;
      await sql(`update gj_links set ${column} = $2 where case_id = $1`, [order.documentId, value]);
      expect(codeOf(await answer(token, { answer: 'accept' }))).toEqual([404, 'LINK_UNKNOWN']);
      await sql(`update gj_links set ${column} = $2 where case_id = $1`, [order.documentId, was]);
    }
    expect((await answer(token, { answer: 'accept' })).status).toBe(200);
  });

  test('[B-03] opens nothing else: no other action, no other order, no other way', async () => {
    const { order, token } = await sent();
    for (const given of [
      { answer: 'cancel', reason: 'x' },
      { answer: 'finish', workDone: 'x' },
      { answer: 'accept', technician: staff.technician.staffId },
      {},
      { answer: ['accept'] },
    ])
      expect((await answer(token, given)).status).toBeGreaterThanOrEqual(400);
    for (const method of ['put', 'patch', 'delete'] as const)
      expect([404, 405]).toContain((await office.request[method](LINKS + token).send({})).status);
    expect((await office.bearing(token).get('/api/dispatch-orders')).status).toBe(401);
    expect((await office.request.get('/api/contractor-links')).status).toBe(404);
    expect(await now(order)).toMatchObject({ stage: 'dispatched', version: order.version });
    const other = { kind: 'contractor', id: 'x', name: 'x', posts: [], teams: [], via: 'link' } as const;
    const as = (actor: typeof other) =>
      perform(officeOf(office.strapi), {
        type: 'dispatch-order',
        id: order.documentId,
        action: 'accept',
        input: {},
        actor,
      });
    await expect(as(other)).rejects.toMatchObject({ code: 'NOT_ENTITLED' });
  });

  test('[B-03] is asked for no more often in a minute than managers of the house allow', async () => {
    const { token } = await sent();
    office.strapi.config.set('office.contractorLinkRate', 3);
    try {
      const answers = [];
      for (let one = 0; one < 5; one += 1) answers.push(await get(one % 2 ? token : `wrong${one}`));
      expect(answers.map(({ status }) => status)).toEqual([404, 200, 404, 429, 429]);
      expect(codeOf(answers[4] as Said)).toEqual([429, 'RATE_LIMITED']);
      expect(Number(answers[4]?.headers['retry-after'])).toBeGreaterThan(0);
      const page = await get(token, { Accept: 'text/html' });
      expect([page.status, page.text.includes('操作过于频繁')]).toEqual([429, true]);
    } finally {
      office.strapi.config.set('office.contractorLinkRate', 0);
    }
  });

  test(`[B-03] whatever is sent to it, it never fails (seed ${PROPERTY_SEED})`, async () => {
    const { order, token } = await sent();
    const value = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        'accept',
        'arrive',
        'begin',
        'start',
        '',
        ' ',
        '1abc',
        '9999999-01-01',
        iso(TEN - MINUTE),
      ),
    );
    const names = fc.constantFrom(
      'answer',
      'arrivesAt',
      'arrivedAt',
      'workDone',
      'consentedBy',
      'priceAccepted',
      'toString',
      '__proto__',
      'data',
    );
    const bodies = fc
      .sample(
        fc.oneof(
          fc
            .array(fc.tuple(names, value), { maxLength: 6 })
            .map((pairs) => JSON.stringify(Object.fromEntries(pairs))),
          fc.jsonValue().map((one) => JSON.stringify(one)),
          fc.string({ maxLength: 40 }),
        ),
        { seed: PROPERTY_SEED, numRuns: 200 },
      )
      .filter((body) => !/"answer":"(accept|arrive)"/.test(body));
    const types = [
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
    ];
    for (const [index, body] of bodies.entries()) {
      const said = await answer(token, body as never, {
        'Content-Type': types[index % 10 < 7 ? 0 : (index % 3) + 1] ?? '',
        Accept: index % 2 ? 'text/html' : 'application/json',
      });
      expect([body, said.status >= 400 && said.status < 500, said.status]).toEqual([body, true, said.status]);
    }
    expect(await now(order)).toMatchObject({ stage: 'dispatched', version: order.version });
  }, 60_000);
});
