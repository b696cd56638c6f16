import { act, look, open, repairUntil, stopTime } from '../../support/cases';
import { openOffice, type Office } from '../../support/office';
import { coded, dispatchByHand, staffOf, type Staff } from '../../support/people';

/** 09:20 in Shanghai on a working Friday. */
const NOW = Date.parse('2026-11-20T01:20:00Z');

let office: Office;
let staff: Staff;

beforeAll(async () => {
  office = await openOffice();
  staff = await staffOf(office);
  stopTime(office, NOW);
  await dispatchByHand(office);
});
afterAll(() => office.close());

test('[B-07] a signature is kept with who signed, when, and the text that was signed', async () => {
  const { order } = await repairUntil(staff, 'sign');
  expect(order.record).toMatchObject({
    signature: 'data:image/png;base64,AA==',
    signerName: '王女士',
    signedAt: new Date(NOW).toISOString(),
  });
  const text = String(order.record.signedText);
  expect(text).toContain(`派工单：${order.number}`);
  expect(text).toContain('施工内容：更换阀门');
  expect(text).toContain('完成情况：已更换阀门');
});

test('[B-07] the text is shown before it is signed, and kept as it was shown', async () => {
  const { order } = await repairUntil(staff, 'finish');
  const { toSign } = (await look(staff.technician, order)) as unknown as { toSign: string };
  expect(toSign).toContain('完成情况：已更换阀门');
  const signed = await act(staff.technician, order, 'sign', {
    signerName: '王女士',
    signature: 'data:image/png;base64,AA==',
  });
  expect(signed.record.signedText).toBe(toSign);
});

test('[B-07] where nobody signed, no text was signed', async () => {
  const { order } = await repairUntil(staff, 'finish');
  const signed = await act(staff.technician, order, 'sign', { noSignatureReason: '业主不在家，电话确认' });
  expect(signed.record.signedText ?? null).toBeNull();
});

test('[B-07] the text that was signed cannot be written over afterwards', async () => {
  const { order } = await repairUntil(staff, 'sign');
  const { documentId, version } = await look(staff.manager, order);
  const answer = await staff.manager.agent
    .put(`/content-manager/collection-types/api::dispatch-order.dispatch-order/${documentId}`)
    .send({ signedText: '另一份内容', version });
  const again = await look(staff.manager, order);
  expect(String(again.record.signedText)).not.toContain('另一份内容');
  expect(answer.status === 200 || answer.status === 422 || answer.status === 403).toBe(true);
});

test('fields with an input of their own keep plain data underneath', () => {
  const typeOf = (uid: string, attribute: string): unknown =>
    (office.strapi.getModel(uid as never) as { attributes: Record<string, { type: string }> }).attributes[
      attribute
    ]?.type;
  expect(typeOf('office.warning', 'beforeMinutes')).toBe('integer');
  expect(typeOf('api::emergency-rule.emergency-rule', 'words')).toBe('text');
  expect(typeOf('api::category.category', 'aliases')).toBe('json');
  expect(typeOf('api::owner.owner', 'phone')).toBe('string');
  expect(typeOf('api::dispatch-order.dispatch-order', 'signature')).toBe('text');
});

test('[B-02] words taken off and put on the list of an emergency rule hold from the next request on', async () => {
  const documentId = await coded(office.strapi, 'emergency-rule', 'lift_trapped');
  const path = `/content-manager/collection-types/api::emergency-rule.emergency-rule/${documentId}`;
  const saved = await staff.manager.agent.put(path).send({ words: '石狮子倒\n电梯…困人' });
  expect(saved.status).toBe(200);
  const ticket = await open(staff.front_desk, 'ticket', { matter: '大门口的石狮子倒了' });
  expect(ticket.record).toMatchObject({ urgency: 'urgent', emergencyWord: '石狮子倒' });
});

test('[B-02] the front desk does not change the words', async () => {
  const documentId = await coded(office.strapi, 'emergency-rule', 'lift_trapped');
  const path = `/content-manager/collection-types/api::emergency-rule.emergency-rule/${documentId}`;
  expect((await staff.front_desk.agent.put(path).send({ words: '什么都算' })).status).toBe(403);
});

test('[G-02] a number that is sent back masked stays, and the eye puts each look on record', async () => {
  const { documentId } = await office.strapi
    .documents('api::owner.owner')
    .create({ data: { name: '欧阳明月', phone: '13812345678' } as never });
  const path = `/content-manager/collection-types/api::owner.owner/${documentId}`;
  const form = (await staff.front_desk.agent.get(path)).body as { data: { phone: string } };
  expect(form.data.phone).toBe('138****5678');
  await staff.front_desk.agent.put(path).send({ name: '欧阳明月', phone: form.data.phone });
  const asked = { type: 'api::owner.owner', documentId, field: 'phone' };
  const seen = await staff.front_desk.agent.post('/office/reveal').send(asked);
  expect((seen.body as { data: { value: string } }).data.value).toBe('13812345678');
  const [{ views }] = (
    await office.strapi.db.connection.raw(
      'SELECT count(*)::int AS views FROM personal_views WHERE document_id = ?',
      [documentId],
    )
  ).rows as [{ views: number }];
  expect(views).toBe(1);
  expect((await staff.security.agent.post('/office/reveal').send(asked)).status).toBe(403);
});
