import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BoardsTable } from "@/components/admin/hub-tables";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { boardRows } from "@/server/hubs/queries/hubs";

/** The boards of all hubs, those with entries first, for who keeps them. */
export default async function BoardsPage() {
  const session = await requireAdministrator("board.change", "/admin/hubs");
  const { database, clock } = platform();
  const rows = await boardRows(database.read, session.actor, clock());
  if (!rows) notFound();
  const [t, locale] = await Promise.all([getTranslations("hub-board.admin"), getLocale()]);
  return (
    <PageWrap>
      <PageHead
        title={t("title")}
        sub={t("sub")}
        actions={
          <ButtonLink href={`/${locale}/hubs`} icon="gate">
            {t("public")}
          </ButtonLink>
        }
      />
      <Panel isFlush>
        <BoardsTable rows={rows} base={`/${locale}/admin/hubs`} zone={session.timeZone} />
      </Panel>
    </PageWrap>
  );
}
