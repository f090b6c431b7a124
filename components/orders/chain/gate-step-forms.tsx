"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SendBar } from "@/components/ui/form/form-actions";
import { DateInput, TextInput } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Panel } from "@/components/ui/panel";
import { WordsField } from "@/components/ui/form/words-field";
import { RELEASE_NUMBER_MAX, WAIVER_REASON_MAX } from "@/domain/orders/chain/waiver";
import { type FormAction, valueOf } from "@/domain/shared/form-state";
import { Button, ButtonLink } from "@/components/ui/button";

type ReleaseFormProps = {
  readonly action: FormAction;
  readonly dealId: string;
  /** What the gate waits for, as its key names it. */
  readonly need: string;
  readonly idempotencyKey: string;
  /** What the gate waits for and what goes on by the statement. */
  readonly consequence: string;
  /** Today at the market, the last day that a release can have. */
  readonly today: string;
  readonly backHref: string;
};

const releaseFieldId = (name: string) => `release-${name}`;
const SHOWN = ["number", "releasedOn", "reason"];

/** The buyer states a release of the customs, with the number that the customs gave it, its day and the reason. */
export function ReleaseForm(props: ReleaseFormProps) {
  const { action, dealId, need, idempotencyKey, consequence, today, backHref } = props;
  const t = useTranslations("chain.release");
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <Panel title={t("title")} id="release">
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={releaseFieldId} shows={SHOWN} />
        <input type="hidden" name="dealId" value={dealId} />
        <input type="hidden" name="need" value={need} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <p>{consequence}</p>
        <div className="form-grid">
          <Field
            id={releaseFieldId("number")}
            label={t("number")}
            help={t("numberHelp")}
            error={state?.fieldErrors.number}
            isRequired
          >
            {(wired) => (
              <TextInput
                {...wired}
                name="number"
                maxLength={RELEASE_NUMBER_MAX}
                autoComplete="off"
                defaultValue={valueOf(state?.values, "number")}
              />
            )}
          </Field>
          <Field
            id={releaseFieldId("releasedOn")}
            label={t("releasedOn")}
            error={state?.fieldErrors.releasedOn}
            isRequired
          >
            {(wired) => (
              <DateInput {...wired} name="releasedOn" max={today} defaultValue={valueOf(state?.values, "releasedOn")} />
            )}
          </Field>
        </div>
        <WordsField
          name="reason"
          id={releaseFieldId("reason")}
          label={t("reason")}
          help={t("reasonHelp")}
          maxLength={WAIVER_REASON_MAX}
          state={state}
        />
        <SendBar send={t("send")} variant="danger" isSending={isSending} back={{ href: backHref, words: t("back") }} />
      </form>
    </Panel>
  );
}

type WaiveFormProps = {
  readonly action: FormAction;
  readonly dealId: string;
  readonly gate: string;
  readonly idempotencyKey: string;
  /** What the gate waits for and what it holds. */
  readonly consequence: string;
  readonly backHref: string;
};

const waiverFieldId = (name: string) => `waive-${name}`;

/** The buyer opens a gate without what it waits for, and says why. */
export function WaiveForm({ action, dealId, gate, idempotencyKey, consequence, backHref }: WaiveFormProps) {
  const t = useTranslations("chain.waive");
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <Panel title={t("title")} id="waive">
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={waiverFieldId} shows={["reason"]} />
        <input type="hidden" name="dealId" value={dealId} />
        <input type="hidden" name="gate" value={gate} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <p>{consequence}</p>
        <WordsField
          name="reason"
          id={waiverFieldId("reason")}
          label={t("reason")}
          help={t("reasonHelp")}
          maxLength={WAIVER_REASON_MAX}
          state={state}
        />
        <div className="flow">
          <Button variant="danger" disabled={isSending}>
            {t("send")}
          </Button>
          <ButtonLink href={backHref} variant="quiet">
            {t("back")}
          </ButtonLink>
        </div>
      </form>
    </Panel>
  );
}
