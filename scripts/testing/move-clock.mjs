// Loaded before everything else in each process of a test run that plays on another day (TEST_DAY): the product, the tests and the browser
// then read one clock, which is ahead of the machine's by a fixed time and runs as it does. Timers measure durations and are left alone.
import { moveClock } from "./clock.mjs";

const offsetMs = Number(process.env.TEST_CLOCK_OFFSET_MS ?? 0);
if (offsetMs !== 0) moveClock(offsetMs);
