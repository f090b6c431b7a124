"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Select } from "@/components/ui/form/select";
import { WordsField } from "@/components/ui/form/words-field";
import { Panel } from "@/components/ui/panel";
import { DISPUTE_CODES, disputedSumOf } from "@/domain/disputes/dispute";
import { DISPUTE_WORDS_MAX } from "@/domain/disputes/dispute-schema";
import type { DisputedSum } from "@/domain/orders/dispute-ruling";
import type { Service } from "@/domain/shared/service";
import { type FormAction, valueOf } from "@/domain/shared/form-state";
import { EndingFields } from "./ending-fields";

type DisputeFormProps = {
  /** `settle` is an entry that has to offer an end: what may still be said once the time for evidence is over. */
  readonly kind: "open" | "entry" | "settle" | "decide";
  readonly action: FormAction;
  /** What the form is about: `orderId` or `disputeId`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
  /** What an ending shares; and of a dispute that is opened the order's service, by which it can be about a waiting charge. */
  readonly about?: DisputedSum;
  readonly service?: Service;
  readonly files?: readonly { readonly id: string; readonly name: string }[];
};

/** What an order of that service can be in dispute about: a waiting charge has a haul alone. */
const codesOf = (service: Service | undefined) =>
  DISPUTE_CODES.filter(
    (code) => code !== "waiting_charge" || (service !== undefined && disputedSumOf(code, service) === "waiting"),
  );

/** Opens a dispute, says something in it, offers its end, or decides it: the words, and where it belongs how it would end. */
export function DisputeForm({
  kind,
  action,
  fields,
  idempotencyKey,
  about = "price",
  service,
  files = [],
}: DisputeFormProps) {
  const t = useTranslations("disputes");
  const [state, submit, isSending] = useActionState(action, null);
  const fieldId = (name: string) => `${kind}-${name}`;
  const chosen = [state?.values.fileIds ?? []].flat();
  return (
    <Panel title={t(`form.${kind}.title`)} id={kind}>
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={fieldId} shows={["code", "words", "outcome", "sharePercent", "effect"]} />
        {Object.entries({ ...fields, idempotencyKey }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{t(`form.${kind}.lead`)}</p>
        {kind === "open" && (
          <Field id={fieldId("code")} label={t("form.code")} error={state?.fieldErrors.code} isRequired>
            {(wired) => (
              <Select
                {...wired}
                name="code"
                options={codesOf(service).map((value) => ({ value, label: t(`code.${value}`) }))}
                defaultValue={valueOf(state?.values, "code")}
              />
            )}
          </Field>
        )}
        {(kind === "settle" || kind === "decide") && (
          <EndingFields state={state} fieldId={fieldId} about={about} isRequired />
        )}
        <WordsField
          name="words"
          id={fieldId("words")}
          label={t(`form.${kind}.words`)}
          help={t(`form.${kind}.wordsHelp`)}
          maxLength={DISPUTE_WORDS_MAX}
          state={state}
        />
        {kind === "entry" && files.length > 0 && (
          <fieldset className="form-stack">
            <legend className="field-label">{t("form.files")}</legend>
            {files.map(({ id, name }) => (
              <Checkbox key={id} name="fileIds" value={id} label={name} defaultChecked={chosen.includes(id)} />
            ))}
          </fieldset>
        )}
        {kind === "entry" && (
          <fieldset>
            <legend className="field-label">{t("form.offer")}</legend>
            <EndingFields state={state} fieldId={fieldId} about={about} isRequired={false} />
          </fieldset>
        )}
        <div className="flow">
          <Button variant={kind === "entry" || kind === "settle" ? "primary" : "danger"} disabled={isSending}>
            {t(`form.${kind}.send`)}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
