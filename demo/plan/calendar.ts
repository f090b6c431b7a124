import {
  addDays,
  DAY_MS,
  dayOf,
  HOUR_MS,
  type Instant,
  instant,
  later,
  type LocalDate,
  MARKET_ZONE,
  MINUTE_MS,
} from "../../domain/shared/time";
import { startOfDay } from "../../domain/shared/zones";
import { afterRest, besideHolidays, isBankDay, isHoliday } from "./holidays";
import { between, pickWeighted, type Random } from "./random";

/** Hub groups of the seed shares: three named ones, the other land ports together, and the two ways that cross no land border. */
export const STREAMS = ["pingxiang", "horgos", "suifenhe", "other_land", "sea", "air"] as const;
export type Stream = (typeof STREAMS)[number];

/** Shares of posted deals in percent: estimates in the manner of 1688's border hub zone, 41.0 percent through land border ports. Of those a few more are awarded, and they carry a little more orders each. */
const SHARE: Readonly<Record<Stream, number>> = {
  pingxiang: 13.6,
  horgos: 11.2,
  suifenhe: 5.8,
  other_land: 10.4,
  sea: 47.2,
  air: 11.8,
};

/** Orders by calendar month, 100 being the year's mean: all rest at Spring Festival, fruit and fibreboard go before and after Tết, Central Asia's goods in autumn, parcels before Christmas. Estimates. */
const SEASON: Readonly<Record<Stream, readonly number[]>> = {
  pingxiang: [110, 60, 100, 120, 125, 110, 100, 95, 95, 90, 95, 100],
  horgos: [90, 60, 90, 95, 100, 100, 100, 105, 115, 120, 120, 105],
  suifenhe: [85, 60, 95, 100, 100, 105, 100, 100, 115, 115, 115, 110],
  other_land: [90, 65, 92, 100, 104, 102, 100, 102, 110, 112, 112, 105],
  sea: [108, 70, 95, 100, 102, 102, 104, 104, 104, 102, 104, 105],
  air: [102, 75, 98, 98, 98, 98, 98, 100, 104, 108, 112, 109],
};

export type PlannedStart = {
  readonly at: Instant;
  readonly stream: Stream;
  /** Hours that its requests stay open, where the plan needs them so. */
  readonly openHours?: number;
};

