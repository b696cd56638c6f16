export { freeWindows, inTheWay, mostAtOnce, stretchOf, type FreeTime } from './calendar';
export { spansIn, suits } from './suitable';
export type { Appointment, Booking, Stretch } from './types';
export { windowRefused, type WindowGiven } from './window';
