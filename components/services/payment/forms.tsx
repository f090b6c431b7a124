import { useTranslations } from "next-intl";
import { COUNTRIES } from "@/domain/services/country";
import {
  CHANNELS,
  ESCROW_RELEASES,
  KYC_DOCUMENTS,
  REPORT_FREQUENCIES,
  RETURN_COST_BEARERS,
} from "@/domain/services/payment/choices";
import { CheckListField, SelectField, optionsOf } from "../choice-fields";
import { type FieldProps, type FieldsForm, type FieldsProps, controlOf, fieldOf, useFieldsForm } from "../fields-form";
import { FoldedFields } from "../folded-fields";
import { MoneyField, NumberField, TextField } from "../text-fields";
import { CURRENCIES } from "@/domain/shared/money";
import { DateTimeInput } from "@/components/ui/form/inputs";
import { Field } from "@/components/ui/form/field";
import type { ServiceForms } from "../screens";
import { PaymentSpecFields } from "./spec-fields";

const PAYOUT = [
  "fallbackChannel",
  "hoursToPayoutP90",
  "amountMax",
  "reportFrequency",
  "returnCostBorneBy",
  "returnDays",
  "escrowRelease",
];
const ONBOARDING = ["kycDocuments", "licenceNumber", "licenceCountry"];

type PayoutTermsFieldsProps = { readonly form: FieldsForm };

/** Where money goes if the channel fails, how much at once, what happens to money that comes back, and when held money is let go. */
function PayoutTermsFields({ form }: PayoutTermsFieldsProps) {
  const option = useTranslations("service-payment.option");
  const optionsFor = (group: string, values: readonly string[]) =>
    optionsOf(values, (value) => option(`${group}.${value}`));
  return (
    <FoldedFields form={form} fold="payout" names={PAYOUT}>
      <SelectField
        form={form}
        name="fallbackChannel"
        options={optionsFor("channel", form.choicesOf("fallbackChannel", CHANNELS))}
      />
      <NumberField form={form} name="hoursToPayoutP90" />
      <MoneyField form={form} name="amountMax" />
      <SelectField form={form} name="reportFrequency" options={optionsFor("reportFrequency", REPORT_FREQUENCIES)} />
      <SelectField
        form={form}
        name="returnCostBorneBy"
        options={optionsFor("returnCostBorneBy", RETURN_COST_BEARERS)}
        className="span-4"
      />
      <NumberField form={form} name="returnDays" className="span-4" />
      <SelectField
        form={form}
        name="escrowRelease"
        options={optionsFor("escrowRelease", ESCROW_RELEASES)}
        className="span-4"
      />
    </FoldedFields>
  );
}

/** What must be handed in before the first payment, and under which licence it is made. */
function OnboardingFields({ form }: PayoutTermsFieldsProps) {
  const words = useTranslations("services");
  const option = useTranslations("service-payment.option");
  return (
    <FoldedFields form={form} fold="onboarding" names={ONBOARDING}>
      <CheckListField
        form={form}
        name="kycDocuments"
        options={optionsOf(KYC_DOCUMENTS, (value) => option(`kycDocument.${value}`))}
        className="span-12"
      />
      <TextField form={form} name="licenceNumber" maxLength={60} />
      <SelectField
        form={form}
        name="licenceCountry"
        options={optionsOf(COUNTRIES, (value) => words(`country.${value}`))}
      />
    </FoldedFields>
  );
}

function TimeField(field: FieldProps) {
  return (
    <Field {...fieldOf(field)}>
      {(wiring) => <DateTimeInput zone={field.form.zone} {...controlOf(field)} {...wiring} />}
    </Field>
  );
}

const RATE = ["midRate", "midBase", "midAt", "midSource"];

function PaymentTermsFields(props: FieldsProps) {
  const form = useFieldsForm("payment", "terms", props);
  const option = useTranslations("service-payment.option");
  return (
    <>
      <SelectField
        form={form}
        name="channel"
        options={optionsOf(form.choicesOf("channel", CHANNELS), (value) => option(`channel.${value}`))}
      />
      <NumberField form={form} name="hoursToPayout" />
      <NumberField form={form} name="lockMinutes" />
      <TimeField form={form} name="expiresAt" />
      <FoldedFields form={form} fold="rate" names={RATE}>
        <TextField form={form} name="midRate" maxLength={24} className="span-4" />
        <SelectField form={form} name="midBase" options={optionsOf(CURRENCIES, String)} className="span-4" />
        <TimeField form={form} name="midAt" className="span-4" />
        <TextField form={form} name="midSource" maxLength={80} className="span-12" />
      </FoldedFields>
      <PayoutTermsFields form={form} />
      <OnboardingFields form={form} />
    </>
  );
}

export const paymentForms: ServiceForms = {
  SpecFields: PaymentSpecFields,
  TermsFields: PaymentTermsFields,
};
