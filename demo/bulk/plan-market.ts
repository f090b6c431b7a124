import { planPresent, planStarts } from "../plan/calendar";
import { type Cast } from "../play/play-deal";
import { planDeal } from "../plan/plan-deal";
import type { DemoOrganisation } from "../plan/market-data";
import { planMovement } from "../plan/plan-movement";
import { chooseBuyer, choosePartner } from "../plan/plan-parties";
import { randomFrom } from "../plan/random";
import type { Instant } from "../../domain/shared/instant";
import type { Scene } from "./play-in-bulk";

// A sealed bid takes its padded 16 KiB for ever, so a large market keeps the seal in so many deals and takes open bids in the rest.
const SEALED_DEALS_MAX = 1_000;

const PRESENT_ROUNDS = 3;

export type Plan = {
  readonly seed: number;
  readonly now: Instant;
  readonly deals: number;
  /** Circles of companies that trade among themselves; deals go round them. */
  readonly casts: readonly Cast[];
  readonly ownBuyer: DemoOrganisation | null;
};

/** How much oftener the demo's own buyer posts than others of its kind. */
const OWN_FAVOUR = 3;

/** The year's deals, planned one at a time as the demo plans them, by the same seasons and shares. */
export function* planMarket({ seed, now, deals, casts, ownBuyer }: Plan): Generator<Scene> {
  const random = randomFrom(seed);
  const keepsSeal = Math.max(1, Math.ceil(deals / SEALED_DEALS_MAX));
  // Some hundreds of requests that are open or just opened, at any size; the year's own last days come on top.
  const present = Array.from({ length: PRESENT_ROUNDS }, () => planPresent(random, now)).flat();
  for (const [position, start] of [...present, ...planStarts(random, now, deals)].entries()) {
    const cast = casts[position % casts.length] as Cast;
    const movement = planMovement(random, cast.world, start);
    if (!movement) continue;
    const buyer = chooseBuyer(random, cast.world, movement, ownBuyer && { buyer: ownBuyer, favour: OWN_FAVOUR });
    const partner = choosePartner(random, cast.world, movement, buyer);
    const parties = { at: start.at, buyer, partner, ...(start.openHours ? { openHours: start.openHours } : {}) };
    const planned = planDeal(random, cast.world, movement, parties);
    const requests =
      position % keepsSeal === 0
        ? planned.requests
        : planned.requests.map((one) => ({ ...one, mode: "open" as const }));
    yield { planned: { ...planned, requests }, cast, seed: seed + position + 1 };
  }
}
