import { useTranslations } from "next-intl";
import type { ActionField } from "@/components/ui/form/action-field";
import type { OfferedLate } from "@/domain/orders/delay/announced-reason";
import { LATE_WORDS_MAX } from "@/domain/services/work-reasons";
import { EARLY_REASON_MAX } from "@/domain/services/earliest";
import { type LateReason } from "@/domain/services/work-reasons";

/**
 * Why a step was done after it was due, of the reasons that a step of the order can have: asked only once a report was refused for want of it,
 * and then filled with what was announced before.
 */
export function useLateFields(
  reasons: readonly LateReason[],
  announced: OfferedLate | null = null,
): readonly ActionField[] {
  const t = useTranslations("services.late");
  return [
    {
      ...{ kind: "select", name: "lateReason", label: t("label"), help: t("help") },
      ...{ isRequired: true, isOnDemand: true, placeholder: t("choose") },
      options: reasons.map((value) => ({ value, label: t(`reason.${value}`) })),
      initial: announced?.reason,
    },
    {
      ...{ kind: "text", name: "lateWords", label: t("words"), help: t("wordsHelp") },
      ...{ maxLength: LATE_WORDS_MAX, isOnDemand: true, initial: announced?.words },
    },
  ];
}

/** Why a step came sooner than it can have: asked only once a report was refused for want of it. */
export function useEarlyField(): ActionField {
  const t = useTranslations("services.early");
  return {
    ...{ kind: "area", name: "earlyReason", label: t("label"), help: t("help") },
    ...{ maxLength: EARLY_REASON_MAX, isRequired: true, isOnDemand: true },
  };
}
