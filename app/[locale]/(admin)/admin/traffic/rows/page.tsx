import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Definitions, ROW_TERMS, TermLinks } from "@/components/admin/traffic/definitions";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { referenceData } from "@/server/hubs/queries/network";
import { rowsBehind, rowsTotal } from "@/server/hubs/queries/traffic-rows";
import { readAddress, addressWith, type SearchParams } from "../traffic-address";
import { TrafficBar, TrafficRefusals, corridorCodes, periodWords } from "../traffic-bar";
import { keptSort, readRowsAddress } from "../rows-address";
import { RowsSection } from "../rows-section";

type PageProps = { readonly searchParams: Promise<SearchParams> };

/** The orders or deals that a figure of the review counts. */
export default async function TrafficRowsPage({ searchParams }: PageProps) {
  const session = await requireAdministrator("traffic.read", "/admin/traffic/rows");
  const { database, clock } = platform();
  const params = await searchParams;
  const now = clock();
  const address = readAddress(params, now);
  const { measure, comparison: _, ...question } = address.question;
  const counted = measure === "deals" ? "deals" : "orders";
  const asked = readRowsAddress(params, counted);
  const { hub, q, sort, cursor } = asked;
  const [t, locale] = [await getTranslations("admin.traffic"), await getLocale()];
  const review = `/${locale}/admin/traffic`;
  const base = `${review}/rows`;
  const kept = { hub, ...keptSort(sort) };
  if (address.isSent) redirect(base + addressWith(address, { more: { ...kept, ...(q && { q }) } }));
  const filter = { ...question, counted, hub, q } as const;
  const page = await rowsBehind(database.read, session.actor, { ...filter, sort, cursor });
  const total = await rowsTotal(database.read, session.actor, { ...filter, now });
  if (!page || !total) notFound();
  const { hubs, places } = await referenceData(database.read);
  const title = t(hub === "all" ? "rows.title" : hub === "border" ? "rows.titleBorder" : "rows.titleOther", {
    measure: counted,
  });
  const { from, to } = periodWords(address.question.period, locale);
  return (
    <PageWrap>
      <PageHead
        title={title}
        crumb={[{ label: t("title"), href: review + addressWith(address) }, { label: title }]}
        sub={t("rows.counts", { from, to })}
      />
      <TrafficBar
        base={base}
        address={address}
        corridors={corridorCodes(places)}
        kept={kept}
        isCompared={false}
        q={q}
      />
      <div className="stack">
        <TrafficRefusals address={address} />
        <TermLinks terms={ROW_TERMS[counted]} />
        <RowsSection
          {...{ base, address, asked, counted, total, hubs, places }}
          {...page}
          zone={session.timeZone}
          exportPath={`${base}/export`}
          group={{ hub }}
          exported={hub}
        />
        <Definitions terms={ROW_TERMS[counted]} />
      </div>
    </PageWrap>
  );
}
