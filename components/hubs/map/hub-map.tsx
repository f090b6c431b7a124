import { placeName } from "@/domain/shared/place-names";
import type { NamedPlace } from "@/domain/shared/vocabulary";
import { useLocale, useTranslations } from "next-intl";
import { apart, type MapPoint } from "@/components/ui/curve";
import { type LonLat, project } from "./map-projection";
import { percentOf } from "../share-figures";
import { MAP_BASES } from "./map-base";
import outlines from "./map-base.svg";
import { type Label, layOutLabels, markBox } from "./lay-out-labels";
import { type Curve, Drawing, type Shape } from "@/components/ui/drawing";
import { COUNTRY_SPOTS, hubLabelSpot, type LabelSpot, type MapSize, placeLabelSpot } from "./map-labels";
import { regionNames } from "@/components/ui/format";

type Named = NamedPlace & LonLat;

export type MapHub = Named & {
  readonly isBorderHub: boolean;
  /** What the share is of, in the unit of its measure: orders, deals, fen or grams. */
  readonly count: number;
  /** Null where the map is not about shares. */
  readonly shareBps: number | null;
  /** What stands beside its name in place of a share. */
  readonly figure?: string;
};

export type MapFlow = {
  readonly hubId: string;
  readonly isBorderHub: boolean;
  /** From origin over the hub to destination; see `wayPoints`. */
  readonly points: readonly LonLat[];
  readonly count: number;
};

type HubMapProps = {
  /** `hero` leaves room for words on the left of the desk map; `desk` is the same map without that room. The one for phones stands beside either and shows its lines. */
  readonly variant: "hero" | "desk" | "phone";
  readonly hubs: readonly MapHub[];
  readonly flows: readonly MapFlow[];
  /** Towns to name. */
  readonly places: readonly Named[];
  /** Countries (ISO alpha-2) that a corridor reaches: only their border with China is drawn. */
  readonly countries: readonly string[];
  /** What the map shows, where it is not the traffic. */
  readonly name?: string;
  /** All other hubs' flows step back. */
  readonly onlyHubId?: string;
};

const WIDEST_FLOW = 9;
const LEAST_FLOW = 1.4;
const HUB_RADIUS = { desk: 5.5, phone: 4 };
const UNNAMED_HUB_RADIUS = 2.5;
const LABELLED_HUBS = { desk: 7, phone: 4 };
const CORE_RADIUS = 1.5;
const TOWN_RADIUS = 2;
const PORT_RADIUS = 3;
// A crop of the desk map: its left part is there for the words of the landing page.
const DESK_CROP_LEFT = 440;
const HUB_FONT = 13;
const FONT = 12;
const COUNTRY_SPACING = 0.18;
/** A narrower window cuts both sides of the map for phones: labels stand within what is left, and as large as on any other. */
const NARROWEST_PHONE = 320;

/** The map in a frame, once for a wide window and once for a phone. */
export function HubMapFrame(props: Omit<HubMapProps, "variant">) {
  return (
    <div className="map-frame flow-map">
      <div className="map-desk">
        <HubMap variant="desk" {...props} />
      </div>
      <div className="map-phone">
        <HubMap variant="phone" {...props} />
      </div>
    </div>
  );
}

