import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportedOrdersTable } from "@/components/exports/exported-orders";
import { amountText, monthName } from "@/components/hubs/share-figures";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor, ButtonLink, EmptyState } from "@/components/ui/blocks";
import { numberFormat } from "@/components/ui/format";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/table/pager";
import { EXPORTED_FILE_ROWS, exportedOrders } from "@/server/exports/queries/exported-orders";
import { recentExports } from "@/server/exports/queries/exports-review";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { exportsAddress, readExportsAddress, type SearchParams } from "../exports-address";
import { ExportsBar } from "../exports-bar";

type PageProps = { readonly searchParams: Promise<SearchParams> };

/** The orders that a figure of services exports counts, page by page and as a file. */
export default async function ExportedOrdersPage({ searchParams }: PageProps) {
  const session = await requireAdministrator("traffic.read", "/admin/exports/rows");
  const { database, clock } = platform();
  const now = clock();
  const params = await searchParams;
  const [t, locale] = [await getTranslations("exports"), await getLocale()];
  const address = readExportsAddress(params, now);
  const { definition: _, ...question } = address.question;
  const cursor = typeof params.cursor === "string" ? params.cursor : null;
  const page = await exportedOrders(database.read, session.actor, { ...question, cursor });
  const view = await recentExports(database.read, session.actor, address.question, now);
  if (!page || !view) notFound();
  const [review, here] = [`/${locale}/admin/exports`, exportsAddress(address)];
  const base = `${review}/rows`;
  const { rows, nextCursor, total } = page;
  const orders = t("orders", { count: total.count });
  const maximum = numberFormat(locale, {}).format(EXPORTED_FILE_ROWS);
  return (
    <PageWrap>
      <PageHead
        title={t("rows.title")}
        crumb={[{ label: t("title"), href: review + here }, { label: t("rows.title") }]}
        sub={t("rows.sub", { from: monthName(question.first, locale), to: monthName(question.last, locale) })}
        actions={
          total.count > 0 &&
          total.count <= EXPORTED_FILE_ROWS && (
            <ButtonLink href={`${base}/export${here}`} icon="download" download>
              {t("rows.export")}
            </ButtonLink>
          )
        }
      />
      <ExportsBar {...{ base, address }} countries={view.countries} corridors={view.allCorridors} />
      <div className="stack">
        <div className="rows-bar">
          <p className="rows-total">
            {t("rows.total", { orders, value: amountText(total.valueMinor, "value", locale) })}
          </p>
          {total.count > EXPORTED_FILE_ROWS && <p className="as-of">{t("rows.tooMany", { maximum })}</p>}
        </div>
        {rows.length === 0 ? (
          <EmptyState reason={t("empty")}>
            <Anchor href={base}>{t("showAll")}</Anchor>
          </EmptyState>
        ) : (
          <ExportedOrdersTable rows={rows} zone={session.timeZone} />
        )}
        <Pager
          previousHref={cursor ? base + here : undefined}
          nextHref={nextCursor ? base + exportsAddress(address, { cursor: nextCursor }) : undefined}
        />
      </div>
    </PageWrap>
  );
}
