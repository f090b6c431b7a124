import { useLocale, useTranslations } from "next-intl";
import { type LonLat, type MapPoint, curveThrough, project } from "./map-projection";
import { percentOf } from "../share-figures";
import { MAP_BASES } from "./map-base";
import outlines from "./map-base.svg";
import { type Label, layOutLabels, markBox } from "./lay-out-labels";
import { COUNTRY_SPOTS, hubLabelSpot, type LabelSpot, type MapSize, placeLabelSpot } from "./map-labels";
import { regionNames } from "@/components/ui/format";

type Named = { readonly id: string; readonly nameEn: string; readonly nameZh: string } & LonLat;

export type MapHub = Named & {
  readonly isBorderHub: boolean;
  /** What the share is of, in the unit of its measure: orders, deals, fen or grams. */
  readonly count: number;
  /** Null where the map is not about shares. */
  readonly shareBps: number | null;
};

export type MapFlow = {
  readonly hubId: string;
  readonly isBorderHub: boolean;
  /** From origin over the hub to destination; see `wayPoints`. */
  readonly points: readonly LonLat[];
  readonly count: number;
};

type HubMapProps = {
  /** `hero` leaves room for words on the left of the desk map; `desk` is the same map without that room. */
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

const WIDEST_FLOW = { desk: 9, phone: 6.75 };
const LEAST_FLOW = 1.4;
const HUB_RADIUS = { desk: 5.5, phone: 4 };
const UNNAMED_HUB_RADIUS = 2.5;
const LABELLED_HUBS = { desk: 7, phone: 4 };
const TOWN_RADIUS = 2;
// A crop of the desk map: its left part is there for the words of the landing page.
const DESK_CROP_LEFT = 440;
const HUB_FONT = 13;
const FONT = 12;
const COUNTRY_SPACING = 0.18;

/** Flows through the hubs, as wide as their orders. Drawn on the server, over outlines that a browser keeps: no script, no inline style. */
export function HubMap({ variant, hubs, flows, places, countries, name: given, onlyHubId }: HubMapProps) {
  const t = useTranslations("hubs.map");
  const locale = useLocale();
  const size: MapSize = variant === "phone" ? "phone" : "desk";
  const base = MAP_BASES[size];
  const at = (place: LonLat): MapPoint => project(base, place);
  const shown = flows.filter((flow) => size === "desk" || flow.isBorderHub);
  const ranked = hubs.filter((hub) => hub.isBorderHub && hub.count > 0).sort((a, b) => b.count - a.count);
  const largest = Math.max(1, ...flows.map((flow) => flow.count));
  const width = (count: number) => Math.max(LEAST_FLOW, (count / largest) * WIDEST_FLOW[size]).toFixed(1);
  const [first] = ranked;
  const traffic = first
    ? t("title", { hubs: ranked.length, first: nameOf(first, locale), share: percentOf(first.shareBps ?? 0, locale) })
    : t("titleEmpty");
  const left = variant === "desk" ? DESK_CROP_LEFT : 0;
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
      frame: { left, top: 0, right: base.width, bottom: base.height },
      marks: [
        ...named.map((hub) => markBox(at(hub), HUB_RADIUS[size])),
        ...unnamed.map((hub) => markBox(at(hub), UNNAMED_HUB_RADIUS)),
        ...places.map((place) => markBox(at(place), TOWN_RADIUS)),
      ],
    },
  );
  return (
    <svg
      className="map"
      viewBox={`${left} 0 ${base.width - left} ${base.height}`}
      role="img"
      aria-label={given ?? traffic}
      preserveAspectRatio="xMidYMid slice"
    >
      <use className="land" href={`${outlines.src}#${size}-land`} />
      {countries
        .filter((country) => base.borders.includes(country))
        .map((country) => (
          <use key={country} className="border" href={`${outlines.src}#${size}-${country}`} />
        ))}
      {labelled.map(({ code, name, place }) => (
        <CountryLabel key={code} at={at(place)} spot={spots.get(code)} name={name} />
      ))}
      <g fill="none" strokeLinecap="round" strokeLinejoin="round">
        {[...shown]
          .sort((a, b) => Number(a.isBorderHub) - Number(b.isBorderHub) || b.count - a.count)
          .map((flow, index) => {
            const kind = flow.isBorderHub ? "flow-border" : "flow-other";
            const dim = onlyHubId && onlyHubId !== flow.hubId ? " is-dim" : "";
            const line = curveThrough(flow.points.map(at));
            const key = `${flow.hubId} ${index}`;
            return <path key={key} className={kind + dim} d={line} strokeWidth={width(flow.count)} />;
          })}
      </g>
      {size === "desk" && hubs.filter((hub) => !hub.isBorderHub).map((hub) => <Port key={hub.id} at={at(hub)} />)}
      {unnamed.map((hub) => (
        <HubSquare key={hub.id} at={at(hub)} radius={UNNAMED_HUB_RADIUS} />
      ))}
      {named.map((hub) => (
        <HubSquare key={hub.id} at={at(hub)} radius={HUB_RADIUS[size]} />
      ))}
      {places.map((place) => (
        <Town key={place.id} at={at(place)} spot={spots.get(place.id)} name={nameOf(place, locale)} />
      ))}
      {named.map((hub) => (
        <HubLabel key={hub.id} hub={hub} at={at(hub)} spot={spots.get(hub.id)} size={size} locale={locale} />
      ))}
    </svg>
  );
}

