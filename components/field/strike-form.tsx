import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Option } from "@/components/ui/form/inputs";
import { STRIKE_REASON_MAX } from "@/domain/field/strike";
import type { FormAction } from "@/domain/shared/form-state";

type StrikeFormProps = {
  readonly action: FormAction;
  readonly orderId: string;
  readonly idempotencyKey: string;
  /** The reports that stand, each by its step, time and person. */
  readonly reports: readonly Option[];
};

/** Strikes a report that came by a link and was wrong: which, and why. */
export function StrikeForm({ action, reports, ...hidden }: StrikeFormProps) {
  const t = useTranslations("field.strike");
  return (
    <ActionForm
      id="strike"
      action={action}
      hidden={hidden}
      lead={t("lead")}
      fields={[
        {
          ...{ kind: "select", name: "reportId", label: t("report"), isRequired: true },
          ...{ options: reports, placeholder: t("choose") },
        },
        { kind: "area", name: "reason", label: t("reason"), maxLength: STRIKE_REASON_MAX, isRequired: true },
      ]}
      send={t("send")}
      variant="danger"
    />
  );
}
