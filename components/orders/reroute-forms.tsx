"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { AmountInput, TextArea } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { WordsField } from "@/components/ui/form/words-field";
import { Panel } from "@/components/ui/panel";
import type { Mode } from "@/domain/hubs/place";
import { REROUTE_WORDS_MAX } from "@/domain/orders/reroute";
import { type FormAction, valueOf } from "@/domain/shared/form-state";

type AskFormProps = {
  readonly action: FormAction;
  /** The deal, the hub, the currency of the contract and the key of the call. */
  readonly fields: Readonly<Record<"dealId" | "hubId" | "extraCurrency" | "idempotencyKey", string>>;
  /** What is asked for, by the plan of now. */
  readonly intro: string;
  readonly hub: string;
  readonly mode: Mode;
  readonly backHref: string;
};

const fieldId = (name: string) => `reroute-${name}`;

/** The second of two steps: one side of a deal's carriage asks the other to go by another hub. */
export function AskForm({ action, fields, intro, hub, mode, backHref }: AskFormProps) {
  const t = useTranslations("reroute.ask");
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <Panel title={t("title")} id="reroute">
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={fieldId} shows={["reason", "extra"]} />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{intro}</p>
        <p>{t("consequence", { hub, mode })}</p>
        <WordsField
          name="reason"
          id={fieldId("reason")}
          label={t("reason")}
          help={t("reasonHelp")}
          maxLength={REROUTE_WORDS_MAX}
          state={state}
        />
        <Field id={fieldId("extra")} label={t("extra")} help={t("extraHelp")} error={state?.fieldErrors.extra}>
          {(wired) => (
            <AmountInput
              {...wired}
              name="extra"
              unit={fields.extraCurrency}
              defaultValue={valueOf(state?.values, "extra")}
            />
          )}
        </Field>
        <div className="flow">
          <Button variant="primary" disabled={isSending}>
            {t("send", { hub })}
          </Button>
          <ButtonLink href={backHref} variant="quiet">
            {t("back")}
          </ButtonLink>
        </div>
      </form>
    </Panel>
  );
}

type AnswerFormProps = {
  readonly action: FormAction;
  readonly fields: Readonly<Record<"dealId" | "number" | "idempotencyKey", string>>;
};

/** The side that was asked agrees, or declines and says why. */
export function AnswerForm({ action, fields }: AnswerFormProps) {
  const t = useTranslations("reroute.panel");
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <form key={state?.key} action={submit} className="form-stack" noValidate>
      <FormProblems state={state} fieldId={fieldId} shows={["words"]} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field id={fieldId("words")} label={t("words")} help={t("wordsHelp")} error={state?.fieldErrors.words}>
        {(wired) => (
          <TextArea
            {...wired}
            name="words"
            maxLength={REROUTE_WORDS_MAX}
            defaultValue={valueOf(state?.values, "words")}
          />
        )}
      </Field>
      <div className="flow">
        <Button variant="primary" name="event" value="agree" disabled={isSending}>
          {t("agree")}
        </Button>
        <Button variant="danger" name="event" value="decline" disabled={isSending}>
          {t("decline")}
        </Button>
      </div>
    </form>
  );
}
