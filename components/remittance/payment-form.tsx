"use client";

import { useTranslations } from "next-intl";
import { AmountInput, DateTimeInput, TextArea, TextInput } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import { type Option, Select } from "@/components/ui/form/select";
import { REFERENCE_KINDS } from "@/domain/remittance/payment-reference";
import type { PaymentTransition } from "@/domain/remittance/payment-view";
import { CHANNELS, RETURN_COST_BEARERS } from "@/domain/services/payment/choices";
import { PAYMENT_FIELDS, REASONS_OF } from "./payment-transitions";
import { useActionState } from "react";
import { MilestoneFiles } from "@/components/files/milestone-files";
import { LATE_FIELDS, LateFields } from "@/components/services/late-fields";
import { SendBar } from "@/components/ui/form/form-actions";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Panel } from "@/components/ui/panel";
import { lateReasonsOf } from "@/domain/orders/late-reasons";
import { type FormAction, valueOf, valuesOf } from "@/domain/shared/form-state";

const TIMES = ["occurredAt", "lockedAt", "expiresAt"];
const AMOUNTS = ["amount", "amountReturned", "cost", "rate"];
const CURRENCY_FIELDS = ["base", "amountCurrency", "amountReturnedCurrency", "costCurrency"];
const OPTIONAL = ["expiresAt", "words", "channel", "cost", "costBorneBy"];

const paymentFieldId = (name: string): string => `remittance-${name}`;

type PaymentFieldProps = {
  readonly name: string;
  readonly kind: PaymentTransition;
  readonly value: string;
  readonly error: string | undefined;
  readonly currencies: readonly string[];
  readonly zoneName: string;
};

/** What a field may be chosen from; null where it is typed. */
function useOptions({ name, kind, currencies }: PaymentFieldProps): readonly Option[] | null {
  const t = useTranslations();
  const named = (values: readonly string[], key: string) =>
    values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  if (CURRENCY_FIELDS.includes(name)) return currencies.map((value) => ({ value, label: value }));
  switch (name) {
    case "reason":
      return named(REASONS_OF[kind] ?? [], `remittance.reason.${kind}`);
    case "channel":
      return named(CHANNELS, "service-payment.option.channel");
    case "referenceKind":
      return named(REFERENCE_KINDS, "remittance.referenceKind");
    case "costBorneBy":
      return named(RETURN_COST_BEARERS, "remittance.bearer");
    default:
      return null;
  }
}

/** One field of a deed on a payment, drawn as its name asks. */
function PaymentField(props: PaymentFieldProps) {
  const { name, value, error, zoneName } = props;
  const t = useTranslations("remittance.field");
  const options = useOptions(props);
  const isOptional = OPTIONAL.includes(name);
  const control = { name, defaultValue: value };
  return (
    <Field
      id={paymentFieldId(name)}
      label={t(`${name}.label`)}
      help={t.has(`${name}.help`) ? t(`${name}.help`) : undefined}
      error={error}
      isRequired={!isOptional}
      className={name === "words" ? "span-12" : ""}
    >
      {(wired) =>
        options ? (
          <Select
            {...wired}
            {...control}
            options={options}
            {...(isOptional || name === "reason" ? { placeholder: t("choose") } : {})}
          />
        ) : TIMES.includes(name) ? (
          <DateTimeInput {...wired} {...control} zone={zoneName} />
        ) : AMOUNTS.includes(name) ? (
          <AmountInput {...wired} {...control} />
        ) : name === "words" ? (
          <TextArea {...wired} {...control} maxLength={500} />
        ) : (
          <TextInput {...wired} {...control} maxLength={80} autoComplete="off" />
        )
      }
    </Field>
  );
}

export type PaymentFormProps = {
  readonly kind: PaymentTransition;
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

const ENDS: readonly PaymentTransition[] = ["return", "freeze", "recall"];

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
