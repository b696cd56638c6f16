import type { Core } from '@strapi/strapi';
import type { Actor, Post } from '../../../rules/cases/types';
import { holderOf, type Directory } from '../../../rules/people/directory';
import { localDate, parseLocalTime } from '../../../rules/time';
import { officeOf, type Office } from '../../office';
import { perform } from '../../perform';
import { wakeUp } from '../../wakeups';
import { readData } from '../files';
import type { Kept, Values } from '../records';
import { documentIdsByCode, homesByLabel, isPaid, latestOf, type Home } from './look-up';
import { phoneOf } from './people';

const MINUTE = 60_000;
const DAY = 86_400_000;

type When = { readonly minutesAgo: number } | { readonly daysAgo: number; readonly time: string };

interface Step {
  /** Minutes after the matter came in. */
  readonly at: number;
  readonly on: 'ticket' | 'order' | 'visit';
  readonly do: string;
  /** Input of the action; a text that begins with `$` stands for something of the request. */
  readonly give?: Values | string;
}

/** What the requester tells, as it goes into the ticket. */
interface Told {
  readonly kind?: string;
  readonly channel?: string;
  readonly urgency?: string;
  readonly exactLocation?: string;
  readonly suitableHours?: string;
}

interface Request extends Told {
  readonly when: When;
  readonly story: string;
  /** Code of the category. */
  readonly category: string;
  /** Full label of the unit. */
  readonly unit: string;
  readonly matter: string;
  readonly solution?: string;
  /** How damage that was going on was stopped, on the order, thirteen minutes after it was reported. */
  readonly contained?: string;
  /** Job numbers. */
  readonly technician?: string;
  readonly handler?: string;
  readonly requesterName?: string;
  readonly satisfaction?: string;
  readonly visit?: Values;
}

interface Event extends Step {
  readonly request: Request;
  readonly moment: number;
}

interface Scene {
  readonly office: Office;
  readonly directory: Directory;
  readonly staff: ReadonlyMap<string, Kept>;
  readonly categories: ReadonlyMap<string, string>;
  readonly homes: ReadonlyMap<string, Home>;
  /** documentIds of the tickets made so far. */
  readonly tickets: Map<Request, string>;
  /** documentIds of the latest order and visit of each, as far as looked up. */
  readonly latest: Map<string, string>;
}

/**
 * Lives through the last days of the demo estate: every request of `database/demo/requests.json` runs its story
 * through the one door, each step by the person whose work it is, at its own moment and in the order of
 * time; what lies in the future is left to the staff. Clocks warn, break and climb as they would have.
 */
export async function replayRequests(strapi: Core.Strapi, staff: ReadonlyMap<string, Kept>): Promise<void> {
  const office = officeOf(strapi);
  const now = office.now();
  const { directory } = await office.policy.current(office.pool);
  const scene: Scene = {
    office,
    directory,
    staff,
    categories: await documentIdsByCode(strapi, 'category'),
    homes: await homesByLabel(strapi),
    tickets: new Map(),
    latest: new Map(),
  };
  const stories = readData<Record<string, Step[]>>(strapi, 'demo', 'stories');
  const events = readData<Request[]>(strapi, 'demo', 'requests')
    .flatMap((request) =>
      eventsOf(request, stories[request.story] ?? [], cameIn(request.when, now, office.timeZone)),
    )
    .filter(({ moment }) => moment <= now)
    .sort((one, other) => one.moment - other.moment);
  await byHand(strapi, async () => {
    for (const event of events) {
      await wakeUp(office, event.moment);
      await act(scene, event);
    }
  });
}

/** The stories tell whom the desk sent: meanwhile no rule sends anybody. */
async function byHand(strapi: Core.Strapi, work: () => Promise<void>): Promise<void> {
  const rules = strapi.documents('api::dispatch-rule.dispatch-rule');
  const sending = await rules.findMany({ filters: { mode: { $ne: 'assign' }, active: { $ne: false } } });
  const set = async (active: boolean): Promise<void> => {
    for (const { documentId } of sending) await rules.update({ documentId, data: { active } });
  };
  await set(false);
  try {
    await work();
  } finally {
    await set(true);
  }
}

function cameIn(when: When, now: number, timeZone: string): number {
  if ('minutesAgo' in when) return now - when.minutesAgo * MINUTE;
  const date = localDate(timeZone, now - when.daysAgo * DAY);
  return parseLocalTime({ text: `${date} ${when.time}`, format: 'yyyy-MM-dd HH:mm', timeZone });
}

/** The call is typed in a minute after it came; the rest follows the story. */
function eventsOf(request: Request, story: readonly Step[], received: number): Event[] {
  const register: Step = {
    at: 1,
    on: 'ticket',
    do: 'register',
    give: { receivedAt: new Date(received).toISOString() },
  };
  const contain: Step[] = request.contained
    ? [{ at: 13, on: 'order', do: 'contain', give: { measure: request.contained } }]
    : [];
  return [register, ...contain, ...story].map((step) => ({
    ...step,
    request,
    moment: received + step.at * MINUTE,
  }));
}

