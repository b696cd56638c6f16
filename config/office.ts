import type { Core } from '@strapi/strapi';

/** What the engine itself is set by. */
export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  /** IANA zone of the office: the day in numbers, and the zone of calendars that name none. */
  timeZone: env('OFFICE_TIME_ZONE', 'Asia/Shanghai'),
  /** What the office is called on papers; empty: by its community. */
  name: env('OFFICE_NAME', ''),
  /** The engine's own database connections, beside Strapi's pool. */
  poolMax: env.int('ENGINE_POOL_MAX', 12),
  /** `off`: no wake-up loop and no worker in this process. */
  background: env('GUANJIA_BACKGROUND', 'on') !== 'off',
  /** How many boards of those who dispatch this process keeps up to date at the same time. */
  eventStreams: env.int('EVENT_STREAMS_MAX', 200),
  /** `off`: outside systems are answered by Strapi's router alone, a few times slower. */
  lane: env('GUANJIA_LANE', 'on') !== 'off',
  /** How many days a contractor's link can be answered by. */
  contractorLinkDays: env.int('CONTRACTOR_LINK_DAYS', 7),
  /** Requests a minute that one address may make with contractors' links; 0: any number. */
  contractorLinkRate: env.int('CONTRACTOR_LINK_RATE_LIMIT_MAX', 60),
  /** `auto`: the demo estate is built on the very first start. */
  demo: env('GUANJIA_DEMO', 'off') === 'auto',
});
