import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { HubClocks } from "@/components/hubs/board/hub-clocks";
import { HubLegs, HubPlaces } from "@/components/hubs/board/hub-lists";
import { HubWaits } from "@/components/hubs/board/hub-waits";
import { HubTitle } from "@/components/hubs/hub-title";
import { hubNameOf } from "@/components/hubs/hub-name-of";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor } from "@/components/ui/actions/anchor";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { listFormat, numberFormat } from "@/components/ui/figures/intl-cache";
import { PageHead } from "@/components/ui/page/page-head";
import { Panel } from "@/components/ui/page/panel";
import { type WaybillBox, WaybillGrid } from "@/components/ui/turn/waybill-grid";
import { dayOf } from "@/domain/shared/local-date";
import { platform } from "@/server/platform/platform";
import { type HubPage, hubPage } from "@/server/queries/hubs";

type PageProps = { readonly params: Promise<{ hubId: string }> };

const readHub = async (params: PageProps["params"]) => {
  const { database, clock } = platform();
  const now = clock();
  return { hub: await hubPage(database.read, decodeURIComponent((await params).hubId), now), now };
};

/** The numbered boxes of a hub: kind, neighbours, modes, wait, clock, requests. */
async function boxesOf(hub: HubPage, now: number, locale: string): Promise<WaybillBox[]> {
  const t = await getTranslations("hubs.page");
  const [kinds, modes] = [await getTranslations("hubs.kind"), await getTranslations("hubs.mode")];
  const board = await getTranslations("hubs.board");
  const country = new Intl.DisplayNames(locale, { type: "region" });
  const list = (words: readonly string[]) => listFormat(locale).format(words);
  const hours = numberFormat(locale, { maximumFractionDigits: 1 });
  const waits = hub.waits.map((wait) => board("waitBy", { mode: modes(wait.mode), hours: hours.format(wait.hours) }));
  const isEstimate = hub.waits.some((wait) => wait.isEstimate);
  const requests = t("requestsLink", { count: hub.openRequests });
  const href = `/${locale}/requests?hub=${encodeURIComponent(hub.id)}`;
  return [
    { number: 1, label: t("kind"), value: kinds(hub.kind) },
    { number: 2, label: t("neighbours"), value: list(hub.countries.map((code) => country.of(code) ?? code)) },
    { number: 3, label: t("modes"), value: list(hub.modes.map((mode) => modes(mode))) },
    {
      number: 4,
      label: t("wait"),
      value: waits.length > 0 ? list(waits) : board("noWait"),
      detail: waits.length > 0 && (isEstimate ? board("estimate") : hub.waits[0]?.source),
    },
    { number: 5, label: t("clock"), value: <HubClocks clocks={hub.clocks} at={now} /> },
    {
      number: 6,
      label: t("requests"),
      value: hub.openRequests > 0 ? <Anchor href={href}>{requests}</Anchor> : requests,
    },
  ];
}

/** One hub, readable without an account. */
export default async function PublicHubPage({ params }: PageProps) {
  const { hub, now } = await readHub(params);
  if (!hub) notFound();
  const [t, board, locale] = [
    await getTranslations("hubs.page"),
    await getTranslations("hubs.board"),
    await getLocale(),
  ];
  const name = hubNameOf(hub, locale);
  const sources = [...new Set(hub.waitsByMode.flatMap(({ months }) => months.map((wait) => wait.source)))];
  const isEstimate = hub.waitsByMode.some(({ months }) => months.some((wait) => wait.isEstimate));
  return (
    <PageWrap>
      <PageHead
        title={name}
        heading={<HubTitle hub={hub} />}
        crumb={[{ label: board("allPorts"), href: `/${locale}/hubs` }, { label: name }]}
        actions={
          <ButtonLink href={`/${locale}/hubs/plan?hub=${encodeURIComponent(hub.id)}`} variant="primary" icon="route">
            {t("plan", { hub: name })}
          </ButtonLink>
        }
      />
      <div className="stack">
        <WaybillGrid columns={3} boxes={await boxesOf(hub, now, locale)} />
        <div className="hub-grid">
          <Panel title={t("waits")} isFlush={hub.waitsByMode.length > 0}>
            {hub.waitsByMode.length === 0 ? (
              <p>{t("noWaits")}</p>
            ) : (
              <>
                <HubWaits waitsByMode={hub.waitsByMode} month={Number(dayOf(now).slice(5, 7))} />
                <p className="hub-waits-source">
                  {t("waitsLead")} {isEstimate ? t("estimateWord") : t("source", { source: sources.join("; ") })}
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
