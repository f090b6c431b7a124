import type { Reader } from "../../../db/database";
import { itineraryOf } from "../../../db/repositories/deals";
import type { StoredOrder } from "../../../db/repositories/orders";
import { referenceData } from "../../hubs/queries/network";

/** The countries that an order's goods leave, pass and enter by the way of its deal; null where it goes over another hub than was planned, by stops that nobody keeps. */
export async function countriesOnWay(
  db: Reader,
  { dealId, hubId }: Pick<StoredOrder, "dealId" | "hubId">,
): Promise<readonly string[] | null> {
  const { originId, destinationId, way, ...planned } = await itineraryOf(db, dealId);
  if (planned.hubId !== hubId) return null;
  const { places } = await referenceData(db);
  const stops = [originId, ...(way.legs ?? []).map(({ toId }) => toId), destinationId];
  return [...new Set(stops.flatMap((id) => places.get(id)?.country ?? []))];
}
