import { isInDeal, needsFallback } from "../../requests/fallback/fallback";
import type { Request } from "../../requests/request";
import type { Service } from "../../shared/service";
import type { Unprovided } from "./chain-facts";
import { bringerOf, type Gate } from "./gate";

/** What is asked for in a deal, and what was ordered. */
export type DealServices = {
  readonly requests: readonly Pick<Request, "service" | "state" | "isRejected" | "fallback">[];
  readonly orders: readonly { readonly service: Service }[];
};

const hasOrder = ({ orders }: DealServices, service: Service): boolean => orders.some((one) => one.service === service);

/** The services that nobody was chosen for, by what their buyer has made of it. */
export function unprovidedOf(deal: DealServices): Unprovided {
  const without = deal.requests.filter(({ service }) => !hasOrder(deal, service));
  return {
    undecided: without.filter(needsFallback).map(({ service }) => service),
    own: without.filter(({ fallback }) => fallback === "self").map(({ service }) => service),
  };
}

/**
 * The gates that a deal has of those that were fixed for it. A gate of a service that is not in the deal (any more) does not exist: it is
 * not shown and holds nothing. Nor does one that holds a step of what the buyer does itself: nobody is there to be held.
 */
export function gatesInDeal(gates: readonly Gate[], deal: DealServices): Gate[] {
  const { own } = unprovidedOf(deal);
  const isThere = (service: Service) =>
    hasOrder(deal, service) || deal.requests.some((one) => one.service === service && isInDeal(one));
  return gates.filter((gate) => {
    const { holds } = gate;
    const bringer = bringerOf(gate);
    return isThere(holds.service) && !own.includes(holds.service) && (bringer === null || isThere(bringer));
  });
}
