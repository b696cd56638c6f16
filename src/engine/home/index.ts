export { CLOCK_LISTS, clocksAhead, clocksListed, type ClockList, type DueClock } from './due-clocks';
export { outListed, typeOfOut, whatIsOut } from './out';
export { workOf, type RunningClock, type WorkLine } from './my-work';
