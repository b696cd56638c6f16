import { bodyOf, callerOf, EMPTY_DRAFT, isWorthKeeping } from './draft';

const ZONE = 'Asia/Shanghai';

test('what was left empty is left out, so that the office judges and fills it in', () => {
  expect(bodyOf({ ...EMPTY_DRAFT, matter: '漏水' }, ZONE)).toEqual({
    data: { matter: '漏水', kind: 'repair', channel: 'phone' },
  });
});

test('the caller is named, never his phone; what the desk types goes along', () => {
  const caller = callerOf({
    by: 'phone',
    unit: { documentId: 'u1', label: '3-2-501' },
    person: { documentId: 'o1', name: '李明', phone: '138****5678', capacity: '业主' },
    residents: [],
  });
  const body = bodyOf(
    { ...EMPTY_DRAFT, matter: '漏水', caller, community: 'c1', requesterName: ' 保姆 ' },
    ZONE,
  );
  expect(body).toEqual({
    data: {
      matter: '漏水',
      kind: 'repair',
      channel: 'phone',
      unit: 'u1',
      community: 'c1',
      requesterName: '保姆',
    },
    caller: 'o1',
  });
  expect(JSON.stringify(body)).not.toContain('138');
});

test('moments are those on the wall of the office', () => {
  const { data } = bodyOf({ ...EMPTY_DRAFT, matter: '漏水', receivedAt: '2026-11-20T09:20' }, ZONE);
  expect(data.receivedAt).toBe('2026-11-20T09:20:00+08:00');
});

test('an answer and its promise go along only where the kind is answered', () => {
  const draft = { ...EMPTY_DRAFT, matter: '几号缴费', answer: '五号', promisedReplyAt: '2026-11-21T10:00' };
  expect(bodyOf(draft, ZONE).data).not.toHaveProperty('answer');
  expect(bodyOf({ ...draft, kind: 'inquiry' }, ZONE).data).toMatchObject({
    answer: '五号',
    promisedReplyAt: '2026-11-21T10:00:00+08:00',
  });
});

test('an urgency goes along only where the desk set one', () => {
  expect(bodyOf({ ...EMPTY_DRAFT, matter: '漏水', urgency: 'urgent' }, ZONE).data.urgency).toBe('urgent');
  const reasoned = { ...EMPTY_DRAFT, matter: '漏水', urgencyReason: '演练' };
  expect(bodyOf(reasoned, ZONE).data).not.toHaveProperty('urgency');
  expect(bodyOf(reasoned, ZONE).data).not.toHaveProperty('urgencyReason');
  expect(bodyOf({ ...reasoned, urgency: 'ordinary' }, ZONE).data).toMatchObject({ urgencyReason: '演练' });
});

test('a draft is worth keeping once somebody was found or something was typed', () => {
  expect(isWorthKeeping(EMPTY_DRAFT)).toBe(false);
  expect(isWorthKeeping({ ...EMPTY_DRAFT, matter: ' ' })).toBe(false);
  expect(isWorthKeeping({ ...EMPTY_DRAFT, matter: '漏' })).toBe(true);
});
