import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { OperatorPanel } from "@/components/about/operator-panel";
import { OperatorForm } from "@/components/about/site-forms";
import { Panel } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import { operatorNow } from "@/server/about/site-texts";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { newId, platform } from "@/server/platform/platform";
import { enterOperatorAction } from "../actions";
import { SiteFrame } from "../site-frame";

/** Who runs this, as everybody reads it, and a form to say it anew. */
export default async function AdminOperatorPage() {
  const session = await requireAdministrator("site.change", "/admin/operator");
  const { read } = platform().database;
  const [operator, t] = await Promise.all([operatorNow(read), getTranslations("about.contact")]);
  const at = () => operator && <TimeText at={operator.enteredAt} zone={session.timeZone} hasYear />;
  return (
    <SiteFrame current="operator">
      <OperatorPanel operator={operator} />
      {operator && (
        <p className="as-of">{t.rich("enteredBy", { name: operator.enteredBy ?? t("unknownPerson"), at })}</p>
      )}
      <Panel title={t("form.title")}>
        <ClientWords>
          <OperatorForm action={enterOperatorAction} idempotencyKey={newId()} initial={operator} />
        </ClientWords>
      </Panel>
    </SiteFrame>
  );
}
