"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { type Option, Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/inputs";
import { LINK_DAYS, LINK_DAYS_MAX, PERSON_MAX } from "@/domain/field/link";
import type { FieldRole } from "@/domain/access/field-role";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

type LinkFormProps = {
  readonly action: FormAction;
  readonly orderId: string;
  readonly idempotencyKey: string;
  readonly roles: readonly FieldRole[];
  readonly languages: readonly Option[];
};

const fieldId = (name: string) => `field-link-${name}`;

/** Gives somebody without an account a link: who, in which language, for how long. */
export function LinkForm({ action, orderId, idempotencyKey, roles, languages }: LinkFormProps) {
  const t = useTranslations("field.link");
  const words = useTranslations("field.role");
  const [state, submit, isSending] = useActionState(action, null);
  const kept = (name: string, first = "") => (state ? valueOf(state.values, name) : first);
  const errors = state?.fieldErrors ?? {};
  return (
    <form key={state?.key} action={submit} className="form-stack" noValidate>
      <FormProblems state={state} fieldId={fieldId} shows={["role", "person", "locale", "days"]} />
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="idempotencyKey" value={state?.key ?? idempotencyKey} />
      <div className="form-grid">
        <Field id={fieldId("person")} label={t("person")} help={t("personHelp")} error={errors.person} isRequired>
          {(wired) => <TextInput {...wired} name="person" maxLength={PERSON_MAX} defaultValue={kept("person")} />}
        </Field>
        <Field id={fieldId("role")} label={t("role")} error={errors.role} isRequired>
          {(wired) => (
            <Select
              {...wired}
              name="role"
              options={roles.map((role) => ({ value: role, label: words(role) }))}
              defaultValue={kept("role", roles[0])}
            />
          )}
        </Field>
        <Field id={fieldId("locale")} label={t("language")} error={errors.locale} isRequired>
          {(wired) => (
            <Select {...wired} name="locale" options={languages} defaultValue={kept("locale", languages[0]?.value)} />
          )}
        </Field>
        <Field
          id={fieldId("days")}
          label={t("days")}
          help={t("daysHelp", { maximum: LINK_DAYS_MAX })}
          error={errors.days}
          isRequired
        >
          {(wired) => <TextInput {...wired} name="days" isNumber defaultValue={kept("days", String(LINK_DAYS))} />}
        </Field>
      </div>
      <div>
        <Button icon="plus" disabled={isSending}>
          {t("make")}
        </Button>
      </div>
    </form>
  );
}

/** Puts a text on the clipboard and says so; the text itself stands beside it for who has no script. */
export function CopyButton({ text }: { readonly text: string }) {
  const t = useTranslations("field.link");
  const [said, setSaid] = useState<"copied" | "notCopied" | null>(null);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setSaid("copied"),
      () => setSaid("notCopied"),
    );
  };
  return (
    <span className="flow">
      <Button type="button" size="small" icon="copy" onClick={copy}>
        {t("copy")}
      </Button>
      <span role="status">{said && t(said)}</span>
    </span>
  );
}
