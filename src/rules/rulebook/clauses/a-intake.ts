import type { Clause } from '../clause';

/** A. Intake and first-asked responsibility (客户接待与首问责任) */
export const intake = [
  {
    id: 'A-01',
    en: 'One register for every request, whatever the channel: phone, walk-in, online, letter, patrol finding, handed over by another department. It holds requester, contact, unit, matter, time received, channel.',
    zh: '凡有来事，不论电话、来访、网上、来信、巡查发现或其他部门移交，一律登入同一本登记簿，写明来事人、联系方式、房屋、事项、接收时间和渠道。',
    source: ['S0', 'S3'],
  },
  {
    id: 'A-02',
    en: 'Kinds: repair, complaint, inquiry, suggestion, help, paid service.',
    zh: '来事分为：报修、投诉、咨询、建议、求助、特约服务。',
    source: ['S0', 'S2', 'S4'],
  },
  {
    id: 'A-03',
    en: 'What can be answered at once is answered and closed at intake with the answer on record; what cannot must carry a promised reply time, which is then a running clock.',
    zh: '能当场答复的，当场答复并记录答复内容后办结；不能当场答复的，必须承诺答复时间，并从此开始计时。',
    source: ['S0'],
  },
  {
    id: 'A-04',
    en: 'First-asked responsibility: whoever receives a request stays responsible for it until somebody else has accepted the hand-over. Every hand-over is on record: from, to, when, accepted when.',
    zh: '首问责任制：谁接待谁负责，直到接手人确认接收为止；每次转交均记录由谁转给谁、何时转交、何时接收。',
    source: ['S2'],
  },
  {
    id: 'A-05',
    en: "Routing: own remit → handle; front-line outside own remit → direct superior; a department head → the one responsible department; unclear or several departments → the centre's director.",
    zh: '转办去向：本岗职责内的自行办理；一线员工遇职责外事项报直接上级；部门负责人转给唯一的责任部门；职责不清或涉及多个部门的，报中心主任。',
    source: ['S2'],
  },
  {
    id: 'A-06',
    en: 'A repair records reporter, unit, exact location, symptom, reported time, wanted time and the hours in which a visit suits.',
    zh: '报修登记写明报修人、房屋、准确位置、故障现象、报修时间、希望完成时间和方便上门的时段。',
    source: ['S0', 'S4'],
  },
  {
    id: 'A-07',
    en: 'A matter passed to another department is followed until the requester has had feedback; open hand-overs without feedback are listed.',
    zh: '转给其他部门的事项一直跟踪到来事人得到反馈为止；尚无反馈的转交列表备查。',
    source: ['S0'],
  },
  {
    id: 'A-08',
    en: 'The same problem raised again (same unit or same public place, same category, within a set window) is recognised, linked, and raised in priority.',
    zh: '同一房屋或同一公共部位、同一类别的问题在设定时间内再次提出的，能自动识别、相互关联并提高优先级。',
    source: ['S3'],
  },
  {
    id: 'A-09',
    en: 'A complaint without name and contact is recorded, worked, and exempt from return visits.',
    zh: '未留姓名和联系方式的投诉照样登记、照样办理，免予回访。',
    source: ['S3'],
  },
  {
    id: 'A-10',
    en: 'Whoever accepts a request follows it up and replies. The register shows one accountable person for every open request at any time.',
    zh: '谁受理、谁跟进、谁回复；每件未结事项在登记簿上随时都看得到唯一的责任人。',
    source: ['S4'],
  },
] as const satisfies readonly Clause[];
