import { wordsOfCode } from './codes';

test('a line of the history is shown in words', () => {
  const row = {
    caseType: 'dispatch-order',
    action: 'arrive',
    fromStage: 'accepted',
    toStage: 'arrived',
    via: 'panel',
  };
  const zh = (field: string) => wordsOfCode('activity', field, row)?.zh;
  expect(['caseType', 'action', 'fromStage', 'toStage', 'via'].map(zh)).toEqual([
    '派工单',
    '到场',
    '已接单',
    '已到场',
    '面板',
  ]);
});

test('what the office does by itself is signed by the office, what people do by their name', () => {
  expect(wordsOfCode('activity', 'actorName', { actorName: 'timer', actorKind: 'timer' })?.zh).toBe('系统');
  expect(wordsOfCode('activity', 'actorName', { actorName: '张师德', actorKind: 'staff' })).toBeUndefined();
});

test('a code that two fields use is told by its field', () => {
  expect(wordsOfCode('ticket', 'channel', { channel: 'department' })?.zh).toBe('部门转来');
  expect(wordsOfCode('target', 'caseType', { caseType: 'dispatch_order' })?.zh).toBe('派工单');
  expect(wordsOfCode('clock', 'caseType', { caseType: 'return-visit' })?.zh).toBe('回访');
});
