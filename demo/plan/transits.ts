import { DAY_MS, dayOf, HOUR_MS, type Instant, later, MINUTE_MS } from "../../domain/shared/time";
import { startOfDay } from "../../domain/shared/zones";
import { inBank } from "./calendar";
import type { DemoOrganisation } from "./market-data";
import { type Movement, movementBy, type ReferenceData } from "./plan-movement";

/** China's station at the border with Viet Nam: what a train brings there from another border goes on over the next one. */
const TO_VIET_NAM = "CNPIN";

/** Where goods go that pass China: their consignee takes them over at its border. Null where they come from China or stay in it. */
export const beyondChina = ({ destinationId }: Pick<Movement, "destinationId">): "VN" | null =>
  destinationId === TO_VIET_NAM ? "VN" : null;

/** Whose customs see goods pass: China's on their way from Kazakhstan or Russia to Viet Nam, and Kazakhstan's from Horgos on, between China and Uzbekistan. */
export const transitCountryOf = (movement: Pick<Movement, "destinationId">): "CN" | "KZ" =>
  beyondChina(movement) ? "CN" : "KZ";

/** What a carrier is told of goods that pass China. */
const REMARKS = {
  VN: "过境货物：凭铁路联运单和过境申报单自边境站进境，到凭祥站交越南收货人的承运人接运出境至同登；中国境内不开箱。 · Goods in transit: in at the border station under the rail consignment note and the transit declaration, and at Pingxiang station over to the Vietnamese consignee's carrier, who takes them out to Dong Dang; no container is opened in China.",
} as const;

/** By what regime goods pass a country and whose guarantee covers their duty there: a truck goes by its carrier's carnet, a train under its broker's security. */
export function transitSpec(movement: Pick<Movement, "mode" | "destinationId">) {
  const beyond = beyondChina(movement);
  return {
    transit:
      movement.mode === "road"
        ? { regime: "tir", guaranteedBy: "carrier" }
        : { regime: "national", guaranteedBy: "broker" },
    ...(beyond ? { remarks: REMARKS[beyond] } : {}),
  };
}

/** Goods whose transit somebody asks for, the market's route that they take, and days before its present on which that is posted. */
const ASKED = [
  { cargoId: "cargo-078", routeId: "u1", daysAgo: 322 },
  { cargoId: "cargo-084", routeId: "u3", daysAgo: 268 },
  { cargoId: "cargo-076", routeId: "u1", daysAgo: 203 },
  { cargoId: "cargo-076", routeId: "u2", daysAgo: 141 },
  { cargoId: "cargo-078", routeId: "u1", daysAgo: 88 },
  { cargoId: "cargo-086", routeId: "u3", daysAgo: 51 },
  { cargoId: "cargo-076", routeId: "u1", daysAgo: 17 },
  // Kazakhstan's polypropylene and Siberia's birch plywood, which Viet Nam's plastics works and furniture makers buy.
  { cargoId: "cargo-072", routeId: "k12", daysAgo: 297 },
  { cargoId: "cargo-113", routeId: "r21", daysAgo: 236 },
  { cargoId: "cargo-072", routeId: "k12", daysAgo: 168 },
  { cargoId: "cargo-113", routeId: "r21", daysAgo: 107 },
  { cargoId: "cargo-072", routeId: "k12", daysAgo: 65 },
  { cargoId: "cargo-113", routeId: "r21", daysAgo: 22 },
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
export const opensTransits = (
  { country }: Pick<DemoOrganisation, "country">,
  movement: Pick<Movement, "destinationId">,
): boolean => country === transitCountryOf(movement);