/** Flows through the hubs, as wide as their orders. Reckoned on the server, over outlines that a browser keeps; no inline style. */
export function HubMap({ variant, hubs, flows, places, countries, name: given, onlyHubId }: HubMapProps) {
  const t = useTranslations("hubs.map");
  const locale = useLocale();
  const size: MapSize = variant === "phone" ? "phone" : "desk";
  const base = MAP_BASES[size];
  const at = (place: LonLat): MapPoint => project(base, place);
  const ranked = hubs.filter((hub) => hub.isBorderHub && hub.count > 0).sort((a, b) => b.count - a.count);
  const [first] = ranked;
  const traffic = first
    ? t("title", {
        hubs: ranked.length,
        first: placeName(first, locale),
        share: percentOf(first.shareBps ?? 0, locale),
      })
    : t("titleEmpty");
  const left = variant === "desk" ? DESK_CROP_LEFT : 0;
  const margin = size === "phone" ? (base.width - NARROWEST_PHONE) / 2 : 0;
  const named = ranked.slice(0, LABELLED_HUBS[size]);
  const unnamed = ranked.slice(LABELLED_HUBS[size]);
  const labelled = size === "desk" ? labelledCountries(countries, locale) : [];
  const spots = layOutLabels(
    [
      ...named.map((hub) => hubLabel(hub, { at: at(hub), size, locale })),
      ...places.map((place) => placeLabel(place, { at: at(place), size, locale })),
      ...labelled.map(({ code, name, place }) => countryLabel(code, { at: at(place), name })),
    ],
    {
      frame: { left: left + margin, top: 0, right: base.width - margin, bottom: base.height },
      marks: [
        ...named.map((hub) => markBox(at(hub), HUB_RADIUS[size])),
        ...unnamed.map((hub) => markBox(at(hub), UNNAMED_HUB_RADIUS)),
        ...places.map((place) => markBox(at(place), TOWN_RADIUS)),
      ],
    },
  );
  const shapes: Shape[] = [
    ["use", "land", `${outlines.src}#${size}-land`],
    ...countries
      .filter((country) => base.borders.includes(country))
      .map((country): Shape => ["use", "border", `${outlines.src}#${size}-${country}`]),
    ...labelled.flatMap(({ code, name, place }) => label("country-label", at(place), spots.get(code), [name])),
    ...(size === "desk" ? flowShapes(flows, { at, onlyHubId }) : [BORDER_FLOWS_OF_DESK]),
    alike("port", size === "desk" ? hubs.filter((hub) => !hub.isBorderHub) : [], (hub) => dot(at(hub), PORT_RADIUS)),
    alike("hub", unnamed, (hub) => square(at(hub), UNNAMED_HUB_RADIUS)),
    alike("hub", named, (hub) => square(at(hub), HUB_RADIUS[size])),
    alike("hub-core", named, (hub) => square(at(hub), CORE_RADIUS)),
    alike("place", places, (place) => dot(at(place), TOWN_RADIUS)),
    ...places.flatMap((place) => label("place-label", at(place), spots.get(place.id), [placeName(place, locale)])),
    ...named.flatMap((hub) => label("hub-label", at(hub), spots.get(hub.id), hubLabelParts(hub, { size, locale }))),
  ];
  return (
    <Drawing
      className="map"
      viewBox={`${left} 0 ${base.width - left} ${base.height}`}
      name={given ?? traffic}
      isSliced
      shapes={shapes}
    />
  );
}

const isChinese = (locale: string): boolean => locale.startsWith("zh");

/** The group of lines through border hubs, by which the map for phones shows those of the desk. */
const BORDER_FLOWS_ID = "flows-border";

const fineTo = (value: number): number => Math.round(value * 1_000) / 1_000;

/** Both bases are one projection, so the lines of one are those of the other, shrunk and moved. A phone leaves those by sea to the desk. */
const BORDER_FLOWS_OF_DESK: Shape = (() => {
  const { desk, phone } = MAP_BASES;
  const scale = phone.scale / desk.scale;
  const moved = [0, 1].map((axis) => fineTo((phone.translate[axis] ?? 0) - scale * (desk.translate[axis] ?? 0)));
  return ["use", "", `#${BORDER_FLOWS_ID}`, `translate(${moved.join(" ")})scale(${fineTo(scale)})`];
})();

type Line = Omit<MapFlow, "points"> & { readonly points: readonly MapPoint[] };

/** Those there and back along the same places as one, for they would lie one on the other. */
function bothWays(flows: readonly MapFlow[], at: FlowLook["at"]): Line[] {
  const lines = new Map<string, Line>();
  for (const flow of flows) {
    const there = apart(flow.points.map(at)).map(([x, y]): MapPoint => [Math.round(x), Math.round(y)]);
    const back = [...there].reverse();
    const points = String(there) < String(back) ? there : back;
    const key = `${flow.hubId} ${String(points)}`;
    lines.set(key, { ...flow, points, count: flow.count + (lines.get(key)?.count ?? 0) });
  }
  return [...lines.values()];
}

type FlowLook = Pick<HubMapProps, "onlyHubId"> & { readonly at: (place: LonLat) => MapPoint };

