import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/actions/anchor";
import { TimeText } from "@/components/ui/time/time-text";
import type { DraftRow } from "@/domain/deals/deal-view";

/** Postings that are still being written, the last touched first. */
export function DraftList({ drafts, zone }: { readonly drafts: readonly DraftRow[]; readonly zone: string }) {
  const t = useTranslations("deals.draft");
  const locale = useLocale();
  return (
    <ul className="form-stack">
      {drafts.map((draft) => (
        <li key={draft.id} className="flow">
          <Anchor href={`/${locale}/deals/drafts/${draft.id}`}>{draft.title || t("untitled")}</Anchor>
          <span className="text-sm text-ink-3">
            {t("touched")} <TimeText at={draft.updatedAt} zone={zone} />
          </span>
        </li>
      ))}
    </ul>
  );
}
