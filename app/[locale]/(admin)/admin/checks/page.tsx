import { getLocale, getTranslations } from "next-intl/server";
import { CheckQueue } from "@/components/accounts/check-queue";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { checkQueue } from "@/server/accounts/checks/queries";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";

export default async function ChecksPage() {
  const { actor, timeZone } = await requireAdministrator("organisations.review", "/admin/checks");
  const rows = await checkQueue(platform().database.read, actor);
  const [t, review, locale] = await Promise.all([
    getTranslations("accounts.check.queue"),
    getTranslations("accounts.review"),
    getLocale(),
  ]);
  const path = `/${locale}/admin`;
  return (
    <PageWrap>
      <PageHead
        title={t("title")}
        sub={t("sub")}
        actions={<ButtonLink href={`${path}/organisations`}>{review("title")}</ButtonLink>}
      />
      <Panel isFlush>
        {rows.length > 0 ? (
          <CheckQueue rows={rows} zone={timeZone} hrefOf={({ id }) => `${path}/checks/${id}`} />
        ) : (
          <EmptyState reason={t("none")} />
        )}
      </Panel>
    </PageWrap>
  );
}
