import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/form/action-form";
import { RowKeys } from "@/components/ui/form/row-keys";
import { formatTime } from "@/components/ui/time/format-time";
import type { FormAction } from "@/domain/shared/form-state";
import type { DraftRow } from "@/views/deals";

type DiscardDraftsProps = {
  readonly action: FormAction;
  readonly drafts: readonly DraftRow[];
  readonly zone: string;
  /** The key of the call. */
  readonly callKey: string;
  /** What is said where none is left. */
  readonly nothingLeft: ReactNode;
};

/** Drafts of postings, of which those that are chosen are thrown away. */
export function DiscardDrafts({ action, drafts, zone, callKey, nothingLeft }: DiscardDraftsProps) {
  const t = useTranslations("deals.draft");
  const locale = useLocale();
  const touched = (at: number) => t("touchedAt", { time: formatTime(at, { locale, zone, shape: "full" }) });
  return (
    <RowKeys>
      <ActionForm
        id="drafts"
        action={action}
        hidden={{ idempotencyKey: callKey }}
        fields={[
          {
            ...{ kind: "checks", name: "draftIds", label: t("which"), chosen: [] },
            options: drafts.map(({ id, title, updatedAt }) => ({
              ...{ value: id, label: title || t("untitled"), detail: touched(updatedAt) },
            })),
          },
        ]}
        {...(drafts.length === 0 && { nothingLeft })}
        send={t("discardChosen")}
        variant="danger"
        icon="trash-2"
      />
    </RowKeys>
  );
}
