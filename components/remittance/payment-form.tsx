"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { MilestoneFiles } from "@/components/files/milestone-files";
import { LATE_FIELDS, LateFields } from "@/components/services/late/late-fields";
import { SendBar } from "@/components/ui/actions/send-bar";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Panel } from "@/components/ui/page/panel";
import { lateReasonsOf } from "@/domain/orders/late/reasons";
import { type FormAction, valueOf, valuesOf } from "@/domain/shared/form-state";
import type { PaymentDeed } from "@/domain/remittance/payment-view";
import { PaymentField, paymentFieldId } from "./payment-field";
import { PAYMENT_FIELDS } from "./payment-kind";

export type PaymentFormProps = {
  readonly kind: PaymentDeed;
  readonly action: FormAction;
  /** What is acted on. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string | number>>;
  /** What fields begin with. */
  readonly initial: Readonly<Record<string, string>>;
  readonly currencies: readonly string[];
  /** Who bears a return is asked only where the bid does not say. */
  readonly asksBearer: boolean;
  readonly zoneName: string;
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly backHref: string;
};

const ENDS: readonly PaymentDeed[] = ["return", "freeze", "recall"];

/** The second of two steps of a deed on a payment: says what follows, takes what is to be told, then does it. */
export function PaymentForm(props: PaymentFormProps) {
  const { kind, action, hidden, values, initial, currencies, asksBearer, zoneName, files, backHref } = props;
  const t = useTranslations("remittance.form");
  const [state, submit, isSending] = useActionState(action, null);
  const errors = state?.fieldErrors ?? {};
  const names = PAYMENT_FIELDS[kind].filter((name) => name !== "costBorneBy" || asksBearer);
  const mayBeLate = kind === "send" || kind === "receive";
  const drawn = names.filter((name) => name !== "fileIds");
  const kept = (name: string) => (state ? valueOf(state.values, name) : (initial[name] ?? ""));
  return (
    <Panel title={t(`${kind}.title`, values)} id="remittance-form">
      <form key={state?.key} action={submit} className="form-stack" noValidate>
        <FormProblems state={state} fieldId={paymentFieldId} shows={mayBeLate ? [...names, ...LATE_FIELDS] : names} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{t(`${kind}.consequence`, values)}</p>
        {drawn.length > 0 && (
          <div className="form-grid">
            {drawn.map((name) => (
              <PaymentField
                key={name}
                name={name}
                kind={kind}
                value={kept(name)}
                error={errors[name]}
                currencies={currencies}
                zoneName={zoneName}
              />
            ))}
          </div>
        )}
        {mayBeLate && (
          <LateFields reasons={lateReasonsOf("payment")} idOf={paymentFieldId} kept={kept} errors={errors} />
        )}
        {names.includes("fileIds") && (
          <MilestoneFiles
            id={paymentFieldId("fileIds")}
            files={files}
            chosen={valuesOf(state?.values, "fileIds")}
            error={errors.fileIds}
          />
        )}
        <SendBar
          send={t(`${kind}.send`, values)}
          variant={ENDS.includes(kind) ? "danger" : "primary"}
          isSending={isSending}
          back={{ href: backHref, words: t("back") }}
        />
      </form>
    </Panel>
  );
}
