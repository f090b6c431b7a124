"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import type { Option } from "@/components/ui/form/inputs";
import { OwnTimeZone } from "@/components/ui/time/own-time-zone";
import type { FormAction } from "@/domain/shared/form-state";
import { useEmailField, useNewPasswordField } from "./account-forms";

type NewcomerFormProps = {
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
  readonly countries: readonly Option[];
  /** Where the goods begin or end, which is where most who send them are. */
  readonly initial: { readonly country: string; readonly city: string };
  readonly send: string;
};

/** Account and organisation in one step, for somebody who has something to publish. */
export function NewcomerForm({ action, hidden, countries, initial, send }: NewcomerFormProps) {
  const t = useTranslations("accounts");
  const choose = useTranslations("ui.field")("choose");
  const text = (name: "nameOwn" | "nameLatin" | "city" | "registrationNumber", maxLength: number) =>
    ({ kind: "text", name: `organisation.${name}`, label: t(`organisation.${name}`), maxLength }) as const;
  return (
    <ActionForm
      id="newcomer"
      action={action}
      hidden={hidden}
      lead={<OwnTimeZone />}
      fields={[
        {
          ...{ ...text("registrationNumber", 40), isRequired: true, help: t("organisation.registrationHelp") },
          input: { autoComplete: "off" },
        },
        {
          ...{ ...text("nameOwn", 120), isRequired: true, help: t("newcomer.nameOwnHelp") },
          input: { autoComplete: "organization" },
        },
        {
          ...{ kind: "select", name: "organisation.country", label: t("organisation.country"), isRequired: true },
          ...{ options: countries, placeholder: choose, initial: initial.country },
        },
        { ...text("city", 80), help: t("organisation.cityHelp"), initial: initial.city },
        { ...text("nameLatin", 120), help: t("newcomer.nameLatinHelp"), input: { autoComplete: "off" } },
        {
          ...{ kind: "text", name: "name", label: t("field.name"), isRequired: true, maxLength: 80 },
          ...{ input: { autoComplete: "name" } },
        },
        { ...useEmailField(), span: "span-6" },
        { ...useNewPasswordField("password", "password"), span: "span-6" },
      ]}
      send={send}
      isWide
    />
  );
}
