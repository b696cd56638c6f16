import { draftOf } from './draft';

test('a form is sent as Strapi sends it: what is connected by its ids, nothing that is only the form’s own', () => {
  const values = {
    name: '到场',
    active: true,
    amount: null,
    calendar: {
      connect: [{ id: 3, label: '办公时间', apiData: { id: 3, documentId: 'abc' } }],
      disconnect: [],
    },
    days: [{ id: 7, __temp_key__: 'a0', date: '2026-10-01', kind: 'off' }],
  };
  expect(draftOf(values)).toEqual({
    name: '到场',
    active: true,
    amount: null,
    calendar: { connect: [{ id: 3, documentId: 'abc' }], disconnect: [] },
    days: [{ id: 7, date: '2026-10-01', kind: 'off' }],
  });
});
