"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SendBar } from "@/components/ui/form/form-actions";
import { DateTimeInput, TextArea } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { type Option, Select } from "@/components/ui/form/select";
import { Panel } from "@/components/ui/panel";
import { REASON_MAX } from "@/domain/requests/reasons";
import { type FormAction, valueOf } from "@/domain/shared/form-state";
import type { DecideFormKind } from "./decide-form-kind";

export type DecideFormProps = {
  readonly kind: DecideFormKind;
  readonly action: FormAction;
  /** What is acted on. */
  readonly fields: Readonly<Record<string, string>>;
  /** What its words are filled with. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly codes?: readonly Option[];
  /** A clock time in the reader's zone, which is named in the field. */
  readonly time?: { readonly name: "decideBy" | "validUntil"; readonly initial: string; readonly zoneName: string };
  readonly backHref: string;
};

const ENDS: readonly DecideFormKind[] = ["disqualify", "uphold", "reject"];
const WORDLESS: readonly DecideFormKind[] = ["accept", "prolong"];
const fieldId = (name: string) => `decide-${name}`;

/** The second of two steps of a decision: says what follows, takes the reason or the time, then does it. */
export function DecideForm({ kind, action, fields, values = {}, codes, time, backHref }: DecideFormProps) {
  const t = useTranslations("decide.form");
  const [state, submit, isSending] = useActionState(action, null);
  const errors = state?.fieldErrors ?? {};
  return (
    <Panel title={t(`${kind}.title`, values)} id="decide-form">
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={fieldId} shows={["code", "words", "decideBy", "validUntil"]} />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{t(`${kind}.consequence`, values)}</p>
        {codes && (
          <Field id={fieldId("code")} label={t("code")} error={errors.code} isRequired>
            {(wired) => (
              <Select
                {...wired}
                name="code"
                options={codes}
                placeholder={t("choose")}
                defaultValue={valueOf(state?.values, "code")}
              />
            )}
          </Field>
        )}
        {time && (
          <Field id={fieldId(time.name)} label={t(time.name)} error={errors[time.name]} isRequired>
            {(wired) => (
              <DateTimeInput
                {...wired}
                name={time.name}
                zone={time.zoneName}
                defaultValue={valueOf(state?.values, time.name) || time.initial}
              />
            )}
          </Field>
        )}
        {!WORDLESS.includes(kind) && (
          <Field id={fieldId("words")} label={t("words")} help={t(`${kind}.help`)} error={errors.words} isRequired>
            {(wired) => (
              <TextArea {...wired} name="words" maxLength={REASON_MAX} defaultValue={valueOf(state?.values, "words")} />
            )}
          </Field>
        )}
        <SendBar
          send={t(`${kind}.send`)}
          variant={ENDS.includes(kind) ? "danger" : "primary"}
          isSending={isSending}
          back={{ href: backHref, words: t("back") }}
        />
      </form>
    </Panel>
  );
}
