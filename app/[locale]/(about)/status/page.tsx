import { PublicPageHead } from "@/app/found/public-head";
import { getTranslations } from "next-intl/server";
import { StatusList } from "@/components/about/status-list";
import { PageWrap } from "@/components/shell/page-wrap";
import { TimeText } from "@/components/ui/time/time-text";
import { MARKET_ZONE } from "@/domain/shared/time";
import { marketStatus } from "@/server/api/market-status";
import { currentSession } from "@/server/platform/identity/session";

// Asked for anew each time: an answer of the build would say that all is well.
export const dynamic = "force-dynamic";

/** How this site does right now, for anybody. */
export default async function StatusPage() {
  const [{ parts, waitMinutes, mails, at }, t, session] = await Promise.all([
    marketStatus(),
    getTranslations("about.status"),
    currentSession(),
  ]);
  const isWell = Object.values(parts).every((state) => state === "well" || state === "none");
  return (
    <PageWrap>
      <PublicPageHead path="/status" title={t("title")} sub={t(isWell ? "well" : "troubled")} />
      <StatusList parts={parts} waitMinutes={waitMinutes} mails={mails} />
      <p className="mt-3 text-sm text-ink-2">
        {t.rich("asOf", { at: () => <TimeText at={at} zone={session?.timeZone ?? MARKET_ZONE} hasYear /> })}
      </p>
    </PageWrap>
  );
}
