import { addDays, daysBetween, isWeekend, type LocalDate } from "../../domain/shared/time";
import { isInSpringFestival, isSunday } from "./holidays";

/** The first and last day of a holiday, as month and day. */
type Fixed = readonly (readonly [from: string, to: string])[];

/** Feasts by the moon: the first day of each year that the demo may reach. */
const dates = (...days: readonly string[]) => days as readonly LocalDate[];
const FAST_ENDS = dates("2025-03-30", "2026-03-20", "2027-03-09", "2028-02-26", "2029-02-14");
const SACRIFICE = dates("2025-06-06", "2026-05-27", "2027-05-16", "2028-05-05", "2029-04-24");
const HUNG_KINGS = dates("2025-04-07", "2026-04-26", "2027-04-16", "2028-04-04", "2029-04-23");
const WHITE_MONTH = dates("2025-03-01", "2026-02-18", "2027-02-07", "2028-02-26", "2029-02-14");

type Holidays = {
  readonly fixed: Fixed;
  /** Feasts by the moon, with how many days each lasts. */
  readonly feasts?: readonly { readonly begins: readonly LocalDate[]; readonly days: number }[];
  /** Days of the Spring Festival, the first of the lunar year being 0. */
  readonly springFestival?: readonly [first: number, last: number];
  /** Factories work on Saturdays too. */
  readonly isSixDayWeek?: true;
};

const day = (...days: readonly string[]): Fixed => days.map((one) => [one, one] as const);

/**
 * On which days factories are shut by the law of their country: China's Regulation on Public Holidays (of May the three days that factories
 * keep), the labour codes of Viet Nam (article 112), Russia (112), Uzbekistan (208) and Kyrgyzstan (that of 2025; its days of 2026 at 24.kg, 11
 * December 2025), Kazakhstan's Law on Holidays, Mongolia's Law on Public Holidays and the days that Thailand's employers keep by its Labour
 * Protection Act (section 29). Days moved to another by a decree of the year are left out; feasts of Islam are as the calendar of Mecca reckons them.
 */
const HOLIDAYS: Readonly<Record<string, Holidays>> = {
  CN: {
    fixed: [...day("01-01"), ["05-01", "05-03"], ["10-01", "10-07"]],
    springFestival: [-1, 5],
    isSixDayWeek: true,
  },
  VN: {
    fixed: [...day("01-01", "04-30", "05-01"), ["09-01", "09-02"]],
    feasts: [{ begins: HUNG_KINGS, days: 1 }],
    springFestival: [-1, 3],
    isSixDayWeek: true,
  },
  TH: {
    fixed: [
      ...day(
        "01-01",
        "04-06",
        "05-01",
        "05-04",
        "06-03",
        "07-28",
        "08-12",
        "10-13",
        "10-23",
        "12-05",
        "12-10",
        "12-31",
      ),
      ["04-13", "04-15"],
    ],
    isSixDayWeek: true,
  },
  RU: { fixed: [["01-01", "01-08"], ...day("02-23", "03-08", "05-01", "05-09", "06-12", "11-04")] },
  KZ: {
    fixed: [
      ...[["01-01", "01-02"] as const, ["03-21", "03-23"] as const],
      ...day("01-07", "03-08", "05-01", "05-07", "05-09", "07-06", "08-30", "10-25", "12-16"),
    ],
    feasts: [{ begins: SACRIFICE, days: 1 }],
  },
  UZ: {
    fixed: day("01-01", "03-08", "03-21", "05-09", "09-01", "10-01", "12-08"),
    feasts: [
      { begins: FAST_ENDS, days: 1 },
      { begins: SACRIFICE, days: 1 },
    ],
  },
  KG: {
    fixed: [["01-01", "01-07"], ...day("03-08", "03-21"), ["05-01", "05-09"], ...day("08-31")],
    feasts: [
      { begins: FAST_ENDS, days: 1 },
      { begins: SACRIFICE, days: 1 },
    ],
  },
  MN: {
    fixed: [...day("01-01", "03-08", "06-01", "11-26", "12-29"), ["07-11", "07-15"]],
    feasts: [{ begins: WHITE_MONTH, days: 3 }],
  },
};

function isHoliday({ fixed, feasts = [], springFestival }: Holidays, at: LocalDate): boolean {
  const isFixed = fixed.some(([from, to]) => at.slice(5) >= from && at.slice(5) <= to);
  const isFeast = feasts.some(({ begins, days }) =>
    begins.some((first) => daysBetween(first, at) >= 0 && daysBetween(first, at) < days),
  );
  return isFixed || isFeast || (springFestival !== undefined && isInSpringFestival(at, ...springFestival));
}

/** Whether factories of a country (ISO alpha-2) work on a day: on none of its holidays and no weekend. Of a country without a list only weekends are known. */
export function isFactoryDay(at: LocalDate, country: string): boolean {
  const known = HOLIDAYS[country];
  if (known?.isSixDayWeek ? isSunday(at) : isWeekend(at)) return false;
  return known === undefined || !isHoliday(known, at);
}

type Within = { readonly country: string; readonly last: LocalDate };

/** The day, or the next one on which a factory of the country works, but none after the last that will do. */
export function factoryDay(at: LocalDate, { country, last }: Within): LocalDate {
  let next = at;
  while (next < last && !isFactoryDay(next, country)) next = addDays(next, 1);
  return next;
}
