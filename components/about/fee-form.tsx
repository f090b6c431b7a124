import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import { FEE_BASIS_NAMES, FEE_PAYERS } from "@/domain/about/fee";
import { FEE_NOTE_MAX } from "@/domain/about/new-fee";
import { CURRENCIES } from "@/domain/shared/money";
import type { FormAction } from "@/domain/shared/form-state";

type FeeFormProps = { readonly action: FormAction; readonly idempotencyKey: string; readonly today: string };

/** Says what is charged from a day on; zero ends what was charged. Rows are never changed. */
export function FeeForm({ action, idempotencyKey, today }: FeeFormProps) {
  const t = useTranslations("about.fees");
  const number = { kind: "text", isNumber: true, maxLength: 40, span: "span-3" } as const;
  return (
    <ActionForm
      id="fee"
      action={action}
      hidden={{ idempotencyKey }}
      lead={t("form.lead")}
      fields={[
        {
          ...{
            kind: "select",
            name: "payer",
            label: t("payer"),
            isRequired: true,
            span: "span-3",
            initial: "provider",
          },
          options: FEE_PAYERS.map((value) => ({ value, label: t(`by.${value}`) })),
        },
        {
          ...{ kind: "select", name: "basis", label: t("basis"), isRequired: true, span: "span-6" },
          options: FEE_BASIS_NAMES.map((value) => ({ value, label: t(`on.${value}`) })),
          initial: FEE_BASIS_NAMES[0],
        },
        {
          ...{ kind: "day", name: "validFrom", label: t("from"), help: t("form.fromHelp"), isRequired: true },
          ...{ span: "span-3", min: today, initial: today },
        },
        { ...number, name: "percent", label: t("form.percent"), help: t("form.percentHelp") },
        { ...number, name: "amount", label: t("form.amount"), help: t("form.amountHelp") },
        {
          ...{ kind: "select", name: "currency", label: t("form.currency"), span: "span-3", initial: "CNY" },
          options: CURRENCIES.map((value) => ({ value, label: value })),
        },
        { kind: "text", name: "noteEn", label: t("form.noteEn"), maxLength: FEE_NOTE_MAX, span: "span-6" },
        { kind: "text", name: "noteZh", label: t("form.noteZh"), maxLength: FEE_NOTE_MAX, span: "span-6" },
        { kind: "text", name: "noteRu", label: t("form.noteRu"), maxLength: FEE_NOTE_MAX, span: "span-6" },
        { kind: "text", name: "noteVi", label: t("form.noteVi"), maxLength: FEE_NOTE_MAX, span: "span-6" },
        { kind: "text", name: "noteKk", label: t("form.noteKk"), maxLength: FEE_NOTE_MAX, span: "span-6" },
      ]}
      send={t("form.send")}
    />
  );
}