/** A line a flow, those through border hubs above the others and the narrow above the wide. */
function flowShapes(flows: readonly MapFlow[], { at, onlyHubId }: FlowLook): Shape[] {
  const lines = bothWays(flows, at).sort((a, b) => b.count - a.count);
  const largest = Math.max(1, ...lines.map((line) => line.count));
  const width = (count: number) => Math.max(LEAST_FLOW, (count / largest) * WIDEST_FLOW).toFixed(1);
  const least = width(0);
  const curves = (isBorderHub: boolean) =>
    lines
      .filter((line) => line.isBorderHub === isBorderHub)
      .map(({ hubId, points, count }): Curve => {
        const own = width(count);
        if (onlyHubId && onlyHubId !== hubId) return [points, own, "is-dim"];
        return own === least ? [points] : [points, own];
      });
  return [
    ["curves", "flow-other", { width: least, curves: curves(false) }],
    ["curves", "flow-border", { id: BORDER_FLOWS_ID, width: least, curves: curves(true) }],
  ];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Marks that look alike, under one class. */
const alike = <Marked,>(className: string, all: readonly Marked[], drawn: (one: Marked) => Mark): Shape => [
  "g",
  className,
  ...all.map(drawn),
];

type Mark = Extract<Shape, readonly ["rect" | "circle", ...unknown[]]>;

const square = ([x, y]: MapPoint, radius: number): Mark => [
  ...(["rect", "", tenth(x - radius), tenth(y - radius)] as const),
  ...([2 * radius, 2 * radius] as const),
];

const dot = ([x, y]: MapPoint, radius: number): Mark => ["circle", "", x, y, radius];

type Words = readonly (string | readonly [className: string, words: string, lang?: string])[];

/** Words beside a point; none where they found no room. */
const label = (className: string, [x, y]: MapPoint, spot: LabelSpot | undefined, words: Words): Shape[] =>
  spot ? [["text", className, tenth(x + spot.dx), tenth(y + spot.dy), anchorOf(spot), ...words]] : [];

/** Texts begin at their place by themselves. */
const anchorOf = ({ anchor }: LabelSpot) => (anchor === "start" ? "" : anchor);

type Drawn = { readonly at: MapPoint; readonly size: MapSize; readonly locale: string };

/** The words of a hub's label: its name, on the desk in Chinese too, and its share. */
const hubWords = (hub: MapHub, { size, locale }: Pick<Drawn, "size" | "locale">) => ({
  name: placeName(hub, locale),
  zh: size === "desk" && !isChinese(locale) ? hub.nameZh : null,
  share: hub.figure ?? (hub.shareBps === null ? null : percentOf(hub.shareBps, locale)),
});

function hubLabel(hub: MapHub, { at, size, locale }: Drawn): Label {
  const { name, zh, share } = hubWords(hub, { size, locale });
  const words = [name, zh, share].filter((one) => one !== null).join(" ");
  return { key: hub.id, at, words, fontSize: HUB_FONT, first: hubLabelSpot(hub.id, size) };
}

const placeLabel = (place: Named, { at, size, locale }: Drawn): Label => ({
  ...{ key: place.id, at, words: placeName(place, locale), fontSize: FONT },
  first: placeLabelSpot(place.id, size),
});

const countryLabel = (code: string, { at, name }: { at: MapPoint; name: string }): Label => ({
  ...{ key: code, at, words: name, fontSize: FONT, spacing: COUNTRY_SPACING },
  first: { dx: 0, dy: 0, anchor: "middle" },
});

/** The same words as the parts of its text, each with its look. */
function hubLabelParts(hub: MapHub, drawn: Pick<Drawn, "size" | "locale">): Words {
  const { name, zh, share } = hubWords(hub, drawn);
  return [
    `${name} `,
    ...(zh === null ? [] : [["hub-zh", `${zh} `, "zh-CN"] as const]),
    ...(share === null ? [] : [["hub-share", share] as const]),
  ];
}

/** The countries whose names have room on the map, in the reader's language. */
function labelledCountries(countries: readonly string[], locale: string) {
  const names = regionNames(locale);
  return ["CN", ...countries].flatMap((code) => {
    const place = COUNTRY_SPOTS[code];
    return place ? [{ code, place, name: (names.of(code) ?? code).toLocaleUpperCase(locale) }] : [];
  });
}
