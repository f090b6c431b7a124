import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/page/note";
import { COUNTRIES } from "@/domain/services/country";
import { LOCK_MINUTES, NEEDS, PURPOSES } from "@/domain/services/payment/choices";
import { CURRENCIES } from "@/domain/shared/money";
import { useDurationWords } from "../words/duration-words";
import { type FieldsProps, useFieldsForm } from "../fields/fields-form";
import { MoneyField } from "../fields/money-field";
import { optionsOf } from "../fields/options";
import { SelectField } from "../fields/choice/select-field";
import { CreditFields } from "./credit-fields";
import { MoreSpecFields } from "./more-spec-fields";

export function PaymentSpecFields(props: FieldsProps) {
  const form = useFieldsForm("payment", "spec", props);
  const t = useTranslations("service-payment");
  const words = useTranslations("services");
  const duration = useDurationWords();
  const currencies = optionsOf(CURRENCIES, String);
  const countries = optionsOf(COUNTRIES, (value) => words(`country.${value}`));
  const locks = optionsOf(LOCK_MINUTES, (value) => (value === "0" ? t("spot") : duration(Number(value))));
  return (
    <>
      <div className="span-12">
        <Note>{t("moneyHolder")}</Note>
      </div>
      <SelectField
        form={form}
        name="need"
        isRequired
        options={optionsOf(NEEDS, (value) => t(`option.need.${value}`))}
      />
      <SelectField form={form} name="purpose" options={optionsOf(PURPOSES, (value) => t(`option.purpose.${value}`))} />
      <SelectField form={form} name="payerCountry" options={countries} className="pair" />
      <SelectField form={form} name="payerCurrency" isRequired options={currencies} className="pair" />
      <SelectField form={form} name="payeeCountry" options={countries} className="pair" />
      <SelectField form={form} name="payeeCurrency" isRequired options={currencies} className="pair" />
      <MoneyField form={form} name="amount" />
      <SelectField form={form} name="lockMinutes" options={locks} />
      <MoreSpecFields form={form} />
      <CreditFields form={form} />
    </>
  );
}
