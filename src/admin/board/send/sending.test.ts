import { type OrderUnderWay, type WaitingRequest } from '../http/contract';
import { assigneeInput, isWith, sendingOf } from './sending';

const request = (order: WaitingRequest['order'] = null): WaitingRequest =>
  ({ documentId: 't1', number: 'WX-1', version: 4, order }) as WaitingRequest;
const order = {
  documentId: 'o1',
  number: 'PG-1',
  stage: 'accepted',
  version: 2,
  technician: 'p1',
  team: 'g1',
};

test('[B-03] a request goes out by a new order, or by the one that is drafted for it', () => {
  expect(sendingOf({ what: 'request', request: request() })).toEqual({
    type: 'ticket',
    documentId: 't1',
    version: 4,
    action: 'dispatch',
    asksReason: false,
  });
  const drafted = { documentId: 'o1', number: 'PG-1', stage: 'drafted', version: 2 };
  expect(sendingOf({ what: 'request', request: request(drafted) })).toMatchObject({
    type: 'dispatch-order',
    action: 'dispatch',
    asksReason: false,
  });
});

test('[B-03] an offer is taken back and an order passed on only with a reason', () => {
  const offered = { documentId: 'o1', number: 'PG-1', stage: 'offered', version: 2 };
  const back = { type: 'dispatch-order', documentId: 'o1', version: 2, action: 'reassign', asksReason: true };
  expect(sendingOf({ what: 'request', request: request(offered) })).toEqual(back);
  expect(sendingOf({ what: 'order', order: order as OrderUnderWay })).toEqual(back);
});

test('it goes to one, and nobody is given what he has', () => {
  const input = assigneeInput({ kind: 'team', documentId: 'g1' });
  expect(JSON.parse(JSON.stringify(input))).toEqual({ team: 'g1' });
  expect(Object.keys(input)).toEqual(['technician', 'team', 'contractor']);
  const parcel = { what: 'order', order: order as OrderUnderWay } as const;
  expect(isWith(parcel, { kind: 'technician', documentId: 'p1' })).toBe(true);
  expect(isWith(parcel, { kind: 'technician', documentId: 'p2' })).toBe(false);
  expect(isWith(parcel, { kind: 'team', documentId: 'g1' })).toBe(false);
});
