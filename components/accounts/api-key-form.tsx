"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/form/inputs";
import { Field, FieldError } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import type { Scope } from "@/domain/access/roles";
import { type FormAction, valuesOf } from "@/domain/shared/form-state";
import { FormShell } from "./form-shell";
import { TextField } from "./text-field";

type KeyFormProps = {
  readonly action: FormAction;
  /** What the maker may give. */
  readonly scopes: readonly Scope[];
};

const LIVES_DAYS = [30, 90, 365] as const;

export function KeyForm({ action, scopes }: KeyFormProps) {
  const t = useTranslations("accounts");
  const lives = [
    ...LIVES_DAYS.map((days) => ({ value: String(days), label: t("keys.lifeDays", { days }) })),
    { value: "none", label: t("keys.lifeNone") },
  ];
  return (
    <FormShell action={action} name="key" send={t("keys.send")}>
      {(kept) => (
        <>
          <div className="form-grid">
            <TextField
              kept={kept}
              name="name"
              label={t("keys.name")}
              help={t("keys.nameHelp")}
              autoComplete="off"
              maxLength={60}
            />
            <Field id={kept.id("life")} label={t("keys.life")} error={kept.error("life")} isRequired>
              {(wiring) => <Select {...wiring} name="life" options={lives} defaultValue={kept.value("life", "365")} />}
            </Field>
          </div>
          <fieldset className="field" aria-describedby={kept.error("scopes") ? "key-scopes-error" : undefined}>
            <legend className="field-label">{t("keys.scopes")}</legend>
            <div className="check-columns">
              {scopes.map((scope, index) => (
                <Checkbox
                  key={scope}
                  id={index === 0 ? kept.id("scopes") : undefined}
                  name="scopes"
                  value={scope}
                  label={t(`scope.${scope}`)}
                  detail={scope}
                  defaultChecked={valuesOf(kept.state?.values, "scopes").includes(scope)}
                />
              ))}
            </div>
            <FieldError id="key-scopes-error">{kept.error("scopes")}</FieldError>
          </fieldset>
        </>
      )}
    </FormShell>
  );
}
