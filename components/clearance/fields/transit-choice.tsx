"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/form/field";
import { type Option, Select } from "@/components/ui/form/select";
import { clearanceFieldId } from "../deed-form";
import type { Typed } from "../lines-form";

export type TransitChoices = {
  readonly countries: readonly Option[];
  readonly currencies: readonly string[];
  readonly country: string;
};

type TransitChoiceProps = { readonly choices: TransitChoices; readonly currency: string; readonly typed: Typed };

/** Through which country goods pass, and the currency that its customs reckon in. */
export function TransitChoice({ choices, currency, typed }: TransitChoiceProps) {
  const t = useTranslations("clearance.form");
  return (
    <div className="form-grid">
      <Field id={clearanceFieldId("country")} label={t("country")} error={typed.errors.country} isRequired>
        {(wired) => (
          <Select
            {...wired}
            name="country"
            placeholder={t("choose")}
            options={choices.countries}
            defaultValue={typed.kept("country", choices.country)}
          />
        )}
      </Field>
      <Field id={clearanceFieldId("currency")} label={t("currency")} error={typed.errors.currency} isRequired>
        {(wired) => (
          <Select
            {...wired}
            name="currency"
            options={choices.currencies.map((one) => ({ value: one, label: one }))}
            defaultValue={typed.kept("currency", currency)}
          />
        )}
      </Field>
    </div>
  );
}
