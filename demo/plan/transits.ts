import { DAY_MS, dayOf, HOUR_MS, type Instant, later, MINUTE_MS } from "../../domain/shared/time";
import { startOfDay } from "../../domain/shared/zones";
import { inBank } from "./calendar";
import type { DemoOrganisation } from "./market-data";
import { type Movement, movementBy, type ReferenceData } from "./plan-movement";

/** Whose customs see goods pass from Horgos on, on their way between China and Uzbekistan. */
export const TRANSIT_COUNTRY = "KZ";

/** Goods whose transit somebody asks for, the market's route that they take, and days before its present on which that is posted. */
const ASKED = [
  { cargoId: "cargo-078", routeId: "u1", daysAgo: 322 },
  { cargoId: "cargo-084", routeId: "u3", daysAgo: 268 },
  { cargoId: "cargo-076", routeId: "u1", daysAgo: 203 },
  { cargoId: "cargo-076", routeId: "u2", daysAgo: 141 },
  { cargoId: "cargo-078", routeId: "u1", daysAgo: 88 },
  { cargoId: "cargo-086", routeId: "u3", daysAgo: 51 },
  { cargoId: "cargo-076", routeId: "u1", daysAgo: 17 },
] as const;

/** Deals are posted from nine in the morning on, within so many minutes. */
const OFFICE_MS = 9 * HOUR_MS;
const POSTED_MINUTES = 440;

export type PlannedTransit = { readonly at: Instant; readonly movement: Movement };

/** The year's deals whose goods pass a third country under its customs' eyes: in the market's seasons too few for chance to bring them about. */
export function planTransits(referenceData: ReferenceData, now: Instant): PlannedTransit[] {
  const { cargo, prices } = referenceData.market;
  return ASKED.flatMap(({ cargoId, routeId, daysAgo }) => {
    const goods = cargo.find(({ id }) => id === cargoId);
    const route = prices.routes.find(({ id }) => id === routeId);
    const minutes = (daysAgo * 47) % POSTED_MINUTES;
    const at = inBank(later(startOfDay(dayOf(later(now, -daysAgo * DAY_MS))), OFFICE_MS + minutes * MINUTE_MS));
    const movement =
      goods && route && movementBy(referenceData, { cargo: goods, route, month: new Date(at).getUTCMonth() });
    return movement ? [{ at, movement }] : [];
  });
}

/** Whether a broker may open a transit: those of the country that is passed represent traders before its customs. */
export const opensTransits = ({ country }: Pick<DemoOrganisation, "country">): boolean => country === TRANSIT_COUNTRY;
