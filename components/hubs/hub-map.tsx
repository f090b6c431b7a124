import { useLocale, useTranslations } from "next-intl";
import { curveThrough } from "./map/curve";
import { percentOf } from "./share/format-bps";
import { MAP_BASES } from "./map/map-base";
import outlines from "./map/map-base.svg";
import { COUNTRY_SPOTS, hubLabelSpot, type LabelSpot, type MapSize, placeLabelSpot } from "./map/map-labels";
import { type LonLat, type MapPoint, project } from "./map/map-projection";

type Named = { readonly id: string; readonly nameEn: string; readonly nameZh: string } & LonLat;

export type MapHub = Named & {
  readonly isBorderHub: boolean;
  /** What the share is of: orders or deals. */
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
// A crop of the desk map: its left part is there for the words of the landing page.
const DESK_CROP = "440 0 840 470";

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
  const viewBox = variant === "desk" ? DESK_CROP : `0 0 ${base.width} ${base.height}`;
  return (
    <svg
      className="map"
      viewBox={viewBox}
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
      {size === "desk" && <CountryLabels countries={countries} at={at} locale={locale} />}
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
      {ranked.slice(LABELLED_HUBS[size]).map((hub) => (
        <HubSquare key={hub.id} at={at(hub)} radius={UNNAMED_HUB_RADIUS} />
      ))}
      {ranked.slice(0, LABELLED_HUBS[size]).map((hub) => (
        <HubSquare key={hub.id} at={at(hub)} radius={HUB_RADIUS[size]} />
      ))}
      {places.map((place) => (
        <Town key={place.id} at={at(place)} spot={placeLabelSpot(place.id, size)} name={nameOf(place, locale)} />
      ))}
      {ranked.slice(0, LABELLED_HUBS[size]).map((hub) => (
        <HubLabel key={hub.id} hub={hub} at={at(hub)} size={size} locale={locale} />
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

type HubLabelProps = { hub: MapHub; at: MapPoint; size: MapSize; locale: string };

function HubLabel({ hub, at: [x, y], size, locale }: HubLabelProps) {
  const spot = hubLabelSpot(hub.id, size);
  return (
    <text className="hub-label" x={x + spot.dx} y={y + spot.dy} textAnchor={spot.anchor}>
      {nameOf(hub, locale)}{" "}
      {size === "desk" && !isChinese(locale) && (
        <tspan className="hub-zh" lang="zh-CN">
          {`${hub.nameZh} `}
        </tspan>
      )}
      {hub.shareBps !== null && <tspan className="hub-share">{percentOf(hub.shareBps, locale)}</tspan>}
    </text>
  );
}

function Port({ at: [x, y] }: { at: MapPoint }) {
  return <circle className="port" cx={x} cy={y} r="3" />;
}

function Town({ at: [x, y], spot, name }: { at: MapPoint; spot: LabelSpot; name: string }) {
  return (
    <g>
      <circle className="place" cx={x} cy={y} r="2" />
      <text className="place-label" x={x + spot.dx} y={y + spot.dy} textAnchor={spot.anchor}>
        {name}
      </text>
    </g>
  );
}

type CountryLabelsProps = { countries: readonly string[]; at: (place: LonLat) => MapPoint; locale: string };

function CountryLabels({ countries, at, locale }: CountryLabelsProps) {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return ["CN", ...countries].map((country) => {
    const spot = COUNTRY_SPOTS[country];
    if (!spot) return null;
    const [x, y] = at(spot);
    return (
      <text key={country} className="country-label" x={x} y={y} textAnchor="middle">
        {names.of(country)?.toLocaleUpperCase(locale)}
      </text>
    );
  });
}
