import { dateText, DAY } from './days';
import { wallAt, zoneOf } from './zone';

/** The local date 'YYYY-MM-DD' at an instant. Throws TIME_ZONE_UNKNOWN, HORIZON_EXCEEDED. */
export function localDate(timeZone: string, at: number): string {
  return dateText(Math.floor(wallAt(zoneOf(timeZone), at) / DAY));
}
