"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/blocks";
import { Field, TextArea } from "@/components/ui/form/inputs";
import { FormProblems } from "@/components/ui/form/form-actions";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

type PasteFormProps = {
  readonly action: FormAction;
  /** The draft that the text becomes. */
  readonly draftId: string;
  /** Days such as "tomorrow" are reckoned in it. */
  readonly zone: string;
  readonly lettersMax: number;
  /** Whose model is sent the text; null where rules read alone. */
  readonly modelHost: string | null;
};

/** One box for whatever people have: a message, a mail, a packing list out of a table. */
export function PasteForm({ action, draftId, zone, lettersMax, modelHost }: PasteFormProps) {
  const t = useTranslations("clerk.paste");
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <form key={state?.key} action={submit} className="grid gap-3" noValidate>
      <FormProblems state={state} fieldId={(name) => (name === "text" ? "clerk-text" : null)} />
      <input type="hidden" name="draftId" value={draftId} />
      <input type="hidden" name="zone" value={zone} />
      <Field id="clerk-text" label={t("label")} help={t("help")} error={state?.fieldErrors.text} isRequired>
        {(wiring) => (
          <TextArea
            {...wiring}
            name="text"
            rows={6}
            maxLength={lettersMax}
            defaultValue={state ? valueOf(state.values, "text") : ""}
          />
        )}
      </Field>
      <div className="flow">
        <Button icon="file-text" disabled={isSending}>
          {t("send")}
        </Button>
        <span className="text-sm text-ink-3">
          {modelHost === null ? t("byRules") : t("withModel", { host: modelHost })}
        </span>
      </div>
    </form>
  );
}
