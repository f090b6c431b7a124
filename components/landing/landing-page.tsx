import { useLocale, useTranslations } from "next-intl";
import { Anchor, Panel } from "@/components/ui/blocks";
import { serviceIcon } from "@/components/services/service-icon";
import { serviceName, useServiceName } from "@/components/services/service-name";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { Icon } from "@/components/ui/icons/icon";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { HubName, placeName } from "@/components/ui/words";
import { CountText } from "@/components/ui/figures";
import { BarRow } from "@/components/ui/bar-row";
import { DataTable } from "@/components/ui/table/data-table";
import type { Hub, Place, Way } from "@/domain/hubs/place";
import type { RequestLine } from "@/views/requests";
import { HubMap, type MapFlow, type MapHub } from "@/components/hubs/map/hub-map";
import { wayPoints } from "@/components/hubs/map/way-points";
import { placeNamesOf } from "@/domain/shared/place-names";

type FourServicesProps = {
  readonly listed: Readonly<Partial<Record<Service, number>>>;
  readonly providersHref: string;
};

/** What may be asked for, and how many offer it. */
export function FourServices({ listed, providersHref }: FourServicesProps) {
  const t = useTranslations("landing.service");
  const words = useTranslations();
  const locale = useLocale();
  return (
    <section className="four-services" aria-label={t("title")}>
      {SERVICES.map((service) => (
        <article key={service} className={`sv-${service}`}>
          <h2>
            <Icon name={serviceIcon(service)} size="large" />
            <span>{serviceName(words, service)}</span>
            {locale !== "zh-CN" && <span lang="zh">{words(`service-${service}.nameZh`)}</span>}
          </h2>
          <p>{words(`service-${service}.pitch`)}</p>
          <p className="meta">
            <Anchor href={`${providersHref}?service=${service}`}>
              {t("providers", { count: listed[service] ?? 0 })}
            </Anchor>
          </p>
        </article>
      ))}
    </section>
  );
}

type NextRequestsProps = {
  readonly rows: readonly RequestLine[];
  readonly requestsHref: string;
  readonly zone: string;
};

/** Requests that take bids, each a link to itself: from here whoever offers a service is at the work in one press. */
export function NextRequests({ rows, requestsHref, zone }: NextRequestsProps) {
  const t = useTranslations("landing.next");
  const words = useTranslations("requests.column");
  const locale = useLocale();
  const service = useServiceName();
  const what = (row: RequestLine) =>
    t("what", {
      service: service(row.service),
      from: placeName(row.origin, locale),
      hub: placeName(row.hub, locale),
      to: placeName(row.destination, locale),
    });
  return (
    <Panel title={t("title")} id="next" tools={<Anchor href={requestsHref}>{t("all")}</Anchor>} isFlush>
      <DataTable<RequestLine>
        caption={t("title")}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `${requestsHref}/${id}`}
        height="regular"
        columns={[
          { key: "request", head: words("request"), cell: ({ title }) => title, detail: what },
          {
            ...{ key: "closes", card: "facts", head: words("closes"), isNamedOnCard: true },
            cell: ({ closesAt, hub }) => <DeadlineText at={closesAt} zone={zone} hub={hub} />,
          },
        ]}
      />
    </Panel>
  );
}

type Row = { readonly hub: Hub; readonly open: number };
type HubBoardProps = { readonly rows: readonly Row[]; readonly hubsHref: string; readonly requestsHref: string };

/** The page of all ports has the others. */
const PORTS_SHOWN = 6;

/** Which ports most of the open requests go through. */
export function HubBoard({ rows, hubsHref, requestsHref }: HubBoardProps) {
  const t = useTranslations("landing.board");
  const most = Math.max(1, ...rows.map((row) => row.open));
  return (
    <Panel title={t("title")} tools={<Anchor href={hubsHref}>{t("all")}</Anchor>} isFlush>
      <DataTable<Row>
        caption={t("title")}
        rows={rows.slice(0, PORTS_SHOWN)}
        rowKey={(row) => row.hub.id}
        rowHref={(row) => `${hubsHref}/${row.hub.id}`}
        height="regular"
        columns={[
          {
            key: "hub",
            head: t("hub"),
            cell: ({ hub }) => <HubName {...placeNamesOf(hub)} isBorderHub={hub.isBorderHub} />,
          },
          { key: "kind", card: "route", head: t("kind"), cell: ({ hub }) => t(`kinds.${hub.kind}`) },
          {
            key: "bar",
            card: "title",
            head: t("bar"),
            isHeadHidden: true,
            cell: ({ open }) => <BarRow value={open} max={most} />,
          },
          {
            key: "open",
            card: "end",
            isNamedOnCard: true,
            head: t("open"),
            isNumber: true,
            cell: ({ hub, open }) => (
              <Anchor href={`${requestsHref}?hub=${hub.id}`}>
                <CountText value={open} />
              </Anchor>
            ),
          },
        ]}
      />
    </Panel>
  );
}

export type LandingMapProps = {
  readonly byHub: readonly { readonly hub: Hub; readonly place: Place; readonly open: number }[];
  readonly flows: readonly {
    readonly hubId: string;
    readonly isBorderHub: boolean;
    readonly way: Pick<Way, "legs">;
    readonly count: number;
  }[];
  readonly places: ReadonlyMap<string, Place>;
  readonly openRequests: number;
};

const BPS = 10_000;
const TOWNS = ["CNYIU", "CNGGZ", "KZALA", "UZTAS", "VNHAN", "VNSGN", "RUVVO", "MNULN"];

/** The map of the front page: lines as wide as the requests that are open now. */
export function LandingMap({
  variant,
  byHub,
  flows,
  places,
  openRequests,
}: LandingMapProps & { readonly variant: "hero" | "phone" }) {
  const hubs = byHub.map(
    ({ hub, place, open }): MapHub => ({
      id: hub.id,
      ...placeNamesOf(hub),
      isBorderHub: hub.isBorderHub,
      lon: place.lon,
      lat: place.lat,
      count: open,
      shareBps: Math.floor((open * BPS) / Math.max(1, openRequests)),
    }),
  );
  const lines = flows.map(({ way, ...flow }): MapFlow => ({ ...flow, points: wayPoints(way, places) }));
  const reached = flows.flatMap(({ way }) => way.legs.flatMap((leg) => [leg.fromId, leg.toId]));
  const countries = [...new Set(reached.flatMap((id) => places.get(id)?.country ?? []))]
    .filter((code) => code !== "CN")
    .sort();
  const towns = TOWNS.flatMap((id) => places.get(id) ?? []);
  return <HubMap variant={variant} hubs={hubs} flows={lines} places={towns} countries={countries} />;
}
