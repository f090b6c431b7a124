import { useTranslations } from "next-intl";
import type { ActionField } from "@/components/ui/form/action-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Option } from "@/components/ui/form/inputs";
import type { FormAction } from "@/domain/shared/form-state";

type Choice = "documents" | "providers" | "directions" | "modes";

/** The form's fields in their order: what each is called, and how it is drawn. */
const FIELDS = [
  { name: "ruleId", label: "name", help: "nameHelp", isRequired: true },
  { name: "document", label: "document", options: "documents", isRequired: true },
  { name: "provider", label: "provider", options: "providers", isRequired: true },
  { name: "fromDay", label: "fromDay", help: "fromHelp", isDay: true, isRequired: true },
  { name: "toDay", label: "toDay", help: "toHelp", isDay: true },
  { name: "directions", label: "directionField", options: "directions" },
  { name: "modes", label: "modes", options: "modes" },
  { name: "hubs", label: "hubs", help: "lists" },
  { name: "hsPrefixes", label: "hsPrefixes", help: "lists" },
  { name: "supervisionModes", label: "supervisionModes", help: "lists" },
  { name: "originCountries", label: "originCountries", help: "lists" },
  { name: "destinationCountries", label: "destinationCountries", help: "lists" },
  { name: "transitCountries", label: "transitCountries", help: "lists" },
  { name: "incoterms", label: "incoterms", help: "lists" },
  { name: "daysAhead", label: "daysAhead", help: "daysAheadHelp" },
  { name: "weightToleranceBps", label: "tolerance", help: "toleranceHelp" },
  { name: "source", label: "source", help: "sourceHelp", isRequired: true },
  { name: "noteEn", label: "noteEn", isRequired: true },
  { name: "noteZh", label: "noteZh", isRequired: true },
  { name: "noteRu", label: "noteRu" },
  { name: "noteVi", label: "noteVi" },
  { name: "noteKk", label: "noteKk" },
] as const;

type Drawn = {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly options?: Choice;
  readonly isDay?: boolean;
  readonly isRequired?: boolean;
};

type DocumentRuleFormProps = {
  readonly action: FormAction;
  readonly idempotencyKey: string;
  readonly options: Readonly<Record<Choice, readonly Option[]>>;
  readonly today: string;
};

/** Adds a dated row to the rules. Rows are never changed, so the form says what stands in the way and keeps what was typed. */
export function DocumentRuleForm({ action, idempotencyKey, options, today }: DocumentRuleFormProps) {
  const t = useTranslations("documents.rules");
  const fields = FIELDS.map((field: Drawn): ActionField => {
    const { name, isRequired } = field;
    const help = field.help ? t(field.help) : undefined;
    const common = { name, label: t(field.label), help, isRequired, span: "span-4" } as const;
    if (field.options) {
      const placeholder = isRequired ? undefined : t("any");
      return { ...common, kind: "select", options: options[field.options], placeholder };
    }
    if (field.isDay) return { ...common, kind: "day", min: today, initial: name === "fromDay" ? today : "" };
    return { ...common, kind: "text", maxLength: 300 };
  });
  return (
    <ActionForm
      id="document-rule"
      action={action}
      hidden={{ idempotencyKey }}
      fields={[...fields, { kind: "tick", name: "isForDangerousGoods", label: t("dangerous") }]}
      send={t("send")}
    />
  );
}
