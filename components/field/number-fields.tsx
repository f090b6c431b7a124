"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/inputs";
import { DECLARED_IN } from "@/domain/orders/document-numbers";
import type { EvidenceField } from "@/domain/services/evidence";

type NumberFieldsProps = {
  readonly fields: readonly EvidenceField[];
  /** The name of the field in its form. */
  readonly nameOf: (field: EvidenceField) => string;
  readonly idOf: (field: EvidenceField) => string;
  readonly kept: (field: EvidenceField) => string;
  /** Worded. */
  readonly errorOf: (field: EvidenceField) => string | undefined;
};

/** The numbers of seals, vehicles and papers, and the weight: as many as an order's service and mode of transport have. */
export function NumberFields({ fields, nameOf, idOf, kept, errorOf }: NumberFieldsProps) {
  const t = useTranslations("field.number");
  const help = useTranslations("field.numberHelp");
  return (
    <div className="form-grid">
      {fields.map((field) => (
        <Field
          key={field}
          id={idOf(field)}
          label={t(field)}
          help={help.has(field) ? help(field) : undefined}
          error={errorOf(field)}
        >
          {(wired) =>
            field === "declarationCountry" ? (
              <Select
                {...wired}
                name={nameOf(field)}
                placeholder={t("noCountry")}
                options={DECLARED_IN.map((country) => ({ value: country, label: t(`country.${country}`) }))}
                defaultValue={kept(field)}
              />
            ) : (
              <TextInput
                {...wired}
                name={nameOf(field)}
                maxLength={120}
                autoComplete="off"
                autoCapitalize="characters"
                inputMode={field === "grossWeight" ? "decimal" : undefined}
                defaultValue={kept(field)}
              />
            )
          }
        </Field>
      ))}
    </div>
  );
}
