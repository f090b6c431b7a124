import { saveWay } from "@/db/repositories/deals";
import { endOpenSegments } from "@/db/repositories/delay";
import { boardHead } from "@/db/repositories/hub-board";
import { addOrder, moveDeal, removeOrder } from "@/db/repositories/hub-traffic";
import { reopenMilestone, saveOrder } from "@/db/repositories/orders";
import type { Way } from "@/domain/hubs/way";
import { kindOf } from "@/domain/services/registry";
import { assert } from "@/domain/shared/assert";
import type { Instant } from "@/domain/shared/instant";
import { dayOf, monthOf } from "@/domain/shared/local-date";
import type { CommandContext } from "../../platform/command";
import { world } from "../../hubs/queries/network";
import type { Carriage } from "./load-carriage";

/** What is told of goods while they are at a hub: by another one it has to happen again. */
const AT_HUB = kindOf("logistics")
  .milestones.map(({ code }) => code)
  .filter((code, position, all) => position >= all.indexOf("arrived_hub") && position < all.indexOf("crossed_border"));

/**
 * Goods that were at the old hub have yet to come to the new one, and are presented there anew. Why they wait at the old one holds no
 * longer than they do. Answers when they had come to it.
 */
async function leaveHub(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  { id: orderId, milestones }: Carriage["carriage"],
): Promise<Instant | null> {
  const told = milestones.filter(({ code, occurredAt }) => AT_HUB.includes(code) && occurredAt !== null);
  for (const { code } of told) await reopenMilestone(tx, { orderId, code });
  await endOpenSegments(tx, { orderId, place: "border", to: now });
  return told.find(({ code }) => code === "arrived_hub")?.occurredAt ?? null;
}

/**
 * The deal goes by another way: its orders that were not called off count at the new hub instead of the old one, in the month in which they
 * were contracted. Answers when the goods had come to the old hub, if they had.
 */
export async function takeWay(
  context: Pick<CommandContext, "tx" | "now">,
  { deal, orders, carriage }: Carriage,
  way: Way,
): Promise<Instant | null> {
  const { tx } = context;
  const hub = (await world(tx)).hubs.get(way.hubId);
  assert(
    hub && deal.contractedAt !== null,
    "goods that are carried were contracted, and their way leads through a hub",
  );
  const to = { hubId: way.hubId, isBorderHub: hub.isBorderHub };
  for (const order of orders.filter(({ state }) => state !== "cancelled")) {
    await removeOrder(tx, order);
    await addOrder(tx, { ...order, ...to });
    await saveOrder(tx, order, to);
  }
  await moveDeal(tx, { ...carriage, contractedMonth: monthOf(dayOf(deal.contractedAt)) }, to);
  // Whoever watches the deal knows a number that the old hub's board is in.
  const boardDelta = (await boardHead(tx, deal.hubId)) - (await boardHead(tx, way.hubId));
  await saveWay(tx, deal, { hubId: way.hubId, way, boardDelta });
  return leaveHub(context, carriage);
}
