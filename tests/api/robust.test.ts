import http from 'node:http';
import fc from 'fast-check';
import { openOfficeProcess, type OfficeProcess, type TypeSeen } from '../support/office-process';
import { type Known, type Wish, wishes } from './robust/requests';
import { PROPERTY_SEED } from '../support/property-seed';

const REQUESTS = Number(process.env.GUANJIA_FUZZ_REQUESTS ?? 2000);
const AT_ONCE = 6;
const SECONDS = 1000;

/** What outside systems and the panel may ask of the cases. */
const ACTIONS: Record<string, string[]> = {
  'api::ticket.ticket': [
    'edit',
    'assign',
    'dispatch',
    'start',
    'wait',
    'resume',
    'reclass',
    'complete',
    'water_test',
    'close',
    'reopen',
    'cancel',
    'request_visit',
  ],
  'api::dispatch-order.dispatch-order': [
    'draft',
    'dispatch',
    'accept',
    'arrive',
    'pause',
    'finish',
    'sign',
    'file',
    'cancel',
  ],
  'api::open-letter.open-letter': ['edit', 'publish', 'discharge', 'withdraw'],
  'api::house-call-plan.house-call-plan': ['edit', 'close'],
  'api::house-call.house-call': ['raise'],
  'api::transfer.transfer': ['edit', 'complete_papers', 'take_effect', 'close', 'cancel'],
  'api::lease-registration.lease-registration': ['start', 'end_early', 'cancel'],
  'api::archive-file.archive-file': ['edit', 'entrust', 'withdraw'],
  'api::archive-loan.archive-loan': ['extend', 'give_back'],
  'api::return-visit.return-visit': [
    'record',
    'attempt',
    'ask_exemption',
    'exempt',
    'deny_exemption',
    'raise',
    'review',
    'entrust',
  ],
};

type Answer = {
  status: number;
  body: { data?: Record<string, unknown>; error?: { details?: { code?: string; field?: string } } };
};

let office: OfficeProcess;
let panelToken: string;
const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE * 2 });

beforeAll(async () => {
  office = await openOfficeProcess();
  const login = await send({ as: 'nobody', method: 'POST', path: '/admin/login', body: office.user });
  panelToken = String(login.body.data?.token);
}, 120 * SECONDS);
afterAll(async () => {
  agent.destroy();
  await office.close();
});

/** Sends exactly these bytes: JSON has escapes for what `fetch` would put right. */
function send({ as, method, path, body }: Wish): Promise<Answer> {
  const bearer = { site: office.apiToken, panel: panelToken, nobody: undefined }[as];
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = http.request(office.url + path, {
      agent,
      method,
      timeout: 30 * SECONDS,
      headers: {
        accept: 'application/json',
        ...(bearer && { authorization: `Bearer ${bearer}` }),
        ...(text !== undefined && {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        }),
      },
    });
    request.once('timeout', () => request.destroy(new Error('no answer within 30 seconds')));
    request.once('error', reject);
    request.once('response', (response) => {
      const status = response.statusCode ?? 0;
      // News go on for as long as somebody listens: that they have begun is the answer.
      if (response.headers['content-type']?.startsWith('text/event-stream')) {
        request.destroy();
        return resolve({ status, body: {} });
      }
      let answer = '';
      response.setEncoding('utf8').on('data', (part: string) => (answer += part));
      response.once('error', reject).once('end', () => resolve({ status, body: parsed(answer) }));
    });
    request.end(text);
  });
}

function parsed(text: string): Answer['body'] {
  try {
    return JSON.parse(text) as Answer['body'];
  } catch {
    return {};
  }
}

const codeOf = ({ body }: Answer) => body.error?.details?.code;
const sound = (answer: Answer): boolean =>
  answer.status < 500 || (answer.status === 503 && codeOf(answer) === 'DATABASE_BUSY');

const make = async (plural: string, data: object): Promise<string> => {
  const answer = await send({ as: 'site', method: 'POST', path: `/api/${plural}`, body: { data } });
  if (answer.status !== 201) throw new Error(`${plural}: ${JSON.stringify(answer)}`);
  return String(answer.body.data?.documentId);
};

/** A small estate with work on it, so that some of what is asked can be meant. */
async function estate(): Promise<Known> {
  const community = await make('communities', { name: '安居苑', code: 'AJ' });
  const building = await make('buildings', { name: '3 栋', code: '3', community });
  const unit = await make('units', { label: '501', building });
  const owner = await make('owners', { name: '李明', phone: '13812345678' });
  const tickets = await Promise.all([1, 2, 3, 4].map((n) => make('tickets', { matter: `漏水 ${n}`, unit })));
  return {
    'api::community.community': [community],
    'api::building.building': [building],
    'api::unit.unit': [unit],
    'api::owner.owner': [owner],
    'api::ticket.ticket': tickets,
  };
}

