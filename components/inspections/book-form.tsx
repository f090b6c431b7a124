import { useTranslations } from "next-intl";
import { useLateFields } from "@/components/services/late-fields";
import { ActionForm } from "@/components/ui/form/action-form";
import { lateReasonsOf } from "@/domain/orders/late-reasons";
import type { FormAction } from "@/domain/shared/form-state";

type BookFormProps = {
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
  readonly day: string;
  readonly inspector: string;
  readonly isAgain: boolean;
};

/** Who comes and when; with it the hash of the draw's seed is told. */
export function BookForm({ action, hidden, day, inspector, isAgain }: BookFormProps) {
  const t = useTranslations("inspections.book");
  return (
    <ActionForm
      id="book"
      action={action}
      hidden={hidden}
      fields={[
        { kind: "day", name: "plannedDay", label: t("day"), initial: day, isRequired: true },
        {
          ...{ kind: "text", name: "inspectorName", label: t("inspector"), help: t("inspectorHelp") },
          ...{ initial: inspector, isRequired: true, maxLength: 80 },
        },
        { kind: "tick", name: "isConfirmed", label: t("confirm"), detail: t("confirmDetail"), isOnDemand: true },
        { kind: "tick", name: "isEarly", label: t("early"), detail: t("earlyDetail"), isOnDemand: true },
        ...useLateFields(lateReasonsOf("inspection")),
      ]}
      send={t(isAgain ? "sendAgain" : "send")}
      icon="calendar"
    />
  );
}
