import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { FeeForm } from "@/components/about/fee-form";
import { FeeHistory } from "@/components/about/fee-tables";
import { Panel } from "@/components/ui/blocks";
import { dayOf } from "@/domain/shared/time";
import { feeHistory } from "@/server/about/queries";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { newId, platform } from "@/server/platform/platform";
import { enterFeeAction } from "../actions";
import { SiteFrame } from "../site-frame";

/** The fees of the operator: every dated row, and a form for a new one. */
export default async function AdminFeesPage() {
  const session = await requireAdministrator("site.change", "/admin/fees");
  const { database, clock } = platform();
  const [rows, t] = await Promise.all([feeHistory(database.read, session.actor), getTranslations("about.fees")]);
  if (!rows) notFound();
  return (
    <SiteFrame current="fees">
      <Panel title={t("form.title")}>
        <ClientWords>
          <FeeForm action={enterFeeAction} idempotencyKey={newId()} today={dayOf(clock())} />
        </ClientWords>
      </Panel>
      <Panel title={t("history")} isFlush={rows.length > 0}>
        {rows.length > 0 ? <FeeHistory rows={rows} zone={session.timeZone} /> : <p>{t("none")}</p>}
      </Panel>
    </SiteFrame>
  );
}