/** Sends them all, a few at a time. */
async function sendAll(wishes: readonly Wish[], hear: (wish: Wish, answer: Answer) => void): Promise<void> {
  const queue = [...wishes];
  const sender = async (): Promise<void> => {
    for (let wish = queue.shift(); wish; wish = queue.shift()) {
      hear(wish, await send(wish).catch((error: Error) => noAnswer(error)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
}

const noAnswer = ({ message }: Error): Answer => ({
  status: 0,
  body: { error: { details: { code: message } } },
});

/** Everything that the office could not handle since it opened. */
const troubles = () => ({ alive: office.alive(), faults: office.faults });
const NONE = { alive: true, faults: [] };

/** The writes of a type with `wrong` in each of its relations, and enough beside it to pass for a record. */
function writesWith(wrong: unknown, { uid, plural, attributes }: TypeSeen): Wish[] {
  const text = {
    number: 'x',
    code: 'x',
    name: 'x',
    label: 'x',
    jobNumber: 'x',
    matter: 'x',
    username: 'xyz',
  };
  const login = { email: 'x@y.cn', password: 'Abc12345' };
  const given = Object.entries({ ...text, ...login }).filter(([name]) => attributes[name]);
  const related = Object.entries(attributes).filter(
    ([, { type }]) => type === 'relation' || type === 'media',
  );
  const data = Object.fromEntries([...given, ...related.map(([name]) => [name, wrong] as const)]);
  const forms = `/content-manager/collection-types/${uid}`;
  const id = 'a'.repeat(24);
  const rest: Wish[] = uid.startsWith('api::')
    ? [
        { as: 'site', method: 'POST', path: `/api/${plural}`, body: { data } },
        { as: 'site', method: 'PUT', path: `/api/${plural}/${id}`, body: { data } },
      ]
    : [
        { as: 'site', method: 'POST', path: '/api/users', body: data },
        { as: 'site', method: 'PUT', path: '/api/users/1', body: data },
      ];
  return [
    ...rest,
    { as: 'panel', method: 'POST', path: forms, body: data },
    { as: 'panel', method: 'PUT', path: `${forms}/${id}`, body: data },
    { as: 'panel', method: 'POST', path: `${forms}/clone/${id}`, body: data },
  ];
}

describe('the office survives its input', () => {
  test(
    'a relation that begins with a digit ends no process, on any route that makes or changes a record',
    async () => {
      const written = office.types.filter(
        ({ uid }) => uid.startsWith('api::') || uid === 'plugin::users-permissions.user',
      );
      const asked = written.flatMap((type) => [
        ...writesWith('1abc', type),
        ...writesWith({ connect: [{ documentId: '1abc' }] }, type),
      ]);
      const wrong: object[] = [];
      await sendAll(asked, (wish, answer) => {
        // The panel leaves out what its form does not show; outside systems are told.
        const fine = sound(answer) && answer.status > 0 && (answer.status >= 400 || wish.as === 'panel');
        if (!fine) wrong.push({ wish, answer });
      });
      expect(wrong).toEqual([]);
      expect(troubles()).toEqual(NONE);
    },
    120 * SECONDS,
  );

  test('the relation is named, and a valid request works afterwards', async () => {
    const told = async (plural: string, data: object) => {
      const answer = await send({ as: 'site', method: 'POST', path: `/api/${plural}`, body: { data } });
      return [answer.status, codeOf(answer), answer.body.error?.details?.field];
    };
    const unknown = [422, 'REFERENCE_UNKNOWN'];
    expect(await told('units', { label: '502', building: '1abc' })).toEqual([...unknown, 'building']);
    expect(await told('tickets', { matter: '水管', unit: '1abc' })).toEqual([...unknown, 'unit']);
    await make('tickets', { matter: '水管漏水' });
  });

  test(
    `no request that fast-check can make ends it or fails it (seed ${PROPERTY_SEED})`,
    async () => {
      const asked = fc.sample(wishes(office, await estate(), ACTIONS), {
        seed: PROPERTY_SEED,
        numRuns: REQUESTS,
      });
      const failed: object[] = [];
      const counts = new Map<number, number>();
      const begun = Date.now();
      await sendAll(asked, (wish, answer) => {
        counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
        const { error } = answer.body;
        if (answer.status === 0 || !sound(answer)) {
          failed.push({ wish: JSON.stringify(wish).slice(0, 1500), status: answer.status, error });
        }
      });
      const spread = [...counts].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`);
      const seconds = Math.round((Date.now() - begun) / SECONDS);
      process.stderr.write(
        `${REQUESTS} requests, seed ${PROPERTY_SEED}, ${seconds} s: ${spread.join(', ')}\n`,
      );
      if (failed.length > 0) process.stderr.write(office.log());
      expect(failed.slice(0, 20)).toEqual([]);
      expect(troubles()).toEqual(NONE);
      // Not everything was turned away at the door: a good part was let in, and judged.
      expect(counts.get(401) ?? 0).toBeLessThan(REQUESTS / 5);
      expect((counts.get(200) ?? 0) + (counts.get(201) ?? 0)).toBeGreaterThan(REQUESTS / 10);
      await make('tickets', { matter: '一切照常' });
    },
    600 * SECONDS,
  );
});
