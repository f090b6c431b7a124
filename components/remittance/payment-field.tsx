"use client";

import { useTranslations } from "next-intl";
import { AmountInput } from "@/components/ui/form/amount-input";
import { DateTimeInput } from "@/components/ui/form/date-time-input";
import { Field } from "@/components/ui/form/field";
import { type Option, Select } from "@/components/ui/form/select";
import { TextArea } from "@/components/ui/form/text-area";
import { TextInput } from "@/components/ui/form/text-input";
import { REFERENCE_KINDS } from "@/domain/remittance/payment-reference";
import type { PaymentDeed } from "@/domain/remittance/payment-view";
import { CHANNELS, RETURN_COST_BEARERS } from "@/domain/services/payment/choices";
import { REASONS_OF } from "./payment-kind";

const TIMES = ["occurredAt", "lockedAt", "expiresAt"];
const AMOUNTS = ["amount", "amountReturned", "cost", "rate"];
const CURRENCY_FIELDS = ["base", "amountCurrency", "amountReturnedCurrency", "costCurrency"];
const OPTIONAL = ["expiresAt", "words", "channel", "cost", "costBorneBy"];

export const paymentFieldId = (name: string): string => `remittance-${name}`;

type PaymentFieldProps = {
  readonly name: string;
  readonly kind: PaymentDeed;
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
export function PaymentField(props: PaymentFieldProps) {
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
