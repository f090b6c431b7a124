import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportsAbout } from "@/components/exports/exports-about";
import { FunnelPanel } from "@/components/exports/exports-funnel";
import { ExportsBoxes, MonthsReview, type OrderLinks, PartsOfExports } from "@/components/exports/exports-review";
import { monthName } from "@/components/hubs/share-figures";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor, ButtonLink, EmptyState } from "@/components/ui/blocks";
import { numberFormat } from "@/components/ui/format";
import { PageHead } from "@/components/ui/page-head";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { countriesOfPair } from "@/domain/exports/trade";
import { isService } from "@/domain/shared/vocabulary";
import { recentExports, recentFunnel } from "@/server/exports/queries/exports-review";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { exportsAddress, type ExportsAddress, readExportsAddress, type SearchParams } from "./exports-address";
import { ExportsBar } from "./exports-bar";

/** Where each figure opens to its orders, with the same filters. */
function orderLinks(base: string, address: ExportsAddress): OrderLinks {
  const rows = (change?: Parameters<typeof exportsAddress>[1]) => `${base}/rows${exportsAddress(address, change)}`;
  return {
    all: rows(),
    ofMonth: (month) => rows({ month }),
    ofKind: (kind) => rows({ service: isService(kind) ? kind : null }),
    ofPair: (pair) => rows(countriesOfPair(pair)),
    ofCorridor: (corridor) => rows({ corridor }),
  };
}

type PageProps = { readonly searchParams: Promise<SearchParams> };

/** Services exports of whole months: value and share, by kind, country pair and corridor, and new providers on their way to foreign buyers. */
export default async function ExportsReviewPage({ searchParams }: PageProps) {
  const session = await requireAdministrator("traffic.read", "/admin/exports");
  const { database, clock } = platform();
  const now = clock();
  const [t, locale] = [await getTranslations("exports"), await getLocale()];
  const address = readExportsAddress(await searchParams, now);
  const view = await recentExports(database.read, session.actor, address.question, now);
  const funnel = await recentFunnel(database.read, session.actor, now);
  if (!view || !funnel) notFound();
  const base = `/${locale}/admin/exports`;
  const links = orderLinks(base, address);
  const ms = numberFormat(locale, { maximumFractionDigits: 0 }).format(Math.max(1, Math.round(view.readMs)));
  return (
    <PageWrap>
      <PageHead
        title={t("title")}
        sub={t("reviewSub", { from: monthName(view.first, locale), to: monthName(view.last, locale) })}
        actions={
          <>
            <ButtonLink href={`/${locale}/services-exports`}>{t("publicPage")}</ButtonLink>
            <ButtonLink href={`${base}/export${exportsAddress(address)}`} icon="download" download>
              {t("csv")}
            </ButtonLink>
          </>
        }
      />
      <ExportsBar {...{ base, address }} countries={view.countries} corridors={view.allCorridors} />
      <AsMarkup kept={{ of: view, as: JSON.stringify([locale, address, funnel.from]) }}>
        <div className="stack">
          <ExportsBoxes {...{ view, links }} />
          {view.exported.count === 0 ? (
            <EmptyState reason={t("empty")}>
              <Anchor href={base}>{t("showAll")}</Anchor>
            </EmptyState>
          ) : (
            <>
              <MonthsReview {...{ view, links }} />
              <PartsOfExports {...{ view, links }} />
            </>
          )}
          <FunnelPanel funnel={funnel} />
          <ExportsAbout definition={view.definition} isPublic={false} />
          <p className="as-of">{t("foot", { ms })}</p>
        </div>
      </AsMarkup>
    </PageWrap>
  );
}
