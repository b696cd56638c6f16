import { openOffice, type Office } from '../support/office';
import { officeOf, type Office as Engine } from '../../src/engine/office';
import { perform } from '../../src/engine/perform';
import { THE_OFFICE } from '../../src/engine/actor';
import { wakeUp } from '../../src/engine/wakeups';

let office: Office;
let engine: Engine;

beforeAll(async () => {
  office = await openOffice();
  engine = officeOf(office.strapi);
});
afterAll(() => office.close());

const register = (input: object, now = Date.now()) =>
  perform(engine, { type: 'ticket', id: 'new', action: 'register', input, actor: THE_OFFICE, now });

describe('the one door', () => {
  it('[A-01] gives a request its number, its clocks, its history and its message in one transaction', async () => {
    const { documentId, record } = await register({
      kind: 'repair',
      channel: 'phone',
      matter: '厨房水管漏水',
    });
    expect(record.number).toMatch(/^WX-\d{8}-\d{4}$/);
    const read = await office.strapi.documents('api::ticket.ticket').findOne({ documentId, populate: '*' });
    expect(read).toMatchObject({
      number: record.number,
      stage: 'registered',
      matter: '厨房水管漏水',
      version: 1,
    });
    const clocks = await office.strapi.db
      .query('api::clock.clock')
      .findMany({ where: { caseId: documentId } });
    expect(clocks.map((clock: { name: string }) => clock.name)).toContain('arrive');
    const activities = await office.strapi.db
      .query('api::activity.activity')
      .findMany({ where: { caseId: documentId } });
    expect(activities).toMatchObject([{ seq: 1, action: 'register', toStage: 'registered', prevHash: '' }]);
    const messages = await office.strapi.db
      .query('api::outbox-message.outbox-message')
      .findMany({ where: { caseId: documentId } });
    expect(messages.length).toBeLessThanOrEqual(1);
  });

  it('[C-11] warns, gives the verdict and escalates, each once', async () => {
    const now = Date.now();
    const { documentId } = await register({ kind: 'repair', channel: 'phone', matter: '断电' }, now);
    await wakeUp(engine, now + 3_600_000);
    await wakeUp(engine, now + 3_600_000);
    const activities = await office.strapi.db
      .query('api::activity.activity')
      .findMany({ where: { caseId: documentId }, orderBy: { seq: 'asc' } });
    console.log(
      activities.map((a: { action: string; occurredAt: string; changes: unknown }) => [
        a.action,
        a.occurredAt,
        JSON.stringify(a.changes),
      ]),
    );
  });
});