async function act(scene: Scene, event: Event): Promise<void> {
  const { office, tickets } = scene;
  const { request, moment } = event;
  const told = fill(event.give ?? {}, placesOf(scene, event)) as Values;
  const given = event.do === 'consent' ? { ...told, ...(await priced(scene, event)) } : told;
  const performed = await perform(office, {
    type: TYPES[event.on],
    id: await caseOf(scene, event),
    action: event.do,
    input: event.do === 'register' ? { ...particulars(scene, request), ...given } : given,
    actor: actorOf(scene, event),
    now: moment,
  });
  if (event.do === 'register') tickets.set(request, performed.documentId);
}

/** Work that the rule says is paid gets its price from the list, and the requester's yes to it, before it begins. */
async function priced(scene: Scene, event: Event): Promise<Values> {
  const { office } = scene;
  const order = { type: TYPES.order, id: await caseOf(scene, event) };
  if (!(await isPaid(office.strapi, order.id))) return {};
  const { prices, categories } = await office.policy.current(office.pool);
  const path = categories.get(scene.categories.get(event.request.category) ?? '')?.path ?? [];
  const own = [...prices.values()].find(({ category }) => category !== null && path.includes(category));
  const usual = [...prices.values()].find(({ code }) => code === 'visit');
  const input = { item: (own ?? usual)?.id, quantity: 1 };
  await perform(office, {
    ...order,
    action: 'price',
    input,
    actor: actorOf(scene, event),
    now: event.moment,
  });
  return { priceAccepted: true };
}

const TYPES = { ticket: 'ticket', order: 'dispatch-order', visit: 'return-visit' } as const;

/** The case that a step is taken on. A step of the ticket may have brought a new order or visit with it. */
async function caseOf({ office, tickets, latest }: Scene, { on, request }: Event): Promise<string> {
  const ticket = tickets.get(request);
  if (!ticket) return 'new';
  const keys = { order: `order of ${ticket}`, visit: `visit of ${ticket}` };
  if (on === 'ticket') {
    for (const key of Object.values(keys)) latest.delete(key);
    return ticket;
  }
  // A visit that finds the matter unsettled brings a new order with it.
  if (on === 'visit') latest.delete(keys.order);
  const known = latest.get(keys[on]);
  if (known) return known;
  const found = await latestOf(office.strapi, TYPES[on], ticket);
  latest.set(keys[on], found);
  return found;
}

function particulars(scene: Scene, request: Request): Values {
  const { kind, channel, urgency, exactLocation, suitableHours, matter } = request;
  const { unit, community } = homeOf(scene, request);
  return {
    kind,
    channel,
    urgency,
    exactLocation,
    suitableHours,
    matter,
    unit,
    community,
    category: scene.categories.get(request.category),
    requesterName: requesterOf(scene, request),
    contactPhone: phoneOf(8000 + scene.tickets.size),
  };
}

function homeOf({ homes }: Scene, { unit }: Request): Home {
  const home = homes.get(unit);
  if (!home) throw new Error(`requests.json: there is no unit ${unit}`);
  return home;
}

const requesterOf = (scene: Scene, request: Request): string =>
  request.requesterName ?? homeOf(scene, request).occupant ?? '住户';

/** What the `$` names of a story stand for. */
function placesOf(scene: Scene, { request, moment }: Event): (name: string) => unknown {
  const { staff } = scene;
  return (name) => {
    const [word, minutes] = name.split(':');
    switch (word) {
      case 'technician':
        return staff.get(request.technician ?? '')?.documentId;
      case 'handler':
        return staff.get(request.handler ?? '')?.documentId;
      case 'requester':
        return requesterOf(scene, request);
      case 'place':
        return request.unit;
      case 'visit':
        return {
          ...request.visit,
          visitor: stewardOf(scene, request),
          interviewee: requesterOf(scene, request),
        };
      case 'now':
        return new Date(moment).toISOString();
      case 'later':
        return new Date(moment + Number(minutes) * MINUTE).toISOString();
      default:
        return (request as unknown as Values)[name];
    }
  };
}

function fill(value: unknown, placeOf: (name: string) => unknown): unknown {
  if (typeof value === 'string') {
    if (/^\$[\w:]+$/.test(value)) return placeOf(value.slice(1));
    return value.replace(/\$(\w+)/g, (_, name: string) => String(placeOf(name)));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, fill(part, placeOf)]));
}

function stewardOf(scene: Scene, request: Request): string {
  return homeOf(scene, request).steward ?? holder(scene, 'steward').id;
}

function holder({ directory }: Scene, post: Post) {
  const found = holderOf(directory, { post });
  if (!found) throw new Error(`people.json: nobody is ${post}`);
  return found;
}

/** Whose work a step is. */
function actorOf(scene: Scene, { on, do: action, request }: Event): Actor {
  const own = request.technician ?? request.handler;
  const handler = own && scene.staff.get(own)?.documentId;
  if (on === 'visit')
    return staffOf(scene, action === 'review' ? holder(scene, 'supervisor').id : stewardOf(scene, request));
  if (on === 'order')
    return staffOf(scene, action === 'file' || !handler ? holder(scene, 'clerk').id : handler);
  const handled =
    ['start', 'wait', 'resume', 'complete', 'find_cause', 'tell_outcome'].includes(action) && handler;
  return staffOf(scene, handled || holder(scene, 'front_desk').id);
}

function staffOf({ directory }: Scene, id: string): Actor {
  const entry = directory.staff.get(id);
  return {
    kind: 'staff',
    id,
    name: entry?.name ?? id,
    posts: entry?.post ? [entry.post] : [],
    teams: entry?.teams ?? [],
    via: 'panel',
  };
}
