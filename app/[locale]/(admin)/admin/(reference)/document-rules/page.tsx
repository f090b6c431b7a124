import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { DocumentRuleForm } from "@/components/admin/document-rule-form";
import { DocumentRuleTable } from "@/components/admin/document-rule-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/blocks";
import { DIRECTIONS } from "@/domain/shared/vocabulary";
import { DOCUMENT_KINDS, DOCUMENT_PARTIES } from "@/domain/services/document-kind";
import { MODES } from "@/domain/hubs/place";
import { dayOf } from "@/domain/shared/time";
import { newId, platform } from "@/server/platform/platform";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { documentRulesView } from "@/server/documents/queries";
import { enterDocumentRuleAction } from "../actions";

/** The rules of documents: every dated row with its conditions and source, and a form for a new one. */
export default async function DocumentRulesPage() {
  const session = await requireAdministrator("rules.change", "/admin/document-rules");
  const { database, clock } = platform();
  const now = clock();
  const rows = await documentRulesView(database.read, session.actor, now);
  if (!rows) notFound();
  const [t, mode] = await Promise.all([getTranslations("documents"), getTranslations("services.mode")]);
  const options = {
    documents: DOCUMENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
    providers: DOCUMENT_PARTIES.map((value) => ({ value, label: t(`party.${value}`) })),
    directions: DIRECTIONS.map((value) => ({ value, label: t(`rules.direction.${value}`) })),
    modes: MODES.map((value) => ({ value, label: mode(value) })),
  };
  return (
    <PageWrap>
      <PageHead title={t("rules.title")} sub={t("rules.sub")} />
      <div className="stack">
        <Panel isFlush>
          <DocumentRuleTable rows={rows} />
        </Panel>
        <Panel title={t("rules.enter")}>
          <ClientWords>
            <DocumentRuleForm
              action={enterDocumentRuleAction}
              idempotencyKey={newId()}
              options={options}
              today={dayOf(now)}
            />
          </ClientWords>
        </Panel>
      </div>
    </PageWrap>
  );
}
