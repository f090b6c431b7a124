import "server-only";
import type { StoredDeal } from "../../db/repositories/deals";
import type { PlannedRoute } from "../../domain/award/planned-route";
import { namedPlace } from "./names";
import type { World } from "./network";

/** The deal's way as it was planned at posting, for those who compare bids with it. */
export const plannedRoute = (known: World, { originId, way }: Pick<StoredDeal, "originId" | "way">): PlannedRoute => ({
  days: way.days,
  borderWait: way.borderWait,
  isEstimate: way.isEstimate,
  stops: [originId, ...way.legs.map((leg) => leg.toId)].map((id) => namedPlace(known, id)),
});
