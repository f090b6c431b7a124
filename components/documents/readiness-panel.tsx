import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/actions/anchor";
import { Panel } from "@/components/ui/page/panel";
import type { DocumentsView } from "@/domain/documents/document-view";
import { ReadinessChip } from "./paper-state-chip";
import { ReadinessTable } from "./readiness-table";

/** The papers on the page of a deal or an order, with the way to all of them. */
export function ReadinessPanel({ view }: { readonly view: DocumentsView }) {
  const t = useTranslations("documents.readiness");
  const locale = useLocale();
  return (
    <Panel
      title={t("title")}
      id="papers"
      isFlush
      tools={<ReadinessChip readiness={view.readiness} />}
      aside={<Anchor href={`/${locale}/deals/${view.deal.id}/documents`}>{t("open")}</Anchor>}
    >
      <ReadinessTable view={view} />
    </Panel>
  );
}
