import type { Reader } from "../../db/database";
import type { StoredDeal } from "../../db/repositories/deals";
import type { StoredRequest } from "../../db/repositories/requests";
import type { Span } from "../../domain/chain/eta";
import type { Milestone } from "../../domain/orders/order";
import type { LogisticsSpec } from "../../domain/services/logistics/spec";
import { endOf, startOf } from "../../domain/services/wire-fields";
import type { Instant } from "../../domain/shared/instant";
import { readBoard } from "../hubs/read-board";
import { world } from "../queries/network";
import { borderDelay } from "./border-delay";
import type { Moving } from "./plan-eta";

/** When the goods are to be picked up: in the window that was asked for, else on the day that they are ready. */
function pickupOf(deal: StoredDeal, requests: readonly StoredRequest[]): Span {
  const spec = requests.find(({ service }) => service === "logistics")?.spec as Partial<LogisticsSpec> | undefined;
  const from = startOf(spec?.pickupFrom ?? deal.readyDate);
  const to = endOf(spec?.pickupTo ?? spec?.pickupFrom ?? deal.readyDate);
  return { min: from, max: to < from ? from : to };
}

type Of = {
  readonly deal: StoredDeal;
  readonly requests: readonly StoredRequest[];
  /** Of the order of carriage; none where nobody carries the goods yet. */
  readonly milestones: readonly Milestone[];
  readonly now: Instant;
};

/** The goods of a deal on their way, with what is known now of the waits at every hub. */
export async function movingGoods(read: Reader, { deal, requests, milestones, now }: Of): Promise<Moving> {
  const { waitAt } = await readBoard(read, now);
  return {
    ...{
      known: await world(read),
      way: deal.way,
      inlandMode: deal.inlandMode,
      pickup: pickupOf(deal, requests),
      milestones,
      now,
    },
    ...{ waitAt, delayAt: borderDelay(waitAt) },
  };
}
