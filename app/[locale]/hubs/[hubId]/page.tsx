import { PublicPageHead } from "@/app/found/public-head";
import { ServicesHere } from "@/components/about/service-links";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { saidOfHub } from "../said";
import { offeredWays } from "@/server/about/offered-ways";
import { clauseGapOf, Sentences } from "@/components/ui/words";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClosureTable, HubClocks, HubNow } from "@/components/hubs/outlook-panel";
import { HubLegs, HubPlaces, HubWaits } from "@/components/hubs/hub-facts";
import { ModePanel } from "@/components/hubs/mode-panel";
import { HubTitle, hubNameOf } from "@/components/hubs/hub-title";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor, ButtonLink, Panel } from "@/components/ui/blocks";
import { listFormat, regionNames } from "@/components/ui/format";
import { type WaybillBox, WaybillGrid } from "@/components/ui/waybill-grid";
import { mayEver } from "@/domain/access/policy";
import { CROSSINGS_DAYS } from "@/domain/hubs/board/crossing-times";
import { dayOf, MARKET_ZONE } from "@/domain/shared/time";
import { currentSession } from "@/server/platform/identity/session";
import { platform } from "@/server/platform/platform";
import { hubBoard, hubPage } from "@/server/hubs/queries/hubs";
import type { HubPage } from "@/views/hubs";

type PageProps = { readonly params: Promise<{ hubId: string }> };

const readHub = async (params: PageProps["params"]) => {
  const { database, clock } = platform();
  const now = clock();
  const hubId = decodeURIComponent((await params).hubId);
  const session = await currentSession();
  return {
    hub: await hubPage(database.read, hubId, now),
    board: await hubBoard(database.read, hubId, now),
    offers: [...(await offeredWays(database.read, now)).values()],
    now,
    zone: session?.timeZone ?? MARKET_ZONE,
    mayEnter: session !== null && mayEver(session.actor, "board.change"),
  };
};

/** The numbered boxes of a hub: kind, neighbours, modes, wait, clock, requests. */
async function boxesOf(hub: HubPage, at: { now: number; zone: string }, locale: string): Promise<WaybillBox[]> {
  const t = await getTranslations("hubs.page");
  const [kinds, modes] = [await getTranslations("hubs.kind"), await getTranslations("hubs.mode")];
  const board = await getTranslations("hub-board.list");
  const country = regionNames(locale);
  const list = (words: readonly string[]) => listFormat(locale).format(words);
  const requests = t("requestsLink", { count: hub.openRequests });
  const href = `/${locale}/requests?hub=${encodeURIComponent(hub.id)}`;
  return [
    { number: 1, label: t("kind"), value: kinds(hub.kind) },
    { number: 2, label: t("neighbours"), value: list(hub.countries.map((code) => country.of(code) ?? code)) },
    { number: 3, label: t("modes"), value: list(hub.modes.map((mode) => modes(mode))) },
    {
      number: 4,
      label: board("now"),
      value: <HubNow now={hub.now} zone={at.zone} />,
    },
    { number: 5, label: t("clock"), value: <HubClocks clocks={hub.clocks} at={at.now} /> },
    {
      number: 6,
      label: t("requests"),
      value: hub.openRequests > 0 ? <Anchor href={href}>{requests}</Anchor> : requests,
    },
  ];
}

/** One hub, readable without an account. */
export default async function PublicHubPage({ params }: PageProps) {
  const { hub, board, offers, now, zone, mayEnter } = await readHub(params);
  if (!hub || !board) notFound();
  const [t, list, words, common, watch, locale] = await Promise.all([
    getTranslations("hubs.page"),
    getTranslations("hubs.board"),
    getTranslations("hub-board"),
    getTranslations("common"),
    getTranslations("notices.watch"),
    getLocale(),
  ]);
  const name = hubNameOf(hub, locale);
  const byMonth = hub.waitsByMode.filter(({ basis }) => basis === "months").flatMap(({ months }) => months);
  const sources = [...new Set(byMonth.map((wait) => wait.source))];
  const isEstimate = byMonth.some((wait) => wait.isEstimate);
  return (
    <PageWrap>
      <PublicPageHead
        path={`/hubs/${hub.id}`}
        picture={`/hub/${hub.id}`}
        title={name}
        heading={<HubTitle hub={hub} />}
        description={await saidOfHub(hub, common("description.hub", { hub: name }))}
        crumb={[{ label: list("allPorts"), href: `/${locale}/hubs` }, { label: name }]}
        actions={
          <>
            {mayEnter && (
              <ButtonLink href={`/${locale}/admin/hubs/${encodeURIComponent(hub.id)}`} icon="pencil">
                {words("admin.state")}
              </ButtonLink>
            )}
            <ButtonLink href={`/${locale}/saved?watch=hub.${encodeURIComponent(hub.id)}`}>{watch("do")}</ButtonLink>
            <ButtonLink href={`/${locale}/hubs/plan?hub=${encodeURIComponent(hub.id)}`} variant="primary" icon="route">
              {t("plan", { hub: name })}
            </ButtonLink>
          </>
        }
      />
      <div className="stack">
        <WaybillGrid columns={3} boxes={await boxesOf(hub, { now, zone }, locale)} />
        <AsMarkup>
          <ServicesHere offers={offers.filter(({ way }) => way === hub.id)} />
        </AsMarkup>
        {board.closures.length > 0 && (
          <Panel title={words("outlook.closures")} id="closures" isFlush>
            <ClosureTable closures={board.closures} hub={hub} zone={zone} />
          </Panel>
        )}
        {board.modes.map((of) => (
          <ModePanel key={of.mode} board={board} of={of} zone={zone} />
        ))}
        <div className="hub-grid">
          <Panel title={t("waits")} isFlush={hub.waitsByMode.length > 0}>
            {hub.waitsByMode.length === 0 ? (
              <p>{t("noWaits")}</p>
            ) : (
              <>
                <HubWaits waitsByMode={hub.waitsByMode} month={Number(dayOf(now).slice(5, 7))} />
                <p className="hub-waits-source">
                  <Sentences>
                    {t("waitsLead")}
                    {byMonth.length > 0 &&
                      (isEstimate ? t("estimateWord") : t("source", { source: sources.join(clauseGapOf(locale)) }))}
                    {hub.waitsByMode.map(
                      ({ mode, basis }) =>
                        basis !== "months" && t(`waitsBasis.${basis}`, { mode, days: CROSSINGS_DAYS }),
                    )}
                  </Sentences>
                </p>
              </>
            )}
          </Panel>
          <Panel title={t("places")} isFlush>
            <HubPlaces places={hub.places} />
          </Panel>
        </div>
        <Panel title={t("legs")} isFlush>
          <HubLegs legs={hub.legs} placeOf={hub.placeOf} />
        </Panel>
      </div>
    </PageWrap>
  );
}
