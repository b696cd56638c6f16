import { signedText } from './signed-text';

const order = { documentId: 'a', number: 'PG-20261121-0001', stage: 'done', cycle: 1, version: 3 };

test('[B-07] what is signed says what was reported, done and what it costs', () => {
  const full = {
    ...order,
    workDescription: '厨房漏水',
    workEstablished: '更换阀门',
    workDone: '已更换阀门，试水不漏',
    paid: true,
    priceFen: 8550,
  };
  expect(signedText(full)).toBe(
    [
      '派工单：PG-20261121-0001',
      '报修内容：厨房漏水',
      '施工内容：更换阀门',
      '完成情况：已更换阀门，试水不漏',
      '费用：85.50 元',
      '以上内容属实，本人签字确认。',
    ].join('\n'),
  );
});

test('[B-07] what is not known is left out, and no charge is said so', () => {
  expect(signedText({ ...order, workDone: ' ', paid: false, priceFen: 0 })).toBe(
    '派工单：PG-20261121-0001\n费用：不收费\n以上内容属实，本人签字确认。',
  );
});
