import type { LocalDate } from "../shared/time";
import type { DutyCharge, DutyRate } from "./duty-rate";

type Asked = { readonly charge: DutyCharge; readonly hsCode: string; readonly day: LocalDate };

const isLater = (rate: DutyRate, than: DutyRate): boolean => rate.validFrom > than.validFrom;

/**
 * The rate of a country's tariff for these goods on a day: of those already valid, the longest prefix of the HS code wins, and of one
 * prefix the latest. Null where there is none: the market then does not know, which is not the same as free of duty.
 */
export function findRate(rates: readonly DutyRate[], { charge, hsCode, day }: Asked): DutyRate | null {
  let best: DutyRate | null = null;
  for (const rate of rates) {
    if (rate.charge !== charge || rate.validFrom > day || !hsCode.startsWith(rate.hsPrefix)) continue;
    const { length } = rate.hsPrefix;
    if (!best || length > best.hsPrefix.length || (length === best.hsPrefix.length && isLater(rate, best))) best = rate;
  }
  return best;
}

/** Whether the common rate of duty on these goods is known on a day and is nothing. */
export function isDutyFree(rates: readonly DutyRate[], asked: Omit<Asked, "charge">): boolean {
  const rate = findRate(rates, { ...asked, charge: "duty" });
  return rate?.method === "ad_valorem" && rate.rateBps === 0;
}

const yearOf = (day: LocalDate): string => day.slice(0, 4);

/**
 * The year of the newest rate of duty, excise or fee that holds on a day, where it is an earlier year than the day's: tariffs are set anew each
 * January, so that nobody has entered the new one yet. Null where one of the day's own year is known, or none at all. VAT stays for years.
 */
export function yearBehind(rates: readonly DutyRate[], day: LocalDate): string | null {
  const years = rates
    .filter(({ charge, validFrom }) => charge !== "vat" && validFrom <= day)
    .map((rate) => yearOf(rate.validFrom));
  const newest = years.reduce<string | null>((last, year) => (last === null || year > last ? year : last), null);
  return newest !== null && newest < yearOf(day) ? newest : null;
}

/**
 * The state's fee for a declaration of so much customs value: of the bands already valid that begin at or below it, the highest one,
 * at its latest rate. A band "up to and including" a value ends there, so the next one begins a minor unit above it. Null where there is none.
 */
export function findFee(rates: readonly DutyRate[], of: { valueMinor: bigint; day: LocalDate }): DutyRate | null {
  let best: DutyRate | null = null;
  for (const rate of rates) {
    if (rate.charge !== "fee" || rate.validFrom > of.day || rate.valueFromMinor > of.valueMinor) continue;
    const isHigher = best === null || rate.valueFromMinor > best.valueFromMinor;
    if (best === null || isHigher || (rate.valueFromMinor === best.valueFromMinor && isLater(rate, best))) best = rate;
  }
  return best;
}
