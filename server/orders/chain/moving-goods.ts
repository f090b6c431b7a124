import type { Reader } from "@/db/database";
import type { StoredDeal } from "@/db/repositories/deals";
import type { StoredRequest } from "@/db/repositories/requests";
import { slotsOfOrder } from "@/db/repositories/slots";
import type { BorderDelay, CrossingSlot, Span } from "@/domain/orders/chain/eta";
import { boardKey, type WaitAt } from "@/domain/hubs/board/board";
import { hoursOfState } from "@/domain/hubs/board/hub-state";
import type { Milestone } from "@/domain/orders/order";
import type { LogisticsSpec } from "@/domain/services/logistics/spec";
import { OPEN } from "@/domain/orders/slots/slot";
import { endOf, startOf } from "@/domain/shared/wire-fields";
import { type Instant, instant } from "@/domain/shared/instant";
import { visitBeforePickup } from "@/domain/orders/chain/holds";
import { crossingsAt } from "../slots/slot-reference";
import { readBoard } from "../../hubs/read-board";
import { referenceData } from "../../hubs/queries/network";
import type { Moving } from "./plan-eta";
import type { Chain } from "./read-chain";
import type { Mode } from "@/domain/hubs/place";

/** How long goods wait at a hub that they come to at some time, by what is known of it now; nothing where nothing is known. */
const borderDelay =
  (waitAt: WaitAt) =>
  (hubId: string, mode: Mode, arrival: Instant): BorderDelay => {
    const wait = waitAt(hubId, mode, arrival);
    return { queueMs: wait?.queueMs ?? 0, closureMs: wait?.closedMs ?? 0, source: wait?.source ?? "none" };
  };

/** When the goods are to be picked up: in the window that was asked for, else on the day that they are ready; not before a booked visit that they wait for. */
function pickupOf({ deal, requests, chain }: Pick<Of, "deal" | "requests" | "chain">): Span {
  const spec = requests.find(({ service }) => service === "logistics")?.spec as Partial<LogisticsSpec> | undefined;
  const from = startOf(spec?.pickupFrom ?? deal.readyDate);
  const to = endOf(spec?.pickupTo ?? spec?.pickupFrom ?? deal.readyDate);
  const visit = visitBeforePickup(chain);
  const min = visit === null ? from : instant(Math.max(from, startOf(visit)));
  return { min, max: instant(Math.max(min, to, visit === null ? to : endOf(visit))) };
}

/** The slots that trucks of this order have booked at the hub and not used; those at another one the goods no longer go by. */
async function slotsAhead(read: Reader, hubId: string, orderId: string | null): Promise<CrossingSlot[]> {
  const slots = orderId === null ? [] : await slotsOfOrder(read, orderId);
  const open = slots.filter(({ state }) => OPEN.includes(state));
  if (open.length === 0) return [];
  const crossings = await crossingsAt(read, hubId, "none");
  return open
    .filter(({ placeId }) => crossings.includes(placeId))
    .map(({ window, calledAt, enteredAt }) => ({ window, calledAt: calledAt ?? enteredAt }));
}

type Of = {
  readonly deal: StoredDeal;
  readonly requests: readonly StoredRequest[];
  readonly chain: Chain;
  /** The order of carriage; null where nobody carries the goods yet. */
  readonly orderId: string | null;
  /** Of that order. */
  readonly milestones: readonly Milestone[];
  readonly now: Instant;
};

/** The goods of a deal on their way, with what is known now of the waits at every hub. */
export async function movingGoods(
  read: Reader,
  { deal, requests, chain, orderId, milestones, now }: Of,
): Promise<Moving> {
  const { waits, states, zoneOf } = await readBoard(read, now);
  const known = await referenceData(read);
  return {
    slots: await slotsAhead(read, deal.hubId, orderId),
    hoursOf: (hubId, mode) => {
      const state = states.get(boardKey(hubId, mode));
      return state ? hoursOfState(state, zoneOf(hubId)) : null;
    },
    ...{
      known,
      way: deal.way,
      inlandMode: deal.inlandMode,
      pickup: pickupOf({ deal, requests, chain }),
      milestones,
      now,
    },
    ...{ waits, delayAt: borderDelay(waits[deal.direction]) },
  };
}
