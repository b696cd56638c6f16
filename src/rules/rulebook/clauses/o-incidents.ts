import type { Clause } from '../clause';

/** O. Major incidents and emergencies (重大事项与应急) */
export const incidents = [
  {
    id: 'O-01',
    en: 'Seven classes of reportable matters, from official inspections to fire, flood, injury and unrest.',
    zh: '须上报的重大事项分为七类，从上级检查到火灾、水浸、伤亡和群体事件。',
    source: ['S3'],
  },
  {
    id: 'O-02',
    en: 'Reported in person, by phone or in writing; injury, heavy loss or unrest at once, by the fastest way, to the head.',
    zh: '当面、电话或书面上报；遇伤亡、重大损失或群体事件，立即以最快方式报负责人。',
    source: ['S3'],
  },
  {
    id: 'O-03',
    en: 'Reports climb level by level; departments concerned are informed across.',
    zh: '逐级上报，并横向通报相关部门。',
    source: ['S3'],
  },
  {
    id: 'O-04',
    en: 'Late, missing, false or partial reports are visible as such.',
    zh: '迟报、漏报、谎报、瞒报一目了然。',
    source: ['S3'],
  },
  {
    id: 'O-05',
    en: 'Emergency plans (fire, outage, disaster, crime) are at hand, drilled, with contacts and materials.',
    zh: '应急预案（火灾、停水停电、灾害、治安）随时可查，定期演练，附联系人和物资。',
    source: ['S0'],
  },
] as const satisfies readonly Clause[];