/** Splits `count` by weights without loss, the largest remainders first. */
function apportion(count: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (count * weight) / total);
  const whole = exact.map(Math.floor);
  const order = exact.map((value, at) => ({ at, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest);
  let left = count - whole.reduce((sum, value) => sum + value, 0);
  for (const { at } of order) {
    if (left-- <= 0) break;
    whole[at] = (whole[at] as number) + 1;
  }
  return whole;
}

const OFFICE_OPENS_HOUR = 8;
const OFFICE_OPEN_HOURS = 10;

/** `at` where offices in a zone, or in China, are open then, or so many hours of theirs, else the next morning: people decide at their desks. */
export function inOffice(at: Instant, zone: string = MARKET_ZONE, openHours = OFFICE_OPEN_HOURS): Instant {
  const midnight = startOfDay(dayOf(at, zone), zone);
  const hour = (at - midnight) / HOUR_MS;
  if (hour >= OFFICE_OPENS_HOUR && hour < OFFICE_OPENS_HOUR + openHours) return at;
  const opens = midnight + (OFFICE_OPENS_HOUR + (hour < OFFICE_OPENS_HOUR ? 0 : 24)) * HOUR_MS;
  // Within the first two hours, each at a time of its own.
  return instant(opens + (at % (2 * HOUR_MS)));
}

/** The same of desks that in China's zone rest in its holidays. */
export function atDesk(at: Instant, zone: string = MARKET_ZONE, openHours = OFFICE_OPEN_HOURS): Instant {
  const next = inOffice(at, zone, openHours);
  if (zone !== MARKET_ZONE || !isHoliday(dayOf(next))) return next;
  let day = dayOf(next);
  while (isHoliday(day)) day = addDays(day, 1);
  return inOffice(later(startOfDay(day), at % HOUR_MS), zone, openHours);
}

/** `at` where offices in a zone are open then, else a while before they shut the last time: who can deliver by then does. */
export function byOffice(at: Instant, zone: string = MARKET_ZONE): Instant {
  const midnight = startOfDay(dayOf(at, zone), zone);
  const hour = (at - midnight) / HOUR_MS;
  const shuts = OFFICE_OPENS_HOUR + OFFICE_OPEN_HOURS;
  if (hour >= OFFICE_OPENS_HOUR && hour < shuts) return at;
  return instant(midnight + (shuts - (hour < OFFICE_OPENS_HOUR ? 24 : 0)) * HOUR_MS - MINUTE_MS - (at % (2 * HOUR_MS)));
}

const MORNING_HOURS = 5;

/** The same day in the first hours of an office in a zone: who has something in the morning can still see to it that day. */
export function inMorning(at: Instant, zone: string = MARKET_ZONE): Instant {
  const midnight = startOfDay(dayOf(at, zone), zone);
  return instant(midnight + OFFICE_OPENS_HOUR * HOUR_MS + (at % (MORNING_HOURS * HOUR_MS)));
}

/** Whether banks in China are open on a day, and those of the country that money comes to. */
const areOpen = (day: LocalDate, country: string): boolean => isBankDay(day) && isBankDay(day, country);

/** `at` where China's banks, and those of the country that money comes to, are open then, else a while after they open next. */
export function inBank(at: Instant, country = "CN"): Instant {
  let next = inOffice(at);
  while (!areOpen(dayOf(next), country)) next = inOffice(later(startOfDay(addDays(dayOf(next), 1)), at % HOUR_MS));
  return next;
}

/** The last moment of an office by `at` on a day that counts. */
function byOfficeOn(at: Instant, isOpen: (day: LocalDate) => boolean): Instant {
  let last = byOffice(at);
  while (!isOpen(dayOf(last))) last = byOffice(later(startOfDay(dayOf(last)), -HOUR_MS - (at % HOUR_MS)));
  return last;
}

/** `at` where those banks are open then, else a while before they shut the last time. */
export const byBank = (at: Instant, country = "CN"): Instant => byOfficeOn(at, (day) => areOpen(day, country));

/** The same of desks, which rest in holidays alone. */
export const byDesk = (at: Instant): Instant => byOfficeOn(at, (day) => !isHoliday(day));

/** The same hour of the next day on which China's banks work: a rate that is locked for a day holds until then. */
export function nextBankDay(at: Instant): Instant {
  let next = later(at, DAY_MS);
  while (!isBankDay(dayOf(next))) next = later(next, DAY_MS);
  return next;
}

/** The central parity comes out at 09:15 in China; within a quarter of an hour the rates of the day are entered. */
const PARITY_MINUTES = 9 * 60 + 16;
const ENTERED_WITHIN_MINUTES = 13;

/** When the rates of a bank day are entered. */
export const ratesEnteredAt = (day: LocalDate): Instant =>
  later(startOfDay(day), (PARITY_MINUTES + ((Date.parse(day) / DAY_MS) % ENTERED_WITHIN_MINUTES)) * MINUTE_MS);

/** The last day whose rates may be known at `at`. */
export const lastRatesDay = (at: Instant): LocalDate =>
  at >= ratesEnteredAt(dayOf(at)) ? dayOf(at) : addDays(dayOf(at), -1);

/** What stories tell of a day that is past begins when its rates are out: nothing of it is priced before. */
const STORY_OPENS_HOUR = 9.5;

export type BankTime = { readonly from: Instant; readonly restsMost?: number | undefined };

/**
 * `at` on a day of China's banks, in the hours of an office: what falls into a weekend or a holiday happened on the last day before it, in its
 * order, but not before `from`. Where that leaves no hour of that day, or banks rest for longer than `restsMost` days, nothing is moved.
 */
export function onBankDay(at: Instant, { from, restsMost = 14 }: BankTime): Instant {
  const isOpen = (midnight: Instant) => isBankDay(dayOf(midnight));
  let begins = startOfDay(dayOf(at));
  while (!isOpen(begins)) begins = startOfDay(addDays(dayOf(begins), -1));
  let ends = startOfDay(addDays(dayOf(begins), 1));
  if (isOpen(ends)) return at;
  while (!isOpen(ends)) ends = startOfDay(addDays(dayOf(ends), 1));
  const opens = Math.max(begins + STORY_OPENS_HOUR * HOUR_MS, from);
  const shuts = begins + (OFFICE_OPENS_HOUR + OFFICE_OPEN_HOURS) * HOUR_MS;
  const rests = (ends - begins) / DAY_MS - 1;
  return opens < shuts && rests <= restsMost ? onto(at, [Math.max(begins, from), ends], [opens, shuts]) : at;
}

/**
 * The present as desks in China know it: the last moment of an office at or before `now` and the first at or after it. They are the same
 * while offices are open, but for their first and last hour.
 */
function atDesks(now: Instant): { readonly last: Instant; readonly next: Instant } {
  const midnight = startOfDay(dayOf(now));
  const hour = (now - midnight) / HOUR_MS;
  const at = (hours: number) => instant(midnight + hours * HOUR_MS);
  const shuts = OFFICE_OPENS_HOUR + OFFICE_OPEN_HOURS;
  if (hour < STORY_OPENS_HOUR + 1)
    return { last: at(shuts - 24), next: at(OFFICE_OPENS_HOUR) > now ? at(OFFICE_OPENS_HOUR) : now };
  if (hour >= shuts - 1) return { last: hour < shuts ? now : at(shuts), next: at(24 + OFFICE_OPENS_HOUR) };
  return { last: now, next: now };
}

/**
 * What lies `hours` from the present (past is negative), moved into the office hours of its day in China, so that a market that is made at
 * night tells of no visit or award at night. What is earlier stays earlier, what is past stays past, and what lies ahead stays ahead.
 * `back` moves the past by so many milliseconds, for a story that has to reach an hour of the day.
 */
export function deskTime(now: Instant, hours: number, back = 0): Instant {
  const { last, next } = atDesks(now);
  const raw = instant(Math.round((hours < 0 ? last : next) + hours * HOUR_MS) - back);
  const midnight = startOfDay(dayOf(raw));
  const end = midnight + DAY_MS;
  const opens = midnight + (hours < 0 ? STORY_OPENS_HOUR : OFFICE_OPENS_HOUR) * HOUR_MS;
  const shuts = midnight + (OFFICE_OPENS_HOUR + OFFICE_OPEN_HOURS) * HOUR_MS;
  const isToday = (at: Instant) => at >= midnight && at < end;
  // The day of the present has its hours before and after it, and no others.
  if (hours < 0 && isToday(last)) return onto(raw, [midnight, last], [opens, last]);
  if (hours >= 0 && isToday(next)) return onto(raw, [next, end], [next, Math.max(next, shuts)]);
  return onto(raw, [midnight, end], [opens, shuts]);
}

type TwoLocks = {
  readonly now: Instant;
  /** The first one as the story has it, the second one, and when the first one may be made at the earliest: hours from the present. */
  readonly first: number;
  readonly second: number;
  readonly earliest: number;
};

const STEP_HOURS = 3;

/**
 * At which hours from the present a first rate is locked that has ended when the second one is locked, both on days of China's banks: as the story
 * has it, else so much earlier as a holiday makes the second one. Null where there is no room for both.
 */
export function firstLockOf({ now, first, second, earliest }: TwoLocks): number | null {
  const banks = { from: deskTime(now, earliest) };
  const secondAt = onBankDay(deskTime(now, second), banks);
  for (let hours = first; hours > earliest; hours -= STEP_HOURS) {
    const firstAt = onBankDay(deskTime(now, hours), banks);
    const isOpen = [firstAt, secondAt].every((one) => isBankDay(dayOf(one)));
    if (isOpen && nextBankDay(firstAt) <= secondAt) return hours;
  }
  return null;
}

/** How far back the past has to be moved for what lies so many hours ago to fall on the middle of an office's day. */
export function backToMidday(now: Instant, hours: number): number {
  const raw = instant(Math.round(atDesks(now).last + hours * HOUR_MS));
  return (raw - startOfDay(dayOf(raw)) + DAY_MS / 2) % DAY_MS;
}

type Span = readonly [number, number];

/** What lies so far in one span, as far in another. */
const onto = (at: Instant, [from, to]: Span, [start, end]: Span): Instant =>
  instant(Math.round(start + ((at - from) / (to - from)) * (end - start)));

/** A moment within office hours in China on the day that lies `daysBack` days before now. */
function officeTime(random: Random, now: Instant, daysBack: number): Instant {
  const chinaMidnight = Date.parse(dayOf(instant(now - daysBack * DAY_MS))) - 8 * HOUR_MS;
  const minutes = Math.floor(between(random, 0, OFFICE_OPEN_HOURS * 60));
  return instant(chinaMidnight + OFFICE_OPENS_HOUR * HOUR_MS + minutes * MINUTE_MS);
}

/**
 * When deals begin and by which way, over the year before `now`: shares are apportioned within each block of 30 days, so that
 * the joint share of border hubs comes out by design and not by luck, with the months on both sides of the line that the seasons make.
 */
export function planStarts(random: Random, now: Instant, deals: number): PlannedStart[] {
  const blocks = 12;
  const starts: PlannedStart[] = [];
  for (let block = 0; block < blocks; block++) {
    const newest = block * 30;
    const middle = instant(now - (newest + 15) * DAY_MS);
    const month = Number(dayOf(middle).slice(5, 7)) - 1;
    const weights = STREAMS.map((stream) => (SHARE[stream] * (SEASON[stream][month] as number)) / 100);
    const volume = weights.reduce((sum, weight) => sum + weight, 0) / 100;
    const counts = apportion(Math.round((deals / blocks) * volume), weights);
    for (const [at, stream] of STREAMS.entries()) {
      const count = counts[at] as number;
      // Spread over the block, each within its own part of it: a calendar month holds of each way what its season says.
      for (let one = 0; one < count; one++)
        starts.push({
          at: afterRest(besideHolidays(officeTime(random, now, newest + Math.floor(((one + random()) / count) * 30)))),
          stream,
        });
    }
  }
  return starts.filter((start) => start.at < now).sort((a, b) => a.at - b.at);
}

const OPEN_NOW = 34;
const TO_DECIDE = 12;

const anyStream = (random: Random): Stream => pickWeighted(random, STREAMS, (stream) => SHARE[stream]);

/** What makes the present lively: requests that are open now, closing at various times, and some that were opened hours ago. */
export function planPresent(random: Random, now: Instant): PlannedStart[] {
  const planned = (posted: number, closes: number): PlannedStart => {
    const at = deskTime(now, posted);
    return { at, stream: anyStream(random), openHours: (deskTime(now, closes) - at) / HOUR_MS };
  };
  const open = Array.from({ length: OPEN_NOW }, () => planned(-between(random, 3, 40), between(random, 2, 70)));
  const opened = Array.from({ length: TO_DECIDE }, () => {
    const closed = -between(random, 0.5, 5);
    return planned(closed - between(random, 26, 44), closed);
  });
  return [...open, ...opened].sort((a, b) => a.at - b.at);
}
