import type { StripLeg, StripStop, StripState } from "@/components/ui/freight/route-strip";
import type { OrderPage } from "@/domain/orders/order-view";
import type { WayLeg } from "@/domain/hubs/way";

/** How far goods have come along the legs of their way: so many legs are behind them, and whether they move on the next. */
type Progress = { readonly legsDone: number; readonly isMoving: boolean };

// Rails of 1520 mm.
const WIDE = new Set(["RU", "KZ", "KG", "UZ", "TJ", "TM", "MN", "BY"]);

/** Read from what the carrier has reported; other services do not move goods, so their route is only planned. */
function progressOf({ service, milestones, places, way }: OrderPage): Progress {
  const isReported = (code: string) =>
    milestones.some((milestone) => milestone.code === code && milestone.occurredAt !== null);
  const legs = way.legs;
  const crossing = legs.findIndex((leg) => places[leg.fromId]?.country !== places[leg.toId]?.country);
  if (service !== "logistics" || !isReported("picked_up"))
    return { legsDone: isReported("delivered") ? legs.length : 0, isMoving: false };
  if (isReported("delivered") || isReported("arrived_destination")) return { legsDone: legs.length, isMoving: false };
  if (isReported("crossed_border")) return { legsDone: crossing + 1, isMoving: true };
  if (isReported("arrived_hub")) return { legsDone: crossing, isMoving: false };
  return { legsDone: 0, isMoving: true };
}

type Words = {
  readonly name: (placeId: string) => string;
  readonly leg: (leg: WayLeg, isWide: boolean) => string;
  readonly at: (placeId: string) => string;
};

/** The stops and legs to draw, with where the goods are. */
export function routeOf(order: OrderPage, words: Words): { stops: StripStop[]; legs: StripLeg[] } {
  const { legs } = order.way;
  const { legsDone, isMoving } = progressOf(order);
  const hubStop = legs.findIndex((leg) => order.places[leg.fromId]?.country !== order.places[leg.toId]?.country);
  const stopState = (index: number): StripState =>
    index < legsDone || (index === 0 && isMoving) || (legsDone === legs.length && legs.length > 0)
      ? "done"
      : index === legsDone && legsDone > 0
        ? "current"
        : "planned";
  const ids = [...legs.map((leg) => leg.fromId), ...legs.slice(-1).map((leg) => leg.toId)];
  return {
    stops: ids.map((id, index) => ({
      id,
      name: words.name(id),
      detail: words.at(id),
      state: stopState(index),
      isBorderHub: order.hub.isBorderHub && index === hubStop,
    })),
    legs: legs.map((leg, index) => {
      const isWide = leg.mode === "rail" && WIDE.has(order.places[leg.toId]?.country ?? "");
      const state = index < legsDone ? "done" : index === legsDone && isMoving ? "current" : "planned";
      return { mode: leg.mode, isWide, label: words.leg(leg, isWide), state };
    }),
  };
}
