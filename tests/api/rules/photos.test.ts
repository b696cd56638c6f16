import type Sharp from 'sharp';
import { act, look, refused, repairUntil, stopTime, type CaseSeen } from '../../support/cases';
import { openOffice, type Agent, type Office } from '../../support/office';
import { dispatchByHand, employ, staffOf, type Colleague, type Staff } from '../../support/people';

/** 09:20 in Shanghai on a working Friday. */
const NOW = Date.parse('2026-11-20T01:20:00Z');
const HOURS_25 = 25 * 3_600_000;

let office: Office;
let staff: Staff;
let other: Colleague;
let sharp: typeof Sharp;
let time: ReturnType<typeof stopTime>;

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  other = await employ(office, 'technician');
  time = stopTime(office, NOW);
  await dispatchByHand(office);
  sharp = loadOutside('sharp') as typeof Sharp;
});
afterAll(() => office.close());
beforeEach(() => time.set(NOW));

/** A photo as a telephone takes it: large, lying on its side, with the place and the device in it. */
const aPhoto = () =>
  sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#6a8' } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitudeRef: 'N' } })
    .toBuffer();

const photosPath = ({ type, documentId }: CaseSeen): string => `/office/cases/${type}/${documentId}/photos`;
const send = ({ agent }: { agent: Agent }, one: CaseSeen, bytes: Buffer, name = 'IMG_1.jpg') =>
  agent.post(photosPath(one)).attach('files', bytes, name);
/** Sends a photo in and gives its id. */
async function sent(who: Colleague, one: CaseSeen, name?: string): Promise<string> {
  const answer = await send(who, one, await aPhoto(), name);
  expect(answer.status).toBe(201);
  return (answer.body as { data: { id: string } }).data.id;
}
const codeOf = ({ status, body }: { status: number; body: unknown }) => {
  const { details } = (body as { error: { details: { code: string; field?: string } } }).error;
  return { status, code: details.code, field: details.field };
};

test('[B-07] photos of the work stand on the order, with who sent them and when, and are seen there', async () => {
  const { order } = await repairUntil(staff, 'start');
  const id = await sent(staff.technician, order, '完工.jpg');
  const done = await act(staff.technician, order, 'finish', { workDone: '已更换阀门', photos: [id] });
  expect(done.record.photos).toEqual([
    { id, name: '完工.jpg', by: expect.any(String) as string, at: new Date(NOW).toISOString() },
  ]);
  const seen = await staff.supervisor.agent.get(`${photosPath(order)}/${id}`);
  expect(seen.status).toBe(200);
  expect(seen.headers['content-type']).toBe('image/jpeg');
  const { width, height, format, exif, orientation } = await sharp(seen.body as Buffer).metadata();
  // Upright, smaller, and without the place and the device.
  expect({ width, height, format }).toEqual({ width: 1200, height: 1600, format: 'jpeg' });
  expect(exif).toBeUndefined();
  expect(orientation).toBeUndefined();
});

test('[B-07] more come on the order one action after the other, and no photo twice', async () => {
  const { order } = await repairUntil(staff, 'arrive');
  const ids = [await sent(staff.technician, order), await sent(staff.technician, order)];
  await act(staff.technician, order, 'photograph', { photos: [ids[0]] });
  const seen = await act(staff.technician, order, 'photograph', { photos: ids });
  expect((seen.record.photos as { id: string }[]).map(({ id }) => id)).toEqual(ids);
});

test('what is no photo is refused, whatever its name says', async () => {
  const { order } = await repairUntil(staff, 'start');
  const text = await send(staff.technician, order, Buffer.from('这不是照片'), 'photo.jpg');
  expect(codeOf(text)).toEqual({ status: 422, code: 'PHOTO_INVALID', field: 'photos' });
  expect((text.body as { error: { message: string } }).error.message).toContain('照片');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  expect(codeOf(await send(staff.technician, order, svg, 'photo.png')).code).toBe('PHOTO_INVALID');
  const broken = (await aPhoto()).subarray(0, 2000);
  expect(codeOf(await send(staff.technician, order, broken)).code).toBe('PHOTO_INVALID');
  expect(codeOf(await staff.technician.agent.post(photosPath(order))).code).toBe('INPUT_INVALID');
});

test('[S-02] nobody sends photos in who does not work on the order, and none is taken from another case', async () => {
  const { order } = await repairUntil(staff, 'start');
  const second = (await repairUntil(staff, 'start')).order;
  expect(codeOf(await send(other, order, await aPhoto()))).toMatchObject({
    status: 403,
    code: 'NOT_ENTITLED',
  });
  expect(codeOf(await send(staff.clerk, order, await aPhoto()))).toMatchObject({
    status: 403,
    code: 'NOT_ENTITLED',
  });
  const id = await sent(staff.technician, order);
  for (const photos of [[id], ['a'.repeat(24)]])
    expect(await refused(staff.technician, second, 'photograph', { photos })).toMatchObject({
      status: 422,
      code: 'PHOTO_UNKNOWN',
    });
  await act(staff.technician, order, 'photograph', { photos: [id] });
  expect((await other.agent.get(`${photosPath(order)}/${id}`)).status).toBe(403);
  expect((await staff.technician.agent.get(`${photosPath(second)}/${id}`)).status).toBe(404);
  expect((await office.request.get(`${photosPath(order)}/${id}`)).status).toBe(401);
});

test('a photo that nobody has put on record is not shown, and is thrown away after a day', async () => {
  const { order } = await repairUntil(staff, 'start');
  const [unused, kept] = [await sent(staff.technician, order), await sent(staff.technician, order)];
  await act(staff.technician, order, 'photograph', { photos: [kept] });
  expect((await staff.technician.agent.get(`${photosPath(order)}/${unused}`)).status).toBe(404);
  time.set(NOW + HOURS_25);
  await sent(staff.technician, order);
  expect(await refused(staff.technician, order, 'photograph', { photos: [unused] })).toMatchObject({
    code: 'PHOTO_UNKNOWN',
  });
  expect((await staff.technician.agent.get(`${photosPath(order)}/${kept}`)).status).toBe(200);
  expect((await look(staff.supervisor, order)).record.photos).toHaveLength(1);
});
