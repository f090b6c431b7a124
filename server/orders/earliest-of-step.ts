import type { Reader } from "../../db/database";
import { itineraryOf } from "../../db/repositories/deals";
import type { StoredMilestone, StoredOrder } from "../../db/repositories/orders";
import type { Earliest } from "../../domain/services/earliest";
import { kindOf } from "../../domain/services/registry";
import { MARKET_ZONE } from "../../domain/shared/local-date";
import { world } from "../hubs/queries/network";

type Order = StoredOrder & { readonly milestones: readonly StoredMilestone[] };

/** When a step of an order can have happened at the earliest, by its kind's rule, its deal's ready date and way; null where nothing says so. */
export async function earliestOfStep(db: Reader, order: Order, code: string): Promise<Earliest | null> {
  const rule = kindOf(order.service).milestones.find((one) => one.code === code)?.earliest;
  if (!rule) return null;
  const { originId, readyDate, way } = await itineraryOf(db, order.dealId);
  const known = await world(db);
  return rule({
    happenedAt: (step) => order.milestones.find((one) => one.code === step)?.occurredAt ?? null,
    ready: { date: readyDate, zone: known.places.get(originId)?.zone ?? MARKET_ZONE },
    legs: way.legs ?? [],
    hubPlaceIds: known.hubs.get(order.hubId)?.placeIds ?? [],
  });
}
