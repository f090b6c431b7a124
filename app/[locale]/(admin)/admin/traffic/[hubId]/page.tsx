import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Definitions, HUB_TERMS, ROW_TERMS, TermLinks } from "@/components/admin/traffic/definitions";
import { FlowMap } from "@/components/admin/traffic/flow-map";
import { HubBoxes, HubCorridors, HubMonths } from "@/components/admin/traffic/hub-share";
import { HubTitle, hubNameOf } from "@/components/hubs/hub-title";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { firstDayOf, lastDayOf } from "@/domain/hubs/traffic";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { rowsBehind, rowsTotal } from "@/server/hubs/queries/traffic-rows";
import { trafficFlows, trafficReview } from "@/server/hubs/queries/traffic";
import { PeriodSwitch, TrafficBar, TrafficRefusals, periodWords } from "../traffic-bar";
import { keptSort, readRowsAddress } from "../rows-address";
import { RowsSection } from "../rows-section";
import { addressWith, readAddress, type SearchParams } from "../traffic-address";

type PageProps = { readonly params: Promise<{ hubId: string }>; readonly searchParams: Promise<SearchParams> };

/** One hub's part of the traffic, month by month and corridor by corridor, with every order or deal that it counts. */
export default async function HubTrafficPage({ params, searchParams }: PageProps) {
  const hubId = decodeURIComponent((await params).hubId);
  const session = await requireAdministrator("traffic.read", `/admin/traffic/${hubId}`);
  const { database, clock } = platform();
  const [now, search] = [clock(), await searchParams];
  const address = readAddress(search, now);
  const { measure, comparison: _, ...question } = address.question;
  const counted = measure === "deals" ? "deals" : "orders";
  const asked = readRowsAddress(search, counted);
  const { q, sort, cursor } = asked;
  const kept = keptSort(sort);
  const more = { ...kept, ...(q && { q }) };
  const [t, locale] = [await getTranslations("admin.traffic"), await getLocale()];
  const overview = `/${locale}/admin/traffic`;
  const base = `${overview}/${encodeURIComponent(hubId)}`;
  if (address.isSent) redirect(base + addressWith(address, { more }));
  const review = await trafficReview(database.read, session.actor, address.question, now);
  const hub = review?.hubs.get(hubId);
  if (!review || !hub) notFound();
  const filter = { ...question, counted, hub: { id: hubId }, q } as const;
  const page = await rowsBehind(database.read, session.actor, { ...filter, sort, cursor });
  const total = await rowsTotal(database.read, session.actor, { ...filter, now });
  const map = await trafficFlows(database.read, session.actor, { ...question, hubId });
  if (!page || !total || !map) notFound();
  const monthHref = (month: (typeof review.months)[number]["month"]) =>
    base + addressWith(address, { more, period: { from: firstDayOf(month), to: lastDayOf(month) } });
  const { from, to } = periodWords(review.period, locale);
  return (
    <PageWrap>
      <PageHead
        title={hubNameOf(hub, locale)}
        heading={<HubTitle hub={hub} />}
        crumb={[{ label: t("title"), href: overview + addressWith(address) }, { label: hubNameOf(hub, locale) }]}
        sub={t("filter.periodSet", { from, to })}
        actions={
          <>
            <PeriodSwitch base={base} address={address} more={more} />
            <Anchor href={`/${locale}/hubs/${encodeURIComponent(hubId)}`}>{t("hub.publicPage")}</Anchor>
          </>
        }
      />
      <TrafficBar base={base} address={address} corridors={review.allCorridors} kept={kept} q={q} />
      <div className="stack">
        <TrafficRefusals address={address} />
        <HubBoxes hubId={hubId} measure={measure} now={review.now} past={review.past} before={review.before} />
        <div className="traffic-grid">
          <HubMonths hubId={hubId} measure={measure} months={review.months} monthHref={monthHref} />
          <div className="stack self-start">
            <FlowMap title={t("hub.map")} {...map} view={review} onlyHubId={hubId} />
            <HubCorridors
              measure={measure}
              corridors={review.corridorsOfHub(hubId)}
              corridorHref={(corridor) => base + addressWith(address, { more, corridor })}
            />
          </div>
        </div>
        <Panel
          title={t("rows.title", { measure: counted })}
          tools={<TermLinks terms={ROW_TERMS[counted]} />}
          aside={t("rows.counts", { from, to })}
          isFlush
        >
          <RowsSection
            {...{ base, address, asked, counted, total }}
            {...page}
            hubs={review.hubs}
            places={map.places}
            zone={session.timeZone}
            exportPath={`${overview}/rows/export`}
            group={{}}
            exported={hubId}
          />
        </Panel>
        <Definitions terms={HUB_TERMS} />
      </div>
    </PageWrap>
  );
}
