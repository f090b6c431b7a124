import {
  addDays,
  DAY_MS,
  dayOf,
  daysBetween,
  type Instant,
  instant,
  isWeekend,
  later,
  type LocalDate,
  MINUTE_MS,
} from "../../domain/shared/time";

/** Days of any year or of one, and from one to another: `05-01/05-05`, `2027-02-04/2027-02-10`. */
type Days = readonly string[];

/** China's holidays by the State Council's notices of 12 November 2024 and 4 November 2025 (as NateScarlet/holiday-cn copies them). */
const PUBLISHED: Readonly<Record<string, Days>> = {
  2025: ["01-01", "01-28/02-04", "04-04/04-06", "05-01/05-05", "05-31/06-02", "10-01/10-08"],
  2026: ["01-01/01-03", "02-15/02-23", "04-04/04-06", "05-01/05-05", "06-19/06-21", "09-25/09-27", "10-01/10-07"],
};
/** Of a year without a notice yet, as is 2027 in every copy read on 30 November 2026, a forecast: the holidays of fixed dates, and the single days that the sun and the moon set. Bridge days are not known. */
const FIXED: Days = ["01-01", "05-01/05-05", "10-01/10-07"];
const MOVABLE = [
  ...["2027-04-05", "2027-06-09", "2027-09-15", "2028-04-04", "2028-05-28", "2028-10-03"],
  ...["2029-04-04", "2029-06-16", "2029-09-22"],
];
/** The first day of the lunar year. */
const NEW_YEAR = ["2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13"] as LocalDate[];
/** Where no notice says otherwise, banks and desks are shut from the eve to the sixth day of the year. */
const EVE = -1;
const LAST_DAY = 5;

/** Whether a day is one of the Spring Festival's, the eve being day -1, up to the given one. */
export const isInSpringFestival = (day: LocalDate, first: number, last: number): boolean =>
  NEW_YEAR.some((begins) => daysBetween(begins, day) >= first && daysBetween(begins, day) <= last);

const isAmong = (days: Days, day: string): boolean =>
  days.some((span) => {
    const [first = "", last = first] = span.split("/");
    return day >= first && day <= last;
  });

/** Whether a day is one of China's holidays, on which its desks are shut. */
export function isHoliday(day: LocalDate): boolean {
  const published = PUBLISHED[day.slice(0, 4)];
  if (published) return isAmong(published, day.slice(5));
  return isAmong(FIXED, day.slice(5)) || MOVABLE.includes(day) || isInSpringFestival(day, EVE, LAST_DAY);
}

type Abroad = { readonly each: Days; readonly dated: Days };

/**
 * Holidays of China's neighbours that return each year, and the days off that the moon sets or that were moved. Read in public copies on 30 November 2026: Russia's decrees 1335 of 4 October 2024,
 * 1466 of 24 September 2025 and 1187 of 17 September 2026; Kazakhstan's law 267 of 2001 on holidays, whose Constitution Day law 306-VIII of 11 June 2026 took from 30 August to 15 March, so that 2026 had none, with
 * the day off that a holiday at a weekend gives on the next working day (xmlcalendar/data); Vietnam's letters 9859/VPCP-KGVX of 13 October 2025 and 10065/VPCP-KGVX of 2 October 2026, and Culture Day by
 * resolution 28/2026/QH16. Forecasts: Kurban Ait 2027, and all that has no decree yet.
 */
const ABROAD: Readonly<Record<string, Abroad>> = {
  RU: {
    each: ["01-01/01-08", "02-23", "03-08", "05-01", "05-09", "06-12", "11-04"],
    dated: [
      ...["2025-05-02", "2025-05-08", "2025-06-13", "2025-11-03", "2025-12-31"],
      ...["2026-01-09", "2026-03-09", "2026-05-11", "2026-12-31"],
      ...["2027-02-22", "2027-05-03", "2027-05-10", "2027-06-14", "2027-11-05", "2027-12-31"],
    ],
  },
  KZ: {
    each: ["01-01/01-02", "01-07", "03-08", "03-21/03-23", "05-01", "05-07", "05-09", "07-06", "10-25", "12-16"],
    dated: [
      ...["2025-01-03", "2025-03-10", "2025-03-24/2025-03-25", "2025-06-06", "2025-08-30/2025-09-01", "2025-10-27"],
      ...["2026-03-09", "2026-03-24/2026-03-25", "2026-05-11", "2026-05-27", "2026-10-26"],
      ...["2027-01-04", "2027-03-15", "2027-03-24", "2027-05-03", "2027-05-10", "2027-05-16"],
    ],
  },
  VN: {
    each: ["01-01", "04-30/05-01", "09-02"],
    dated: [
      ...["2025-01-25/2025-02-02", "2025-04-07", "2025-05-02", "2025-09-01"],
      ...["2026-01-02", "2026-02-14/2026-02-22", "2026-04-26/2026-04-27", "2026-08-31/2026-09-01", "2026-11-24"],
      ...["2027-02-04/2027-02-10", "2027-04-16", "2027-05-03", "2027-09-03", "2027-11-24"],
    ],
  },
};

/** Whether a day is a holiday of China or of another country; of those that the demo keeps no list of, none is. */
export function isHolidayIn(country: string, day: LocalDate): boolean {
  if (country === "CN") return isHoliday(day);
  const { each = [], dated = [] } = ABROAD[country] ?? {};
  return isAmong(each, day.slice(5)) || isAmong(dated, day);
}

/** Whether the banks of China, or of another country, are open on a day; at weekends that are worked in place of a holiday banks clear nothing. */
export const isBankDay = (day: LocalDate, country = "CN"): boolean => !isWeekend(day) && !isHolidayIn(country, day);

/** Whether a day is a Sunday. */
export const isSunday = (day: LocalDate): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 0;

/** Of so many Sundays people of trade keep all but one. */
const SUNDAYS = 5;

/** Whether what would happen at `at` waits for another day: on most Sundays, and in China's holidays. */
export function isAtRest(at: Instant): boolean {
  const day = dayOf(at);
  if (isHoliday(day)) return true;
  return isSunday(day) && Math.floor(at / MINUTE_MS) % SUNDAYS !== 0;
}

/** `at`, or the same hour of the next day on which it is done. */
export function afterRest(at: Instant): Instant {
  let next = at;
  while (isAtRest(next)) next = instant(next + DAY_MS);
  return next;
}

const WEEK_MS = 7 * DAY_MS;

/** `at`, or the same hour a week or two before or after a holiday that it lies in: what people want of that time they post sooner or later. */
export function besideHolidays(at: Instant): Instant {
  const stepMs = Math.floor(at / MINUTE_MS) % 2 === 0 ? WEEK_MS : -WEEK_MS;
  let next = at;
  while (isHoliday(dayOf(next))) next = instant(next + stepMs);
  return next;
}

/** The same hour so many days after `at`, those of China's holidays not counted. */
export const laterByOpenDays = (at: Instant, days: number): Instant =>
  later(at, daysBetween(dayOf(at), addOpenDays(dayOf(at), days)) * DAY_MS);

/** The day that lies so many days after another, those of China's holidays not counted. */
export function addOpenDays(from: LocalDate, days: number): LocalDate {
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (!isHoliday(day)) left--;
  }
  return day;
}
