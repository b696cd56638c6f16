import type { Clause } from '../clause';

/** B. Repair and dispatch (报修与派工) */
export const repair = [
  {
    id: 'B-01',
    en: 'Classified by trade (plumbing and electrical, civil works, public facilities, …) and by urgency; the category tree is edited by managers.',
    zh: '报修按工种（水电、土建、公共设施等）和紧急程度分类，分类目录由管理人员维护。',
    source: ['S0'],
  },
  {
    id: 'B-02',
    en: 'Urgent by rule: lift out of control or people trapped; structural danger; indoor wiring outage or leakage; pump failure, burst pipe before the meter or badly leaking tap; heating riser or main leaking (the heat supplier is notified too); broken floor slab, stair tread, loose or broken railing; window, glass or façade about to fall; anything else dangerous. The list is data, with the words that trigger it; the desk can confirm or override with a reason.',
    zh: '下列情形按急修处理：电梯失控或困人；结构危险；户内断电或漏电；水泵故障、表前爆管或水龙头严重漏水；供暖立管或干管漏水（同时通知供热单位）；楼板、楼梯踏步断裂，栏杆松动或损坏；门窗、玻璃、外墙饰面有坠落危险；其他危及安全的情形。急修目录及触发词作为数据维护，前台可确认，也可注明理由后更改。',
    source: ['S3'],
  },
  {
    id: 'B-03',
    en: 'Work is dispatched by a numbered dispatch order to a technician, a team or an outside contractor; it can be printed.',
    zh: '维修凭编号的派工单派给维修技工、班组或外包单位，派工单可以打印。',
    source: ['S0', 'S3'],
  },
  {
    id: 'B-04',
    en: 'Warranty decides the register: inside the warranty period free (and claimed from the builder), outside it paid; the price list is data.',
    zh: '以保修期确定登记方式：保修期内免费并向建设单位追偿，保修期外收费；收费标准作为数据维护。',
    source: ['S4'],
  },
  {
    id: 'B-05',
    en: 'The technician comes at the agreed time; a missed appointment needs a cause and a contact with the requester on record.',
    zh: '维修技工按约定时间上门；失约的，须记录原因以及与报修人的联系情况。',
    source: ['S0'],
  },
  {
    id: 'B-06',
    en: "On site, the technician first establishes the work and has the requester's consent (and price acceptance, if paid) before starting.",
    zh: '到场后先确认维修内容并征得报修人同意（收费维修还须确认价格），方可施工。',
    source: ['S3'],
  },
  {
    id: 'B-07',
    en: 'After the work the requester signs the order; an order cannot close without a signature or a recorded reason why there is none.',
    zh: '完工后由报修人在派工单上签字；没有签字又未记录原因的，派工单不得关闭。',
    source: ['S3'],
  },
  {
    id: 'B-08',
    en: 'The signed order goes back to the clerk, who marks completion in the repair register.',
    zh: '签字后的派工单交回文员，由文员在报修登记簿上登记完成。',
    source: ['S3'],
  },
  {
    id: 'B-09',
    en: 'A repair that has to be done twice: apology on record, the same person responsible until it is solved, counted as rework.',
    zh: '二次维修：记录致歉，由原责任人负责到底，并计入返修。',
    source: ['S3'],
  },
  {
    id: 'B-10',
    en: 'Overdue orders are listed with cause and the contact made with the requester.',
    zh: '超时派工单列表，注明超时原因以及与报修人的联系情况。',
    source: ['S0'],
  },
  {
    id: 'B-11',
    en: 'Completion is confirmed with the requester, satisfaction asked, and the result archived.',
    zh: '完工后向报修人确认结果、询问满意度并归档。',
    source: ['S0'],
  },
  {
    id: 'B-12',
    en: 'Damage still going on is stopped first: containment is recorded, with its own time, before anything else.',
    zh: '损失仍在扩大的先行止损，止损措施及其时间单独记录，先于其他一切工作。',
    source: ['S4'],
  },
  {
    id: 'B-13',
    en: 'Monthly summary of repairs with counts, times, rework and causes.',
    zh: '每月汇总报修的数量、用时、返修和原因。',
    source: ['S4'],
  },
] as const satisfies readonly Clause[];
