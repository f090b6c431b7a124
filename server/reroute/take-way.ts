import type { Writer } from "../../db/database";
import { saveWay } from "../../db/repositories/deals";
import { boardHead } from "../../db/repositories/hub-board";
import { addOrder, moveDeal, removeOrder } from "../../db/repositories/hub-traffic";
import { reopenMilestone, saveOrder } from "../../db/repositories/orders";
import type { Way } from "../../domain/hubs/way";
import { assert } from "../../domain/shared/assert";
import type { Instant } from "../../domain/shared/instant";
import { dayOf, monthOf } from "../../domain/shared/local-date";
import { world } from "../queries/network";
import type { Carriage } from "./load-carriage";

const AT_HUB = "arrived_hub";

/**
 * The deal goes by another way: its orders that were not called off count at the new hub instead of the old one, in the month in which they
 * were contracted. Goods that had come to the old hub have yet to come to the new one; answers when they had.
 */
export async function takeWay(tx: Writer, { deal, orders, carriage }: Carriage, way: Way): Promise<Instant | null> {
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
  const arrivedAt = carriage.milestones.find(({ code }) => code === AT_HUB)?.occurredAt ?? null;
  if (arrivedAt !== null) await reopenMilestone(tx, { orderId: carriage.id, code: AT_HUB });
  return arrivedAt;
}
