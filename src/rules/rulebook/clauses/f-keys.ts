import type { Clause } from '../clause';

/** F. Keys (钥匙) */
export const keys = [
  {
    id: 'F-01',
    en: 'Register of keys: unit keys, plant rooms, public doors; label, place on the board, copies.',
    zh: '钥匙登记簿：房屋钥匙、设备房钥匙、公共门钥匙；标签、挂板位置、配数。',
    source: ['S2'],
  },
  {
    id: 'F-02',
    en: 'Owners entrust keys with a signed authorisation and take them back against signature.',
    zh: '业主托管钥匙须签署授权书，取回时签字。',
    source: ['S2'],
  },
  {
    id: 'F-03',
    en: 'Loans: borrower, purpose, due time, signature out and in; overdue loans are chased. A key is out with one borrower at a time, whatever happens at once.',
    zh: '钥匙借用登记借用人、用途、应还时间，借出归还均签字；逾期未还的催还。无论何种情况，一把钥匙同一时间只借给一人。',
    source: ['S2'],
  },
  {
    id: 'F-04',
    en: "A unit's key goes out only against a dispatch order or the owner's authorisation.",
    zh: '房屋钥匙只凭派工单或业主授权借出。',
    source: ['S2'],
  },
  {
    id: 'F-05',
    en: 'Lost key: reported as an incident, lock change ordered.',
    zh: '钥匙遗失按事件上报，并安排换锁。',
    source: ['S2'],
  },
  {
    id: 'F-06',
    en: 'Keys handed over at move-in are on the issue list, signed.',
    zh: '入住时移交的钥匙列入发放清单并签收。',
    source: ['S1', 'S4'],
  },
  {
    id: 'F-07',
    en: 'Stock-taking: counted against the register, differences explained.',
    zh: '钥匙盘点：实物与登记簿核对，差异须有说明。',
    source: ['S2'],
  },
] as const satisfies readonly Clause[];
