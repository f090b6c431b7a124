import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Definitions, HUB_TERMS, ROW_TERMS, TermLinks } from "@/components/admin/traffic/definitions";
import { FlowMap } from "@/components/admin/traffic/flow-map";
import { HubBoxes } from "@/components/admin/traffic/hub-boxes";
import { HubCorridors, HubMonths } from "@/components/admin/traffic/hub-splits";
import { RowsTable } from "@/components/admin/traffic/rows-table";
import { HubTitle } from "@/components/hubs/hub-title";
import { hubNameOf } from "@/components/hubs/hub-name-of";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor } from "@/components/ui/actions/anchor";
import { EmptyState } from "@/components/ui/page/empty-state";
import { PageHead } from "@/components/ui/page/page-head";
import { Panel } from "@/components/ui/page/panel";
import { Pager } from "@/components/ui/table/pager";
import { firstDayOf, lastDayOf } from "@/domain/hubs/traffic-period";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { rowsBehind } from "@/server/queries/traffic/rows-behind";
import { trafficFlows } from "@/server/queries/traffic/traffic-flows";
import { trafficReview } from "@/server/queries/traffic/traffic-review";
import { periodWords } from "../period-words";
import { PeriodSwitch } from "../period-switch";
import { readRowsAddress } from "../rows-address";
import { addressWith, readAddress, type SearchParams } from "../traffic-address";
import { TrafficBar } from "../traffic-bar";
import { TrafficRefusals } from "../traffic-refusals";

type PageProps = { readonly params: Promise<{ hubId: string }>; readonly searchParams: Promise<SearchParams> };

/** One hub's part of the traffic, month by month and corridor by corridor, with every order or deal that it counts. */
export default async function HubTrafficPage({ params, searchParams }: PageProps) {
  const hubId = decodeURIComponent((await params).hubId);
  const session = await requireAdministrator("traffic.read", `/admin/traffic/${hubId}`);
  const { database, clock } = platform();
  const [now, asked] = [clock(), await searchParams];
  const address = readAddress(asked, now);
  const { cursor } = readRowsAddress(asked);
  const [t, locale] = [await getTranslations("admin.traffic"), await getLocale()];
  const overview = `/${locale}/admin/traffic`;
  const base = `${overview}/${encodeURIComponent(hubId)}`;
  if (address.isSent) redirect(base + addressWith(address));
  const { measure, ...filter } = address.question;
  const review = await trafficReview(database.read, session.actor, address.question, now);
  const hub = review?.hubs.get(hubId);
  if (!review || !hub) notFound();
  const counted = measure === "deals" ? "deals" : "orders";
  const page = await rowsBehind(database.read, session.actor, { ...filter, counted, hub: { id: hubId }, cursor });
  const map = await trafficFlows(database.read, session.actor, { ...filter, hubId });
  if (!page || !map) notFound();
  const monthHref = (month: (typeof review.months)[number]["month"]) =>
    base + addressWith(address, { period: { from: firstDayOf(month), to: lastDayOf(month) } });
  const { from, to } = periodWords(review.shownPeriod, locale);
  return (
    <PageWrap>
      <PageHead
        title={hubNameOf(hub, locale)}
        heading={<HubTitle hub={hub} />}
        crumb={[{ label: t("title"), href: overview + addressWith(address) }, { label: hubNameOf(hub, locale) }]}
        sub={t("filter.periodSet", { from, to })}
        actions={
          <>
            <PeriodSwitch base={base} address={address} />
            <Anchor href={`/${locale}/hubs/${encodeURIComponent(hubId)}`}>{t("hub.publicPage")}</Anchor>
          </>
        }
      />
      <TrafficBar base={base} address={address} corridors={review.allCorridors} />
      <div className="stack">
        <TrafficRefusals address={address} />
        <HubBoxes hubId={hubId} measure={measure} now={review.now} past={review.past} before={review.before} />
        <div className="traffic-grid">
          <HubMonths hubId={hubId} measure={measure} months={review.months} monthHref={monthHref} />
          <div className="stack self-start">
            <FlowMap title={t("hub.map")} {...map} shares={review.now.hubs} hubs={review.hubs} onlyHubId={hubId} />
            <HubCorridors
              measure={measure}
              corridors={review.corridorsOfHub(hubId)}
              corridorHref={(corridor) => base + addressWith(address, { corridor })}
            />
          </div>
        </div>
        <Panel
          title={t("rows.title", { measure: counted })}
          tools={<TermLinks terms={ROW_TERMS[counted]} />}
          aside={t("rows.first")}
          isFlush
        >
          {page.rows.length === 0 ? (
            <EmptyState reason={t("rows.empty")}>
              <Anchor href={base}>{t("rows.showAll")}</Anchor>
            </EmptyState>
          ) : (
            <RowsTable rows={page.rows} hubs={review.hubs} places={map.places} zone={session.timeZone} />
          )}
        </Panel>
        <Pager
          previousHref={cursor ? base + addressWith(address) : undefined}
          nextHref={page.nextCursor ? base + addressWith(address, { more: { cursor: page.nextCursor } }) : undefined}
        />
        <Definitions terms={HUB_TERMS} />
      </div>
    </PageWrap>
  );
}
