import type { Movement } from "./plan-movement";

const SLOT_SYSTEM: Readonly<Record<string, string>> = { KZ: "cargoruqsat", VN: "cuakhauso", RU: "rosgranstroy" };
const LIABILITY: Readonly<Record<string, string>> = { road: "cmr", rail: "smgs" };
/** Abroad, the countries that are no parties to the CMR: their trucks go under the waybill of the bilateral agreement. */
export const WITHOUT_CMR: readonly string[] = ["VN", "LA", "TH", "MM"];

/** Of the whole way by land, the part on the near side of the hub. */
const NEAR_SHARE = 0.6;

const PLACE_MAX = 60;

type Promised = {
  readonly days: number;
  readonly hub: string;
  readonly destination: string;
  /** Whether the goods change trucks at the border, which has its price: else the same one goes all the way. */
  readonly isTransshipped: boolean;
};

/** Whoever promises days assumes a wait somewhat above the planned one, in half days, and a day at the least. An estimate. */
const ASSUMED_OF_PLANNED = 1.25;
const HALF_DAY_HOURS = 12;

const assumedWait = ({ waitHours }: Movement): number =>
  Math.max(24, Math.ceil((waitHours * ASSUMED_OF_PLANNED) / HALF_DAY_HOURS) * HALF_DAY_HOURS);

/** What a forwarder says beside its prices: a leg to the hub and one on, which add up to the most days it promises, and how the border is crossed. */
export function carriageTerms(movement: Movement, of: Promised) {
  const [origin = "", destination = ""] = movement.corridor.split("-");
  const abroad = origin === "CN" ? destination : origin;
  const isRoad = movement.mode === "road";
  const isAcrossLand = isRoad || movement.mode === "rail";
  const near = Math.round(of.days * (isAcrossLand ? NEAR_SHARE : movement.nearShare));
  const isOut = origin === "CN";
  return {
    legs: [
      // What comes to China by sea or air is aboard up to its hub, what leaves it from there on.
      { place: of.hub.slice(0, PLACE_MAX), mode: isAcrossLand || !isOut ? movement.mode : "road", days: near },
      {
        place: of.destination.slice(0, PLACE_MAX),
        mode: isAcrossLand || isOut ? movement.mode : "road",
        days: of.days - near,
      },
    ],
    ...(isRoad ? { plates: { beforeBorder: origin, beyondBorder: of.isTransshipped ? destination : origin } } : {}),
    ...(isRoad ? { slot: { system: SLOT_SYSTEM[abroad] ?? "none", bookedBy: "provider" } } : {}),
    ...(isAcrossLand ? { borderWaitHours: assumedWait(movement), freeTimeBorderHours: 24 } : {}),
    freeTimeDestinationHours: 24,
    tracking: isRoad ? "gps" : "milestones",
    liability: (isRoad && WITHOUT_CMR.includes(abroad) ? null : LIABILITY[movement.mode]) ?? "forwarder_terms",
  };
}
