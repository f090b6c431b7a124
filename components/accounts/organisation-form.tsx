"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/form/field";
import { type Option, Select } from "@/components/ui/form/select";
import { TextArea } from "@/components/ui/form/inputs";
import type { FormAction } from "@/domain/shared/form-state";
import { FormShell, type Kept } from "./form-shell";
import { TextField } from "./text-field";

export type OrganisationValues = Readonly<
  Record<"nameOwn" | "nameLatin" | "country" | "city" | "registrationNumber" | "description", string>
>;

type OrganisationFormProps = {
  readonly action: FormAction;
  readonly countries: readonly Option[];
  readonly initial?: OrganisationValues;
  readonly send: string;
  readonly hidden?: Readonly<Record<string, string>>;
};

type PartProps = { readonly kept: Kept; readonly initial: OrganisationValues | undefined };

function Names({ kept, initial }: PartProps) {
  const t = useTranslations("accounts.organisation");
  return (
    <>
      <TextField
        kept={kept}
        name="nameOwn"
        label={t("nameOwn")}
        help={t("nameOwnHelp")}
        initial={initial?.nameOwn}
        autoComplete="organization"
        maxLength={120}
      />
      <TextField
        kept={kept}
        name="nameLatin"
        label={t("nameLatin")}
        initial={initial?.nameLatin}
        autoComplete="off"
        maxLength={120}
      />
    </>
  );
}

export function OrganisationForm({ action, countries, initial, send, hidden }: OrganisationFormProps) {
  const t = useTranslations("accounts.organisation");
  const choose = useTranslations("ui.field")("choose");
  return (
    <FormShell action={action} name="organisation" send={send} hidden={hidden}>
      {(kept) => (
        <div className="form-grid">
          <Names kept={kept} initial={initial} />
          <Field id={kept.id("country")} label={t("country")} error={kept.error("country")} isRequired>
            {(wiring) => (
              <Select
                {...wiring}
                name="country"
                placeholder={choose}
                options={countries}
                defaultValue={kept.value("country", initial?.country)}
              />
            )}
          </Field>
          <TextField kept={kept} name="city" label={t("city")} initial={initial?.city} maxLength={80} />
          <TextField
            kept={kept}
            name="registrationNumber"
            label={t("registrationNumber")}
            help={t("registrationHelp")}
            initial={initial?.registrationNumber}
            autoComplete="off"
            maxLength={40}
            className="span-12"
          />
          <Field
            id={kept.id("description")}
            label={t("description")}
            help={t("descriptionHelp")}
            error={kept.error("description")}
            className="span-12"
          >
            {(wiring) => (
              <TextArea
                {...wiring}
                name="description"
                maxLength={600}
                defaultValue={kept.value("description", initial?.description)}
              />
            )}
          </Field>
        </div>
      )}
    </FormShell>
  );
}
