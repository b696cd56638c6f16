import { textOfVisit } from './signed-text';

test('[D-03] what is signed at a visit says what was said, what was found and how it is judged', () => {
  expect(
    textOfVisit({
      number: 'HF-20261121-0001',
      interviewee: '王女士',
      said: '修好后没有再漏',
      opinion: null,
      result: '试水无渗漏',
      satisfaction: 'satisfied',
      solved: true,
    }),
  ).toBe(
    [
      '回访编号：HF-20261121-0001',
      '受访人：王女士',
      '受访人陈述：修好后没有再漏',
      '回访结果：试水无渗漏',
      '满意度：满意',
      '问题是否解决：已解决',
      '以上内容属实，本人签字确认。',
    ].join('\n'),
  );
});
