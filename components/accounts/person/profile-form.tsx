"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/form/field";
import { type Option, Select } from "@/components/ui/form/select";
import type { FormAction } from "@/domain/shared/form-state";
import { FormShell } from "../form-shell";
import { TextField } from "../text-field";

type ProfileFormProps = {
  readonly action: FormAction;
  readonly initial: { readonly name: string; readonly locale: string; readonly timeZone: string };
  readonly locales: readonly Option[];
  readonly timeZones: readonly string[];
};

export function ProfileForm({ action, initial, locales, timeZones }: ProfileFormProps) {
  const t = useTranslations("accounts");
  const zones = timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  return (
    <FormShell action={action} name="profile" send={t("account.save")}>
      {(kept) => (
        <div className="form-grid">
          <TextField
            kept={kept}
            name="name"
            label={t("field.name")}
            initial={initial.name}
            autoComplete="name"
            maxLength={80}
            className="span-12"
          />
          <Field id={kept.id("locale")} label={t("field.locale")} error={kept.error("locale")} isRequired>
            {(wiring) => (
              <Select {...wiring} name="locale" options={locales} defaultValue={kept.value("locale", initial.locale)} />
            )}
          </Field>
          <Field id={kept.id("timeZone")} label={t("field.timeZone")} error={kept.error("timeZone")} isRequired>
            {(wiring) => (
              <Select
                {...wiring}
                name="timeZone"
                options={zones}
                defaultValue={kept.value("timeZone", initial.timeZone)}
              />
            )}
          </Field>
        </div>
      )}
    </FormShell>
  );
}
