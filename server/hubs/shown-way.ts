import { shownSource } from "../../domain/hubs/position-source";
import type { Way as PlannedWay } from "../../domain/hubs/place";
import type { Way } from "../../views/deals";

const BY_THE_MONTH = { basis: "month", asOf: null, closedHours: 0, arrivesAt: null, closures: [] } as const;

/** A planned way as it is read: what the plan leaves out said, and the market's own figures named as such. */
export const shownWay = ({ legs, borderWait, ...way }: PlannedWay): Way => ({
  ...way,
  legs: legs.map(({ km, ...leg }) => ({ ...leg, distanceKm: km, source: shownSource(leg.source) })),
  borderWait: borderWait && { ...BY_THE_MONTH, ...borderWait, source: shownSource(borderWait.source) },
});
