export { CLOCK_LISTS, clocksAhead, clocksListed, type ClockList, type DueClock } from './due-clocks';
export { keysOut, keysOutListed } from './out';
export { workOf, type RunningClock, type WorkLine } from './my-work';
