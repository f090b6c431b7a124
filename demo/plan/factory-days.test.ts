import { expect, test } from "vitest";
import type { LocalDate } from "../../domain/shared/time";
import { isFactoryDay } from "./factory-days";

test.each([
  ["CN", "2026-10-05", false, "a Monday of National Day's week"],
  ["VN", "2026-10-05", true, "China's week is none of Viet Nam's"],
  ["KZ", "2026-10-05", true, "nor of Kazakhstan's"],
  ["CN", "2027-02-05", false, "the eve of the Spring Festival"],
  ["VN", "2027-02-05", false, "the eve of Tet"],
  ["VN", "2027-02-09", false, "the fourth day of Tet"],
  ["VN", "2027-02-10", true, "the fifth day of Tet"],
  ["CN", "2027-02-10", false, "the fifth day of the Spring Festival"],
  ["RU", "2027-02-08", true, "a Monday of the Spring Festival, which Russia does not keep"],
  ["VN", "2026-04-30", false, "the day of Reunification"],
  ["CN", "2026-04-30", true, "a Thursday in China"],
  ["VN", "2026-09-02", false, "National Day"],
  ["VN", "2027-04-16", false, "the day of the Hung Kings"],
  ["RU", "2027-01-08", false, "the last day of the New Year's holidays"],
  ["KZ", "2027-01-08", true, "a Friday after Christmas"],
  ["KZ", "2027-01-07", false, "Orthodox Christmas"],
  ["KZ", "2027-03-22", false, "Nauryz"],
  ["KZ", "2026-05-27", false, "the first day of Kurban Ait"],
  ["KZ", "2026-12-16", false, "Independence Day"],
  ["RU", "2026-11-04", false, "Unity Day"],
  ["RU", "2026-06-12", false, "Russia Day"],
  ["UZ", "2026-09-01", false, "Independence Day"],
  ["UZ", "2026-03-20", false, "the end of the fast"],
  ["KG", "2026-08-31", false, "Independence Day"],
  ["KG", "2026-05-06", false, "within the holidays of May"],
  ["KG", "2026-01-06", false, "within the holidays of the New Year"],
  ["KG", "2026-02-23", true, "a feast on which Kyrgyzstan works since 2025"],
  ["MN", "2026-07-13", false, "Naadam"],
  ["MN", "2026-02-20", false, "the third day of the white month"],
  ["TH", "2026-04-14", false, "Songkran"],
  ["CN", "2026-11-28", true, "a Saturday, on which China's factories work"],
  ["VN", "2026-11-28", true, "a Saturday in Viet Nam"],
  ["RU", "2026-11-28", false, "a Saturday in Russia"],
  ["CN", "2026-11-29", false, "a Sunday"],
  // Of Poland the market has no list.
  ["PL", "2026-11-11", true, "Independence Day of a country without a list"],
  ["PL", "2026-11-28", false, "a Saturday of a country without a list"],
] as const)("factories of %s on %s work: %s, %s", (country, day, works, _) => {
  expect(isFactoryDay(day as LocalDate, country)).toBe(works);
});
