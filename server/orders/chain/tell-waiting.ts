import { findDeal } from "@/db/repositories/deals";
import { bringerOf, type Gate } from "@/domain/orders/chain/gate";
import { isAhead } from "@/domain/orders/chain/holds";
import type { Service } from "@/domain/shared/service";
import { assert } from "@/domain/shared/assert";
import type { CommandContext } from "../../platform/command";
import type { Chain } from "./read-chain";

/** Whose orders stand behind gates that have yet to let them through; whose order was called off hears no more of the deal. */
export function waitingAt({ gates, facts }: Chain, isMeant: (gate: Gate) => boolean): string[] {
  const held = gates.filter((gate) => isMeant(gate) && isAhead(gate, facts.orders)).map(({ holds }) => holds.service);
  const orders = facts.orders.filter(({ service, state }) => held.includes(service) && state !== "cancelled");
  return [...new Set(orders.map(({ providerOrganisationId }) => providerOrganisationId))];
}

/** Those who wait for something of a service, by the gates as they stand. */
export const waitingFor = (chain: Chain, service: Service): string[] =>
  waitingAt(chain, (gate) => bringerOf(gate) === service);

/** Of a deal what its events name. */
export async function dealFacts({ tx }: Pick<CommandContext, "tx">, dealId: string) {
  const deal = await findDeal(tx, dealId);
  assert(deal, `deal ${dealId} is there`);
  const { reference, buyerOrganisationId } = deal;
  return { dealId, reference, buyerOrganisationId };
}