const isChinese = (locale: string): boolean => locale.startsWith("zh");

const nameOf = (named: Named, locale: string): string => (isChinese(locale) ? named.nameZh : named.nameEn);

function HubSquare({ at: [x, y], radius }: { at: MapPoint; radius: number }) {
  return (
    <g>
      <rect className="hub" x={x - radius} y={y - radius} width={2 * radius} height={2 * radius} />
      {radius > UNNAMED_HUB_RADIUS && <rect className="hub-core" x={x - 1.5} y={y - 1.5} width="3" height="3" />}
    </g>
  );
}

type Drawn = { readonly at: MapPoint; readonly size: MapSize; readonly locale: string };

/** The words of a hub's label: its name, on the desk in Chinese too, and its share. */
const hubWords = (hub: MapHub, { size, locale }: Pick<Drawn, "size" | "locale">) => ({
  name: nameOf(hub, locale),
  zh: size === "desk" && !isChinese(locale) ? hub.nameZh : null,
  share: hub.shareBps === null ? null : percentOf(hub.shareBps, locale),
});

function hubLabel(hub: MapHub, { at, size, locale }: Drawn): Label {
  const { name, zh, share } = hubWords(hub, { size, locale });
  const words = [name, zh, share].filter((one) => one !== null).join(" ");
  return { key: hub.id, at, words, fontSize: HUB_FONT, first: hubLabelSpot(hub.id, size) };
}

const placeLabel = (place: Named, { at, size, locale }: Drawn): Label => ({
  ...{ key: place.id, at, words: nameOf(place, locale), fontSize: FONT },
  first: placeLabelSpot(place.id, size),
});

const countryLabel = (code: string, { at, name }: { at: MapPoint; name: string }): Label => ({
  ...{ key: code, at, words: name, fontSize: FONT, spacing: COUNTRY_SPACING },
  first: { dx: 0, dy: 0, anchor: "middle" },
});

type HubLabelProps = Drawn & { readonly hub: MapHub; readonly spot: LabelSpot | undefined };

function HubLabel({ hub, at: [x, y], spot, size, locale }: HubLabelProps) {
  if (!spot) return null;
  const { name, zh, share } = hubWords(hub, { size, locale });
  return (
    <text className="hub-label" x={x + spot.dx} y={y + spot.dy} textAnchor={spot.anchor}>
      {name}{" "}
      {zh !== null && (
        <tspan className="hub-zh" lang="zh-CN">
          {`${zh} `}
        </tspan>
      )}
      {share !== null && <tspan className="hub-share">{share}</tspan>}
    </text>
  );
}

function Port({ at: [x, y] }: { at: MapPoint }) {
  return <circle className="port" cx={x} cy={y} r="3" />;
}

type SpotProps = { readonly at: MapPoint; readonly spot: LabelSpot | undefined; readonly name: string };

function Town({ at: [x, y], spot, name }: SpotProps) {
  return (
    <g>
      <circle className="place" cx={x} cy={y} r={TOWN_RADIUS} />
      {spot && (
        <text className="place-label" x={x + spot.dx} y={y + spot.dy} textAnchor={spot.anchor}>
          {name}
        </text>
      )}
    </g>
  );
}

/** The countries whose names have room on the map, in the reader's language. */
function labelledCountries(countries: readonly string[], locale: string) {
  const names = regionNames(locale);
  return ["CN", ...countries].flatMap((code) => {
    const place = COUNTRY_SPOTS[code];
    return place ? [{ code, place, name: (names.of(code) ?? code).toLocaleUpperCase(locale) }] : [];
  });
}

function CountryLabel({ at: [x, y], spot, name }: SpotProps) {
  if (!spot) return null;
  return (
    <text className="country-label" x={x + spot.dx} y={y + spot.dy} textAnchor={spot.anchor}>
      {name}
    </text>
  );
}
