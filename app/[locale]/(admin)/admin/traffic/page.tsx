import { FirstVisit } from "@/app/first-visit";
import { Sentences } from "@/components/ui/words";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Definitions } from "@/components/admin/traffic/definitions";
import { TermLink } from "@/components/admin/traffic/terms";
import { FlowMap } from "@/components/admin/traffic/flow-map";
import { RecountNote } from "@/components/admin/traffic/recount-note";
import { ChangePanel, HubsPanel, type RowLinks, ShareBoxes, TimePanel } from "@/components/admin/traffic/share-panels";
import { CorridorsPanel, ServicesPanel } from "@/components/admin/traffic/share-splits";
import { amountText } from "@/components/hubs/share-figures";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor, ButtonLink, EmptyState } from "@/components/ui/blocks";
import { numberFormat } from "@/components/ui/format";
import { PageHead } from "@/components/ui/page-head";
import { formatTime, zoneName } from "@/components/ui/time/format-time";
import { AsMarkup } from "@/components/ui/written/as-markup";
import type { HubShare, TrafficPeriod } from "@/domain/hubs/traffic";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { recentReview, recountTraffic } from "@/server/hubs/queries/traffic";
import { PeriodSwitch, TrafficBar, TrafficRefusals, periodWords } from "./traffic-bar";
import { readAddress, addressWith, type SearchParams, type TrafficAddress } from "./traffic-address";

/** Where each figure of the review opens to its rows, with the same filters. */
function rowLinks(base: string, address: TrafficAddress, before: TrafficPeriod): RowLinks {
  const rows = (hub: string, change: Parameters<typeof addressWith>[1] = {}) =>
    `${base}/rows${addressWith(address, { ...change, more: { hub } })}`;
  return {
    all: rows("all"),
    border: rows("border"),
    other: rows("other"),
    past: rows("border", { period: before, comparison: "before" }),
    ofHub: (hubId) => `${base}/${encodeURIComponent(hubId)}${addressWith(address)}`,
    ofCorridor: (corridor) => rows("all", { corridor }),
    ofService: (service) => rows("all", { service }),
  };
}

type PageProps = { readonly searchParams: Promise<SearchParams> };

/** What is no value of providers, in whole yuan: all of it, and what went through border ports. */
function passedThrough(hubs: readonly HubShare[], locale: string) {
  const sum = (some: readonly HubShare[]) =>
    amountText(
      some.reduce((all, hub) => all + hub.passThroughMinor, 0n),
      "value",
      locale,
    );
  return { amount: sum(hubs), border: sum(hubs.filter(({ isBorderHub }) => isBorderHub)) };
}

/** The review of the share: what it is, how far from the line, how it moved and why, and where the orders run. */
export default async function TrafficPage({ searchParams }: PageProps) {
  const session = await requireAdministrator("traffic.read", "/admin/traffic");
  const { database, clock } = platform();
  const now = clock();
  const [t, locale] = [await getTranslations("admin.traffic"), await getLocale()];
  const address = readAddress(await searchParams, now);
  const { question } = address;
  const base = `/${locale}/admin/traffic`;
  if (address.isSent) redirect(base + addressWith(address));
  const shown = await recentReview(database.read, session.actor, question, now);
  if (!shown) notFound();
  const { review, map } = shown;
  const recount = address.isRecount ? await recountTraffic(database.read, session.actor, question.period) : null;
  const links = rowLinks(base, address, review.before);
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 0 }).format(value);
  const at = `${formatTime(shown.at, { locale, zone: session.timeZone, hasYear: true })} ${zoneName(shown.at, session.timeZone, locale)}`;
  const isEmpty = review.now.wholeAmount === 0n;
  return (
    <PageWrap>
      <PageHead
        title={t("title")}
        sub={t(`sub.${question.measure}`, periodWords(review.period, locale))}
        actions={
          <>
            <PeriodSwitch base={base} address={address} />
            <ButtonLink href={`${base}/export${addressWith(address)}`} icon="download" download>
              {t("csv")}
            </ButtonLink>
          </>
        }
      />
      <FirstVisit note="traffic" />
      <TrafficBar base={base} address={address} corridors={review.allCorridors} />
      <AsMarkup
        {...(recount === null && { kept: { of: shown, as: JSON.stringify([locale, session.timeZone, address]) } })}
      >
        <div className="stack">
          <TrafficRefusals address={address} />
          {recount && <RecountNote recount={recount} />}
          <ShareBoxes
            view={review}
            links={links}
            recount={<Anchor href={base + addressWith(address, { more: { check: "1" } })}>{t("recount")}</Anchor>}
          />
          <p className="as-of">
            <Sentences>
              {t("term.lineShort")}
              <TermLink term="line">{t("term.lineMore")}</TermLink>
            </Sentences>
          </p>
          {question.measure === "value" && !isEmpty && (
            <p className="as-of">
              <Sentences>
                {t("passThrough", passedThrough(review.now.hubs, locale))}
                <TermLink term="passThrough">{t("term.name.passThrough")}</TermLink>
              </Sentences>
            </p>
          )}
          {isEmpty && (
            <EmptyState reason={t("empty")}>
              <Anchor href={base + addressWith(address, { preset: "12m" })}>{t("emptyWay")}</Anchor>
            </EmptyState>
          )}
          <div className="traffic-grid">
            <TimePanel view={review} />
            <ChangePanel view={review} />
            {!isEmpty && <HubsPanel view={review} links={links} />}
            <div className="stack self-start">
              <FlowMap title={t("panel.map")} {...map} view={review} />
              {review.services.length > 0 && <ServicesPanel view={review} links={links} />}
            </div>
          </div>
          {!isEmpty && <CorridorsPanel view={review} links={links} />}
          <Definitions />
          <p className="as-of">{t("foot", { ms: number(Math.max(1, Math.round(review.readMs))), at })}</p>
        </div>
      </AsMarkup>
    </PageWrap>
  );
}
