export { CLOCK_LISTS, clocksAhead, clocksListed, type ClockList, type DueClock } from './due-clocks';
export { workOf, type RunningClock, type WorkLine } from './my-work';
