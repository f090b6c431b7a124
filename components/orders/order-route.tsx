import { RouteStrip, type StripLeg, type StripState, type StripStop } from "@/components/ui/route-strip";
import type { OrderPage } from "@/views/orders";
import { wholeDays } from "@/domain/hubs/place";
import type { WayLeg } from "@/views/deals";
import { placeName, useNameList } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/format";
import { Panel } from "@/components/ui/blocks";

/** How far goods have come along the legs of their way: so many legs are behind them, and whether they move on the next. */
type Progress = { readonly legsDone: number; readonly isMoving: boolean };

// Rails of 1520 mm.
const WIDE = new Set(["RU", "KZ", "KG", "UZ", "TJ", "TM", "MN", "BY"]);

type Places = OrderPage["places"];
type Stretch = Pick<WayLeg, "fromId" | "toId" | "mode" | "distanceKm">;

const countryOf = (places: Places, id: string): string => places[id]?.country ?? "";

/** The leg that leaves or enters China. */
const crossingOf = (legs: readonly Stretch[], places: Places): number =>
  legs.findIndex((leg) => (countryOf(places, leg.fromId) === "CN") !== (countryOf(places, leg.toId) === "CN"));

/**
 * Legs of one mode on one side of the border as one stretch: the planner's way names every junction, a reader wants to know where
 * goods change from truck to train and where they cross.
 */
function stretchesOf({ way, places }: Pick<OrderPage, "way" | "places">): Stretch[] {
  const crossing = crossingOf(way.legs, places);
  const stretches: Stretch[] = [];
  for (const [index, leg] of way.legs.entries()) {
    const before = stretches.at(-1);
    const isApart = index === crossing || index === crossing + 1;
    if (!before || isApart || before.mode !== leg.mode) stretches.push(leg);
    else stretches.splice(-1, 1, { ...before, toId: leg.toId, distanceKm: before.distanceKm + leg.distanceKm });
  }
  return stretches;
}

/** Trains change gauge at the Chinese side, so a leg that touches a country of wide rails has them. */
const isWideLeg = (places: Places, leg: Stretch): boolean =>
  leg.mode === "rail" && (WIDE.has(countryOf(places, leg.fromId)) || WIDE.has(countryOf(places, leg.toId)));

/** Read from what the carrier has reported; other services do not move goods, so their route is only planned. */
function progressOf(order: OrderPage, legs: readonly Stretch[]): Progress {
  const isReported = (code: string) =>
    order.milestones.some((milestone) => milestone.code === code && milestone.occurredAt !== null);
  const crossing = crossingOf(legs, order.places);
  if (order.service !== "logistics") return { legsDone: 0, isMoving: false };
  if (isReported("delivered") || isReported("arrived_destination")) return { legsDone: legs.length, isMoving: false };
  if (isReported("crossed_border") || isReported("arrived_port")) return { legsDone: crossing + 1, isMoving: true };
  if (isReported("departed")) return { legsDone: crossing, isMoving: true };
  if (isReported("arrived_hub")) return { legsDone: crossing, isMoving: false };
  return { legsDone: 0, isMoving: isReported("picked_up") };
}

type Words = {
  readonly name: (placeId: string) => string;
  readonly leg: (leg: Stretch, isWide: boolean) => string;
  readonly at: (placeId: string) => string;
};

function stopState(index: number, { legsDone, isMoving }: Progress, all: number): StripState {
  if (index < legsDone || legsDone === all || (index === 0 && isMoving)) return "done";
  return index === legsDone && legsDone > 0 ? "current" : "planned";
}

/** The stops and legs to draw, with where the goods are. The hub is the Chinese end of the crossing. */
export function routeOf(order: OrderPage, words: Words): { stops: StripStop[]; legs: StripLeg[] } {
  const { places } = order;
  const legs = stretchesOf(order);
  const progress = progressOf(order, legs);
  const crossing = crossingOf(legs, places);
  const hubStop = countryOf(places, legs[crossing]?.fromId ?? "") === "CN" ? crossing : crossing + 1;
  const ids = [...legs.map((leg) => leg.fromId), ...legs.slice(-1).map((leg) => leg.toId)];
  return {
    stops: ids.map((id, index) => ({
      id,
      name: words.name(id),
      detail: words.at(id),
      state: stopState(index, progress, legs.length),
      isBorderHub: order.hub.isBorderHub && index === hubStop,
    })),
    legs: legs.map((leg, index) => {
      const isWide = isWideLeg(places, leg);
      const isCurrent = index === progress.legsDone && progress.isMoving;
      const state = index < progress.legsDone ? "done" : isCurrent ? "current" : "planned";
      return { mode: leg.mode, isWide, label: words.leg(leg, isWide), state };
    }),
  };
}

/** The deal's way leg by leg; an order of carriage shows how far its goods have come. */
export function OrderRoute({ order }: { readonly order: OrderPage }) {
  const t = useTranslations("orders.route");
  const mode = useTranslations("services.mode");
  const country = useTranslations("services.country");
  const locale = useLocale();
  const nameList = useNameList();
  if (order.way.legs.length === 0) return null;
  const km = (value: number) => numberFormat(locale, {}).format(value);
  const name = (id: string) => {
    const place = order.places[id];
    return place ? placeName(place, locale) : id;
  };
  const { stops, legs } = routeOf(order, {
    name,
    at: (id) => {
      const code = order.places[id]?.country ?? "";
      return country.has(code) ? country(code) : code;
    },
    leg: (leg, isWide) =>
      leg.mode === "rail"
        ? t("rail", { gauge: isWide ? "1520" : "1435", km: km(leg.distanceKm) })
        : t("leg", { mode: mode(leg.mode), km: km(leg.distanceKm) }),
  });
  return (
    <Panel
      title={t("title")}
      id="route"
      fold="closed"
      aside={t("total", {
        km: km(order.way.distanceKm),
        ...wholeDays(order.way.days),
      })}
    >
      <RouteStrip name={t("name", { stops: nameList(stops.map((stop) => stop.name)) })} stops={stops} legs={legs} />
    </Panel>
  );
}
