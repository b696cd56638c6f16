/** Stages in which work is still to be done. */
export const OPEN_STAGES = [
  'drafted',
  'offered',
  'dispatched',
  'accepted',
  'arrived',
  'consented',
  'working',
  'paused',
  'no_access',
  'missed',
] as const;

export const OPEN_ORDER_STAGES: ReadonlySet<string> = new Set(OPEN_STAGES);

/** Stages in which the paper is where it belongs [B-08]. */
export const SETTLED_ORDER_STAGES: ReadonlySet<string> = new Set(['filed', 'cancelled']);
