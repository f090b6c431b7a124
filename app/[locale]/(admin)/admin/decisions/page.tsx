import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { WastedTable } from "@/components/award/wasted-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { CARD_DAYS } from "@/domain/award/buyer-card";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { wastedByBuyer } from "@/server/award/queries/decisions";

/** What buyers left undecided, and what that cost those who bid. */
export default async function DecisionsPage() {
  const { actor } = await requireAdministrator("decisions.review", "/admin/decisions");
  const { database, clock } = platform();
  const rows = await wastedByBuyer(database.read, actor, clock());
  if (!rows) notFound();
  const [locale, t, review] = await Promise.all([
    getLocale(),
    getTranslations("decide.wasted"),
    getTranslations("requests"),
  ]);
  const sumOf = (of: "requests" | "bids") => rows.reduce((sum, row) => sum + row[of], 0);
  return (
    <PageWrap>
      <PageHead
        title={t("title")}
        crumb={[{ label: review("review.title"), href: `/${locale}/admin/review` }, { label: t("title") }]}
        sub={t("sub", { days: CARD_DAYS })}
      />
      {rows.length === 0 ? (
        <EmptyState reason={t("empty")} detail={t("emptyDetail")} />
      ) : (
        <Panel title={t("total", { bids: sumOf("bids"), requests: sumOf("requests") })} isFlush>
          <WastedTable rows={rows} />
        </Panel>
      )}
    </PageWrap>
  );
}
