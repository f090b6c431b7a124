const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Makes `Date` say what it says and `offsetMs` more, in this process or, as its source text, in a page of the browser. It refers to
 * nothing outside of itself for that reason.
 */
export function moveClock(offsetMs) {
  const RealDate = globalThis.Date;
  const now = () => RealDate.now() + offsetMs;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) => (name === "now" ? now : Reflect.get(target, name, receiver)),
  });
}

/** By how many milliseconds the clock is moved so that it is the same time of day on `day` (`YYYY-MM-DD`, UTC); refuses what is no day. */
export function offsetToDay(day, nowMs) {
  const startMs = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(startMs) || new Date(startMs).toISOString().slice(0, 10) !== day)
    throw new Error(`TEST_DAY is a day such as 2028-02-29, not ${day}`);
  return startMs - Math.floor(nowMs / DAY_MS) * DAY_MS;
}
