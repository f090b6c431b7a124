import { useTranslations } from "next-intl";
import { CREDIT_TYPES, LOCK_MINUTES, NEEDS, PURPOSES, SETTLE_DAYS } from "@/domain/services/payment/choices";
import { CURRENCIES } from "@/domain/shared/money";
import { useDurationWords } from "../words/duration-words";
import { type FieldsProps, useFieldsForm } from "../fields/fields-form";
import { MoneyField } from "../fields/money-field";
import { MoreFields } from "../fields/more-fields";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { SelectField } from "../fields/choice/select-field";
import { TextField } from "../fields/text-field";

const MORE = ["settleWithinDays", "depositPercent", "payouts", "creditType", "tenorDays", "remarks"];

export function PaymentSpecFields(props: FieldsProps) {
  const form = useFieldsForm("payment", "spec", props);
  const t = useTranslations("service-payment");
  const duration = useDurationWords();
  const currencies = optionsOf(CURRENCIES, String);
  const locks = optionsOf(LOCK_MINUTES, (value) => (value === "0" ? t("spot") : duration(Number(value))));
  return (
    <>
      <SelectField
        form={form}
        name="need"
        isRequired
        options={optionsOf(NEEDS, (value) => t(`option.need.${value}`))}
      />
      <SelectField form={form} name="purpose" options={optionsOf(PURPOSES, (value) => t(`option.purpose.${value}`))} />
      <SelectField form={form} name="payerCurrency" isRequired options={currencies} />
      <SelectField form={form} name="payeeCurrency" isRequired options={currencies} />
      <MoneyField form={form} name="amount" isRequired />
      <SelectField form={form} name="lockMinutes" options={locks} />
      <MoreFields form={form} names={MORE}>
        <SelectField
          form={form}
          name="settleWithinDays"
          options={optionsOf(SETTLE_DAYS, (value) => t("settleDays", { n: value }))}
        />
        <NumberField form={form} name="depositPercent" />
        <NumberField form={form} name="payouts" className="span-4" />
        <SelectField
          form={form}
          name="creditType"
          options={optionsOf(CREDIT_TYPES, (value) => t(`option.creditType.${value}`))}
          className="span-4"
        />
        <NumberField form={form} name="tenorDays" className="span-4" />
        <TextField form={form} name="remarks" maxLength={1_000} isLong className="span-12" />
      </MoreFields>
    </>
  );
}
