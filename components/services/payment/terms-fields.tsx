import { useTranslations } from "next-intl";
import { COUNTRIES } from "@/domain/services/country";
import { CHANNELS, RETURN_COST_BEARERS } from "@/domain/services/payment/choices";
import { type FieldsProps, useFieldsForm } from "../fields/fields-form";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { SelectField } from "../fields/choice/select-field";
import { TextField } from "../fields/text-field";
import { TimeField } from "../fields/time-field";

export function PaymentTermsFields(props: FieldsProps) {
  const form = useFieldsForm("payment", "terms", props);
  const words = useTranslations("services");
  const option = useTranslations("service-payment.option");
  return (
    <>
      <SelectField form={form} name="channel" options={optionsOf(CHANNELS, (value) => option(`channel.${value}`))} />
      <TextField form={form} name="midSource" maxLength={80} />
      <NumberField form={form} name="lockMinutes" />
      <TimeField form={form} name="expiresAt" />
      <NumberField form={form} name="hoursToPayout" />
      <NumberField form={form} name="returnDays" />
      <SelectField
        form={form}
        name="returnCostBorneBy"
        options={optionsOf(RETURN_COST_BEARERS, (value) => option(`returnCostBorneBy.${value}`))}
        className="span-4"
      />
      <TextField form={form} name="licenceNumber" maxLength={60} className="span-4" />
      <SelectField
        form={form}
        name="licenceCountry"
        options={optionsOf(COUNTRIES, (value) => words(`country.${value}`))}
        className="span-4"
      />
    </>
  );
}
