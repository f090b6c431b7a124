import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReusedPhotosTable } from "@/components/inspections/reused-photos-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { EmptyState } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { reusedPhotos } from "@/server/inspections/queries";

/** Pictures of inspections that were sent twice. */
export default async function ReusedPhotosPage() {
  const { actor, timeZone } = await requireAdministrator("inspections.review", "/admin/inspections");
  const { database, clock } = platform();
  const rows = await reusedPhotos(database.read, { viewer: actor, now: clock() });
  if (!rows) notFound();
  const t = await getTranslations("inspections.admin");
  return (
    <PageWrap>
      <PageHead title={t("title")} sub={t("sub")} />
      {rows.length === 0 ? (
        <EmptyState reason={t("none")} detail={t("noneDetail")} />
      ) : (
        <ReusedPhotosTable rows={rows} zone={timeZone} />
      )}
    </PageWrap>
  );
}
