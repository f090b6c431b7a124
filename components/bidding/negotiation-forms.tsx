"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SendBar } from "@/components/ui/form/form-actions";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Panel } from "@/components/ui/panel";
import { type FormAction, valueOf } from "@/domain/shared/form-state";
import { AmountInput, TextArea, TextInput } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";

type AnswerFormProps = {
  readonly action: FormAction;
  readonly answer: "accept" | "decline";
  readonly ids: { readonly requestId: string; readonly bidId: string; readonly counterOfferId: string };
  readonly total: string;
  readonly backHref: string;
  readonly idempotencyKey: string;
};

/** The second of two steps to a yes or no: says what it binds to, then does it. */
export function AnswerForm({ action, answer, ids, total, backHref, idempotencyKey }: AnswerFormProps) {
  const t = useTranslations("negotiation.answer");
  const [state, submit, isSending] = useActionState(action, null);
  return (
    <Panel title={t(`${answer}.title`, { total })} id={answer}>
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={() => null} />
        <input type="hidden" name="requestId" value={ids.requestId} />
        <input type="hidden" name="bidId" value={ids.bidId} />
        <input type="hidden" name="counterOfferId" value={ids.counterOfferId} />
        <input type="hidden" name="answer" value={answer} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <p>{t(`${answer}.consequence`)}</p>
        <SendBar
          send={t(`${answer}.send`)}
          variant={answer === "decline" ? "danger" : "primary"}
          isSending={isSending}
          back={{ href: backHref, words: t("back") }}
        />
      </form>
    </Panel>
  );
}

/** A line of the last offer: what it is, and what stands in its field. */
export type CounterLine = {
  readonly name: string;
  readonly basis: string;
  readonly basisWords: string;
  readonly quantity: string;
  readonly price: string;
  /** In the field: the currency, or a percent sign. */
  readonly unit: string;
};

type CounterFormProps = {
  readonly action: FormAction;
  readonly ids: { readonly requestId: string; readonly bidId: string; readonly counterOfferId: string | null };
  readonly currency: string;
  readonly lines: readonly CounterLine[];
  readonly days: { readonly min: number; readonly max: number };
  /** Who writes: the buyer's counter-offer or the bidder's answer. */
  readonly side: "buyer" | "provider";
  readonly idempotencyKey: string;
};

const fieldId = (name: string) => `counter-${name.replace(/[^\w]+/g, "-")}`;

/** An offer across the table: every line with its price as it stands, to be changed where it should be another. */
export function CounterForm({ action, ids, currency, lines, days, side, idempotencyKey }: CounterFormProps) {
  const t = useTranslations("negotiation.form");
  const [state, submit, isSending] = useActionState(action, null);
  const kept = (name: string, first: string) => (state ? valueOf(state.values, name) : first);
  const errors = state?.fieldErrors ?? {};
  const names = [...lines.keys()].map((at) => `charges[${at}].price`);
  return (
    <Panel title={t(`${side}.title`)} id="counter">
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems
          state={state}
          fieldId={fieldId}
          shows={[...names, "transitDays.min", "transitDays.max", "note"]}
          labelOf={(name) => lines[names.indexOf(name)]?.name ?? null}
        />
        <input type="hidden" name="requestId" value={ids.requestId} />
        <input type="hidden" name="bidId" value={ids.bidId} />
        {ids.counterOfferId && <input type="hidden" name="counterOfferId" value={ids.counterOfferId} />}
        <input type="hidden" name="answer" value="answer" />
        <input type="hidden" name="currency" value={currency} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <p className="text-ink-2">{t(`${side}.lead`)}</p>
        <div className="form-grid">
          {lines.map((line, at) => (
            // Two lines may charge the same code twice, so its place names a line.
            <div key={`${at}-${line.name}`} className="span-6">
              <input type="hidden" name={`charges[${at}].basis`} value={line.basis} />
              <Field
                id={fieldId(`charges[${at}].price`)}
                label={line.name}
                help={line.quantity === "" ? line.basisWords : `${line.quantity} × ${line.basisWords}`}
                error={errors[`charges[${at}].price`]}
              >
                {(wired) => (
                  <AmountInput
                    {...wired}
                    name={`charges[${at}].price`}
                    unit={line.unit}
                    defaultValue={kept(`charges[${at}].price`, line.price)}
                  />
                )}
              </Field>
            </div>
          ))}
          {(["min", "max"] as const).map((end) => (
            <Field
              key={end}
              id={fieldId(`transitDays.${end}`)}
              label={t(`days.${end}`)}
              error={errors[`transitDays.${end}`]}
              className="span-3"
            >
              {(wired) => (
                <TextInput
                  {...wired}
                  name={`transitDays.${end}`}
                  inputMode="numeric"
                  defaultValue={kept(`transitDays.${end}`, String(days[end]))}
                />
              )}
            </Field>
          ))}
          <Field id={fieldId("note")} label={t("note")} help={t("noteHelp")} error={errors.note} className="span-12">
            {(wired) => <TextArea {...wired} name="note" maxLength={500} defaultValue={kept("note", "")} />}
          </Field>
        </div>
        <SendBar send={t(`${side}.send`)} icon="send" isSending={isSending} />
      </form>
    </Panel>
  );
}
