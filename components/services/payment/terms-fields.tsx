import { useTranslations } from "next-intl";
import { CHANNELS } from "@/domain/services/payment/choices";
import { CURRENCIES } from "@/domain/shared/money";
import { SelectField } from "../fields/choice/select-field";
import { type FieldsProps, useFieldsForm } from "../fields/fields-form";
import { FoldedFields } from "../fields/folded-fields";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { TextField } from "../fields/text-field";
import { OnboardingFields, PayoutTermsFields } from "./payout-terms-fields";
import { DateTimeInput } from "@/components/ui/form/date-time-input";
import { Field } from "@/components/ui/form/field";
import { controlOf, type FieldProps, fieldOf } from "../fields/fields-form";

function TimeField(field: FieldProps) {
  return (
    <Field {...fieldOf(field)}>
      {(wiring) => <DateTimeInput zone={field.form.zone} {...controlOf(field)} {...wiring} />}
    </Field>
  );
}

const RATE = ["midRate", "midBase", "midAt", "midSource"];

export function PaymentTermsFields(props: FieldsProps) {
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
