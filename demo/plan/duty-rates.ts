import type { SeedDutyRate } from "../../db/reference/read-reference";

/** The first day of the tariff whose rates are shipped, and that of the year before, in which the demo's year begins. */
const TARIFF_DAY = "2026-01-01";
const YEAR_BEFORE = "2025-01-01";

/** Fees come in bands, whose edges another year may set elsewhere: earlier bands of a country are all that it had. */
const isOfOneRow = (one: SeedDutyRate, other: SeedDutyRate): boolean =>
  one.country === other.country &&
  one.charge === other.charge &&
  (one.charge === "fee" || one.hsPrefix === other.hsPrefix);

/**
 * The rates of the demo's market beside the published ones: its estimates, and for the year before the tariff, of what is known from that
 * tariff on only, the same rate as an estimate. A tariff changes few of its lines from one year to the next.
 */
export function demoDutyRates(seeds: readonly SeedDutyRate[]): SeedDutyRate[] {
  const earlier = seeds.filter(({ validFrom = TARIFF_DAY }) => validFrom < TARIFF_DAY);
  const before = seeds
    .filter((seed) => seed.validFrom === TARIFF_DAY && !earlier.some((one) => isOfOneRow(one, seed)))
    .map((seed) => ({
      ...seed,
      validFrom: YEAR_BEFORE,
      source: "demo estimate; the rate of 2026, taken for the year before it",
      isEstimate: true,
    }));
  return [...seeds.filter(({ isEstimate }) => isEstimate), ...before];
}
