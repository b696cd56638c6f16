import { type DayFace } from './year';

export type Look = 'open' | 'closed' | 'holiday' | 'makeUp' | 'ownOff' | 'ownWork';

/** How each kind of day is drawn; the mark says it without colour. */
export const LOOKS = {
  open: { background: 'neutral0', colour: 'neutral800', mark: null },
  closed: { background: 'neutral150', colour: 'neutral600', mark: null },
  holiday: { background: 'danger100', colour: 'danger700', mark: 'off' },
  makeUp: { background: 'primary100', colour: 'primary700', mark: 'work' },
  ownOff: { background: 'warning100', colour: 'neutral800', mark: 'off' },
  ownWork: { background: 'success100', colour: 'success700', mark: 'work' },
} as const satisfies Record<Look, { background: string; colour: string; mark: 'off' | 'work' | null }>;

/** How a day is drawn. */
export function lookOf({ open, by }: DayFace): Look {
  if (by === 'own') return open ? 'ownWork' : 'ownOff';
  if (by === 'statutory') return open ? 'makeUp' : 'holiday';
  return open ? 'open' : 'closed';
}
