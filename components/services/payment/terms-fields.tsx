import { useTranslations } from "next-intl";
import { COUNTRIES } from "@/domain/services/country";
import { CHANNELS } from "@/domain/services/payment/choices";
import { CURRENCIES } from "@/domain/shared/money";
import { SelectField } from "../fields/choice/select-field";
import { type FieldsProps, useFieldsForm } from "../fields/fields-form";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { TextField } from "../fields/text-field";
import { TimeField } from "../fields/time-field";
import { PayoutTermsFields } from "./payout-terms-fields";

export function PaymentTermsFields(props: FieldsProps) {
  const form = useFieldsForm("payment", "terms", props);
  const words = useTranslations("services");
  const option = useTranslations("service-payment.option");
  const channels = optionsOf(CHANNELS, (value) => option(`channel.${value}`));
  return (
    <>
      <SelectField form={form} name="channel" options={channels} />
      <SelectField form={form} name="fallbackChannel" options={channels} />
      <NumberField form={form} name="lockMinutes" />
      <TimeField form={form} name="expiresAt" />
      <TextField form={form} name="midRate" maxLength={24} className="span-4" />
      <SelectField form={form} name="midBase" options={optionsOf(CURRENCIES, String)} className="span-4" />
      <TimeField form={form} name="midAt" className="span-4" />
      <TextField form={form} name="midSource" maxLength={80} className="span-12" />
      <NumberField form={form} name="hoursToPayout" />
      <NumberField form={form} name="hoursToPayoutP90" />
      <PayoutTermsFields form={form} />
      <TextField form={form} name="licenceNumber" maxLength={60} />
      <SelectField
        form={form}
        name="licenceCountry"
        options={optionsOf(COUNTRIES, (value) => words(`country.${value}`))}
      />
    </>
  );
}
