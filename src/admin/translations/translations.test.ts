import { boardWords } from './board';
import { caseWords } from './cases';
import { customFieldWords } from './fields';
import { homeWords } from './home';
import { intakeWords } from './intake';
import { policyWords } from './policy';
import { setupWords } from './setup';
import { translations } from './index';
import { reportWords } from './reports';

const parts = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

test('the texts of panels, board, desk, home page and reports say the same in both languages', () => {
  for (const [id, { zh, en }] of Object.entries({
    ...caseWords,
    ...boardWords,
    ...intakeWords,
    ...homeWords,
    ...policyWords,
    ...customFieldWords,
    ...setupWords,
    ...reportWords,
  }))
    expect([id, parts(zh)]).toEqual([id, parts(en)]);
});

test('types, fields and values are found under the ids that Strapi looks up', () => {
  expect(translations['zh-Hans']).toMatchObject({
    Ticket: '工单',
    'content-manager.content-types.api::ticket.ticket.matter': expect.stringMatching(/\p{Script=Han}/u),
    'content-manager.components.office.span.weekday': expect.stringMatching(/\p{Script=Han}/u),
    in_progress: '办理中',
  });
});
