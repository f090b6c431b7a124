import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { DeadLetterTable } from "@/components/admin/dead-letter-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { deadLetters, waitingEvents } from "@/server/notices/queries";
import { retryAction } from "./actions";

/** The events that were given up, each with its reason and another try, and how many wait their turn. */
export default async function DeliveriesPage() {
  const { actor, timeZone } = await requireAdministrator("deliveries.repair", "/admin/deliveries");
  const { database, clock } = platform();
  const found = await deadLetters(database.read, actor);
  const waiting = await waitingEvents(database.read, actor, clock());
  if (found === null || waiting === null) notFound();
  const [t, log, locale] = await Promise.all([
    getTranslations("admin.deliveries"),
    getTranslations("accounts.audit"),
    getLocale(),
  ]);
  return (
    <PageWrap>
      <ClientWords>
        <PageHead
          title={t("title")}
          sub={`${t("sub", { count: found.count })} ${t("waiting", waiting)}`}
          crumb={[{ label: log("title"), href: `/${locale}/admin/audit` }, { label: t("title") }]}
        />
        <Panel isFlush>
          {found.items.length > 0 ? (
            <DeadLetterTable rows={found.items} zone={timeZone} retry={retryAction} />
          ) : (
            <EmptyState reason={t("none")} detail={t("noneDetail")} />
          )}
        </Panel>
      </ClientWords>
    </PageWrap>
  );
}
