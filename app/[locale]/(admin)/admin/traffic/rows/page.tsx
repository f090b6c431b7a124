import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Definitions, ROW_TERMS, TermLinks } from "@/components/admin/traffic/definitions";
import { RowsTable } from "@/components/admin/traffic/rows-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor } from "@/components/ui/actions/anchor";
import { EmptyState } from "@/components/ui/page/empty-state";
import { PageHead } from "@/components/ui/page/page-head";
import { Pager } from "@/components/ui/table/pager";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { world } from "@/server/queries/network";
import { rowsBehind } from "@/server/queries/traffic/rows-behind";
import { readAddress, addressWith, type SearchParams } from "../traffic-address";
import { TrafficBar } from "../traffic-bar";
import { TrafficRefusals } from "../traffic-refusals";
import { periodWords } from "../period-words";
import { readRowsAddress } from "../rows-address";
import { corridorCodes } from "../corridor-codes";

type PageProps = { readonly searchParams: Promise<SearchParams> };

/** The orders or deals that a figure of the review counts. */
export default async function TrafficRowsPage({ searchParams }: PageProps) {
  const session = await requireAdministrator("traffic.read", "/admin/traffic/rows");
  const { database, clock } = platform();
  const params = await searchParams;
  const address = readAddress(params, clock());
  const { hub, cursor } = readRowsAddress(params);
  const [t, locale] = [await getTranslations("admin.traffic"), await getLocale()];
  const review = `/${locale}/admin/traffic`;
  const base = `${review}/rows`;
  if (address.isSent) redirect(base + addressWith(address, { more: { hub } }));
  const { measure, ...filter } = address.question;
  const counted = measure === "deals" ? "deals" : "orders";
  const page = await rowsBehind(database.read, session.actor, { ...filter, counted, hub, cursor });
  if (!page) notFound();
  const { hubs, places } = await world(database.read);
  const title = t(hub === "all" ? "rows.title" : hub === "border" ? "rows.titleBorder" : "rows.titleOther", {
    measure: counted,
  });
  const { from, to } = periodWords(address.question.period, locale);
  const next = page.nextCursor && addressWith(address, { more: { hub, cursor: page.nextCursor } });
  return (
    <PageWrap>
      <PageHead
        title={title}
        crumb={[{ label: t("title"), href: review + addressWith(address) }, { label: title }]}
        sub={`${t("filter.periodSet", { from, to })}. ${t("rows.first")}`}
      />
      <TrafficBar base={base} address={address} corridors={corridorCodes(places)} kept={{ hub }} isCompared={false} />
      <div className="stack">
        <TrafficRefusals address={address} />
        <TermLinks terms={ROW_TERMS[counted]} />
        {page.rows.length === 0 ? (
          <EmptyState reason={t("rows.empty")}>
            <Anchor href={base}>{t("rows.showAll")}</Anchor>
          </EmptyState>
        ) : (
          <RowsTable rows={page.rows} hubs={hubs} places={places} zone={session.timeZone} />
        )}
        <Pager
          previousHref={cursor ? base + addressWith(address, { more: { hub } }) : undefined}
          nextHref={next ? base + next : undefined}
        />
        <Definitions terms={ROW_TERMS[counted]} />
      </div>
    </PageWrap>
  );
}
