import { useTranslations } from "next-intl";
import type { ActionField } from "@/components/ui/form/action-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Option } from "@/components/ui/form/inputs";
import type { FormAction } from "@/domain/shared/form-state";

type Text = "hsPrefix" | "percent" | "unitPrice" | "valueFrom";
type Choice = "country" | "charge" | "method" | "unitCurrency" | "unit";

type DutyFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly options: Readonly<Record<Choice, readonly Option[]>>;
  /** What stands there before anything was typed. */
  readonly initial: Readonly<Record<string, string>>;
};

/** Enters one dated rate. Which fields it needs goes by its method. Rates are never changed, so the form says what stands in the way and keeps what was typed. */
export function DutyForm({ action, idempotencyKey, options, initial }: DutyFormProps) {
  const t = useTranslations("duties.form");
  const common = (name: Text | Choice | "validFrom" | "source") => {
    const help = t.has(`${name}.help`) ? t(`${name}.help`) : undefined;
    return { name, label: t(`${name}.label`), help, initial: initial[name], span: "span-3" } as const;
  };
  const choice = (name: Choice, placeholder?: string): ActionField => ({
    ...{ ...common(name), kind: "select", options: options[name], placeholder, isRequired: placeholder === undefined },
  });
  const text = (name: Text): ActionField => ({
    ...{ ...common(name), kind: "text", isNumber: true, maxLength: 40, input: { autoComplete: "off" } },
  });
  return (
    <ActionForm
      id="duty"
      action={action}
      hidden={{ idempotencyKey }}
      fields={[
        choice("country"),
        choice("charge"),
        text("hsPrefix"),
        choice("method"),
        text("percent"),
        { ...common("validFrom"), kind: "day", isRequired: true },
        { ...common("source"), kind: "text", maxLength: 200, isRequired: true, span: "span-6" },
        {
          ...{ kind: "group", name: "byUnit", label: t("byUnit"), isFolded: true },
          fields: [
            text("unitPrice"),
            choice("unitCurrency", t("ofTheCountry")),
            choice("unit", t("none")),
            text("valueFrom"),
          ],
        },
        { kind: "tick", name: "isConfirmed", label: t("confirm") },
      ]}
      send={t("send")}
    />
  );
}
