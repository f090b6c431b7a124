import type { Writer } from "@/db/database";
import { findDeal, lockDeal, type StoredDeal } from "@/db/repositories/deals";
import { ordersOfDeals, type StoredOrder } from "@/db/repositories/orders";
import { lockRequestsOfDeal, requestsOfDeal, type StoredRequest } from "@/db/repositories/requests";
import { reroutesOf, type StoredReroute } from "@/db/repositories/chains";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import type { Side } from "@/domain/orders/slots/slot";
import { movingGoods, planEta, wayThrough } from "./chain/plan-eta";
import { readChain } from "./chain/settle-chain";
import { type LoadRefusal, loadOrder } from "./load-order";
import type { LoadedOrder } from "./kinds/kind-in-order";
import type { CommandContext } from "../platform/command";

/** A deal whose goods are carried, with all that says whether they may go another way, and which side of the carriage asks. */
export type Carriage = {
  readonly deal: StoredDeal;
  readonly orders: readonly StoredOrder[];
  readonly carriage: LoadedOrder;
  readonly requests: readonly StoredRequest[];
  readonly reroutes: readonly StoredReroute[];
  readonly side: Side;
};

export type CarriageRefusal = LoadRefusal | Refusal<"reroute_no_carriage">;

/** The lock of what is done with a deal's way: its requests, on which no bid may be out, and then the deal. */
export async function lockDealAndRequests(tx: Writer, { dealId }: { readonly dealId: string }): Promise<void> {
  await lockRequestsOfDeal(tx, dealId);
  await lockDeal(tx, dealId);
}

/** What a command on a deal's way is about: for its buyer and its carrier; to strangers the deal is not there. */
export async function loadCarriage(
  { tx, actor }: Pick<CommandContext, "tx" | "actor">,
  dealId: string,
): Promise<Result<Carriage, CarriageRefusal>> {
  const deal = await findDeal(tx, dealId);
  const orders = deal ? await ordersOfDeals(tx, [dealId]) : [];
  const isParty = ({ buyerOrganisationId, providerOrganisationId }: StoredOrder) =>
    [buyerOrganisationId, providerOrganisationId].includes(actor.organisationId ?? "");
  const isBuyer = deal?.buyerOrganisationId === actor.organisationId;
  if (!deal || !(isBuyer || orders.some(isParty))) return refuse("not_found");
  const order = orders.find(({ service }) => service === "logistics");
  if (!order) return refuse("reroute_no_carriage");
  if (!isParty(order)) return refuse("not_permitted");
  const loaded = await loadOrder(tx, actor, { orderId: order.id, action: "route.change" });
  if (!loaded.ok) return loaded;
  return accept({
    ...{ deal, orders, carriage: loaded.value, side: isBuyer ? "buyer" : "provider" },
    requests: await requestsOfDeal(tx, dealId),
    reroutes: await reroutesOf(tx, dealId),
  });
}

/** The way of a deal by another hub, as it can be planned now; null where none leads through it. */
export async function plannedThrough(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  { deal, requests, carriage }: Carriage,
  hubId: string,
) {
  const { id: orderId, milestones } = carriage;
  const chain = await readChain(tx, deal.id);
  const moving = await movingGoods(tx, { deal, requests, chain, orderId, milestones, now });
  const eta = planEta(moving);
  return eta && wayThrough(moving, eta, hubId);
}

/** What every event of a question says of it. */
export const rerouteFacts = (
  { deal, carriage }: Carriage,
  of: { readonly number: number; readonly askedBy: Side },
  hub: { readonly id: string; readonly nameEn: string; readonly nameZh: string },
) => ({
  ...{ dealId: deal.id, reference: deal.reference, number: of.number, by: of.askedBy },
  ...{ buyerOrganisationId: deal.buyerOrganisationId, providerOrganisationId: carriage.providerOrganisationId },
  ...{ hubId: hub.id, hubEn: hub.nameEn, hubZh: hub.nameZh },
});
