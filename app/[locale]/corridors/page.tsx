import { PublicPageHead } from "@/app/found/public-head";
import { getLocale, getTranslations } from "next-intl/server";
import { PaymentWays } from "@/components/about/service-links";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { isCorridor } from "@/domain/about/service-figures";
import { offeredWays } from "@/server/about/offered-ways";
import { CorridorDrawing } from "@/components/remittance/corridor-drawing";
import { CorridorTable } from "@/components/remittance/corridor-health";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Note, Panel } from "@/components/ui/blocks";
import { DateText } from "@/components/ui/time/time-text";
import { HEALTH_DAYS, ORDERS_MIN, PROVIDERS_MIN } from "@/domain/remittance/corridor-health";
import { dayOf } from "@/domain/shared/time";
import { platform } from "@/server/platform/platform";
import { recentCorridors } from "@/server/remittance/rate-queries";

const WAYS_SHOWN = 8;

/** How money fares on each corridor, from the market's own orders; readable without an account. */
export default async function CorridorsPage() {
  const { database, clock } = platform();
  const now = clock();
  const [{ corridors: shown, suppressed, suppressedSendings }, t, shell, locale] = [
    await recentCorridors(database.read, now),
    await getTranslations("remittance.corridor"),
    await getTranslations("shell"),
    await getLocale(),
  ];
  const paid = [...(await offeredWays(database.read, now)).values()].filter(({ service }) => service === "payment");
  const offers = paid.filter(({ way }) => isCorridor(way)).sort((a, b) => b.providers - a.providers);
  const limits = { orders: ORDERS_MIN, providers: PROVIDERS_MIN };
  const aside = (
    <>
      {t("period", { days: HEALTH_DAYS })} · <DateText day={dayOf(now)} hasYear />
    </>
  );
  return (
    <PageWrap>
      <PublicPageHead
        path="/corridors"
        picture="/corridors"
        title={t("title")}
        sub={t("sub", { days: HEALTH_DAYS })}
        actions={<ButtonLink href={`/${locale}/services-exports`}>{shell("nav.exports")}</ButtonLink>}
      />
      <div className="stack">
        {shown.length > 0 ? (
          <>
            <AsMarkup>
              <Panel title={t("drawn")} aside={aside} isFlush>
                <CorridorDrawing corridors={shown} suppressedSendings={suppressedSendings} />
              </Panel>
            </AsMarkup>
            <Panel title={t("caption")} aside={aside} isFlush>
              <CorridorTable corridors={shown} caption={t("caption")} />
            </Panel>
          </>
        ) : (
          <Panel isFlush>
            <EmptyState reason={t("empty")} detail={t("tooFew", limits)}>
              <ButtonLink href={`/${locale}/requests?service=payment`}>{t("toRequests")}</ButtonLink>
            </EmptyState>
          </Panel>
        )}
        <AsMarkup>
          <PaymentWays offers={offers.slice(0, WAYS_SHOWN)} />
        </AsMarkup>
        {suppressed > 0 && (
          <Note>{t("suppressed", { ...limits, count: suppressed, payments: suppressedSendings })}</Note>
        )}
        <p className="text-sm text-ink-2">{t("how")}</p>
      </div>
    </PageWrap>
  );
}
