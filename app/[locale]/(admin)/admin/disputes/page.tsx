import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DisputeTable } from "@/components/disputes/dispute-panel";
import { PageWrap } from "@/components/shell/page-wrap";
import { EmptyState } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { escalatedDisputes } from "@/server/disputes/queries";

/** What parties could not settle among themselves. */
export default async function DisputesPage() {
  const { actor, timeZone } = await requireAdministrator("disputes.review", "/admin/disputes");
  const { database, clock } = platform();
  const now = clock();
  const rows = await escalatedDisputes(database.read, actor, now);
  if (!rows) notFound();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("disputes.admin")]);
  return (
    <PageWrap>
      <PageHead title={t("title")} sub={t("sub")} />
      {rows.length === 0 ? (
        <EmptyState reason={t("none")} detail={t("noneDetail")} />
      ) : (
        <DisputeTable rows={rows} zone={timeZone} now={now} hrefOf={({ id }) => `/${locale}/admin/disputes/${id}`} />
      )}
    </PageWrap>
  );
}
