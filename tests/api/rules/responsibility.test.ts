import { look, notOpened, open, stopTime, type CaseSeen, type OfficeTime } from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { aUnit, outsideSystem, staffOf, type Colleague, type Staff } from '../../support/people';

/** 09:20 in Shanghai on a working Friday. */
const NINE_TWENTY = Date.parse('2026-11-20T01:20:00Z');
const iso = (at: number): string => new Date(at).toISOString();

let office: Office;
let staff: Staff;
let time: OfficeTime;
beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  time = stopTime(office, NINE_TWENTY);
});
afterAll(() => office.close());
beforeEach(() => time.set(NINE_TWENTY));

/** What an outside system with the right to register gets back, seen by the supervisor. */
async function online(data: object): Promise<CaseSeen> {
  const site = await outsideSystem(office, 'api::ticket.ticket.create');
  const { body } = await site.post('/api/tickets').send({ data: { channel: 'online', ...data } });
  const { documentId } = (body as { data: { documentId: string } }).data;
  return look(staff.supervisor, { type: 'ticket', documentId });
}

describe('first-asked responsibility', () => {
  test.each(['front_desk', 'security', 'clerk'] as const)(
    '[A-04] whoever takes a request in is accountable for it from then on: %s',
    async (post) => {
      const { record } = await open(staff[post], 'ticket', { matter: '楼道灯不亮' });
      expect(record).toMatchObject({ accountable: staff[post].staffId, accountableSince: iso(NINE_TWENTY) });
    },
  );

  test('[A-04] nobody says at intake that somebody else is accountable', async () => {
    const accountable = staff.technician.staffId;
    expect(await notOpened(staff.front_desk, 'ticket', { matter: '漏水', accountable })).toMatchObject({
      status: 422,
      code: 'FIELD_GUARDED',
      field: 'accountable',
    });
  });

  test('[A-10] what comes in by itself is the steward’s of the building, elsewhere the desk’s', async () => {
    const unit = await aUnit(office.strapi);
    const home = await online({ matter: '厨房漏水', unit });
    expect(home.record.accountable).toBe(staff.front_desk.staffId);
    await stewardOf(unit, staff.steward);
    expect((await online({ matter: '厨房漏水', unit })).record.accountable).toBe(staff.steward.staffId);
    expect((await online({ matter: '路灯不亮' })).record.accountable).toBe(staff.front_desk.staffId);
  });

  test('[A-10] many requests that come in at the same time each go to their own steward', async () => {
    const homes = await Promise.all([aUnit(office.strapi), aUnit(office.strapi)]);
    await stewardOf(String(homes[0]), staff.steward);
    const seen = await Promise.all(
      Array.from({ length: 12 }, (_, index) => online({ matter: `漏水 ${index}`, unit: homes[index % 2] })),
    );
    seen.forEach(({ record }, index) => {
      expect(record.accountable).toBe((index % 2 === 0 ? staff.steward : staff.front_desk).staffId);
    });
  });
});

async function stewardOf(unit: string, steward: Colleague): Promise<void> {
  const { strapi } = office;
  const found = await strapi
    .documents('api::unit.unit')
    .findOne({ documentId: unit, populate: { building: true } });
  await strapi.documents('api::building.building').update({
    documentId: String(found?.building?.documentId),
    data: { steward: steward.staffId } as never,
  });
}
