import { useTranslations } from "next-intl";
import type { ActionField } from "@/components/ui/form/action-field";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Option } from "@/components/ui/form/inputs";
import type { FormAction } from "@/domain/shared/form-state";

export type OrganisationValues = Readonly<
  Record<"nameOwn" | "nameLatin" | "country" | "city" | "registrationNumber" | "description", string>
>;

type OrganisationFormProps = {
  readonly action: FormAction;
  readonly countries: readonly Option[];
  readonly initial?: OrganisationValues;
  /** Where a new one most likely is. */
  readonly country?: string | null;
  /** What it would offer from now on, in words; null where nothing leads to that. */
  readonly offer?: string | null;
  readonly send: string;
  readonly hidden?: Readonly<Record<string, string>>;
};

export function OrganisationForm({ action, countries, initial, country, offer, send, hidden }: OrganisationFormProps) {
  const t = useTranslations("accounts.organisation");
  const choose = useTranslations("ui.field")("choose");
  const text = (name: keyof OrganisationValues, maxLength: number) =>
    ({ kind: "text", name, label: t(name), initial: initial?.[name], isRequired: true, maxLength }) as const;
  // A Chinese registration number says the city; the page of the organisation asks for it later.
  const asksCity = initial !== undefined || country !== "CN";
  const fields: readonly ActionField[] = [
    { ...text("nameOwn", 120), help: t("nameOwnHelp"), input: { autoComplete: "organization" } },
    {
      ...{ ...text("nameLatin", 120), isRequired: initial !== undefined, input: { autoComplete: "off" } },
      ...(initial ? {} : { help: t("nameLatinHelp") }),
    },
    {
      ...{ kind: "select", name: "country", label: t("country"), isRequired: true },
      ...{ options: countries, placeholder: choose, initial: initial?.country ?? country ?? undefined },
    },
    ...(asksCity ? [{ ...text("city", 80), isRequired: false, help: t("cityHelp") } as const] : []),
    {
      ...{ ...text("registrationNumber", 40), help: t("registrationHelp"), span: "span-12" },
      input: { autoComplete: "off" },
    },
    {
      ...{ kind: "area", name: "description", label: t("description"), help: t("descriptionHelp") },
      ...{ maxLength: 600, initial: initial?.description },
    },
    ...(offer ? [{ kind: "tick", name: "offers", label: t("offers"), detail: offer, initial: "on" } as const] : []),
  ];
  return <ActionForm id="organisation" action={action} hidden={hidden} fields={fields} send={send} />;
}
