import { useTranslations } from "next-intl";
import { paymentRequired } from "@/domain/services/payment/required";
import { paymentSpecForm } from "@/domain/services/payment/spec-form";
import { Note } from "@/components/ui/page/note";
import { COUNTRIES } from "@/domain/services/country";
import { LOCK_MINUTES, NEEDS, PURPOSES } from "@/domain/services/payment/choices";
import { CURRENCIES } from "@/domain/shared/money";
import { useDurationWords } from "../words/duration-words";
import { type FieldsForm, type FieldsProps, useSpecForm } from "../fields/fields-form";
import { MoneyField } from "../fields/money-field";
import { optionsOf } from "../fields/options";
import { TextField } from "../fields/text-field";
import { SelectField } from "../fields/choice/select-field";
import { MoreSpecFields } from "./more-spec-fields";
import { CREDIT_DOCUMENTS, CREDIT_TYPES } from "@/domain/services/payment/choices";
import { AnswerField } from "../fields/answer-field";
import { CheckListField } from "../fields/choice/check-list-field";
import { DateField } from "../fields/date-field";
import { FoldedFields } from "../fields/folded-fields";
import { NumberField } from "../fields/number-field";

const NAMES = [
  "creditType",
  "tenorDays",
  "issuingBank",
  "creditExpiry",
  "latestShipment",
  "tolerancePercent",
  "arePartialShipmentsAllowed",
  "creditDocuments",
];

/** Terms of a letter of credit; tenor and documents serve a collection too. */
function CreditFields({ form }: { readonly form: FieldsForm }) {
  const t = useTranslations("service-payment");
  return (
    <FoldedFields form={form} fold="credit" names={NAMES}>
      <SelectField
        form={form}
        name="creditType"
        options={optionsOf(CREDIT_TYPES, (value) => t(`option.creditType.${value}`))}
      />
      <NumberField form={form} name="tenorDays" />
      <TextField form={form} name="issuingBank" maxLength={160} className="span-12" />
      <DateField form={form} name="latestShipment" />
      <DateField form={form} name="creditExpiry" />
      <NumberField form={form} name="tolerancePercent" />
      <AnswerField form={form} name="arePartialShipmentsAllowed" />
      <CheckListField
        form={form}
        name="creditDocuments"
        options={optionsOf(CREDIT_DOCUMENTS, (value) => t(`option.creditDocument.${value}`))}
        className="span-12"
      />
    </FoldedFields>
  );
}

/** Who is paid and where; name and account are told to the contracted provider only, and their help says so. */
function PayeeFields({ form }: { readonly form: FieldsForm }) {
  return (
    <>
      <TextField form={form} name="payeeName" maxLength={160} />
      <TextField form={form} name="payeeBank" maxLength={160} />
      <TextField form={form} name="payeeBic" maxLength={11} className="span-4" />
      <TextField form={form} name="payeeAccount" maxLength={48} className="span-4" />
      <TextField form={form} name="payeeBik" maxLength={9} className="span-4" />
    </>
  );
}

const RULES = { fields: paymentSpecForm, required: paymentRequired };

export function PaymentSpecFields(props: FieldsProps) {
  const { form, place } = useSpecForm("payment", props, RULES);
  const t = useTranslations("service-payment");
  const words = useTranslations("services");
  const duration = useDurationWords();
  const currencies = optionsOf(CURRENCIES, String);
  const countries = optionsOf(COUNTRIES, (value) => words(`country.${value}`));
  const locks = optionsOf(LOCK_MINUTES, (value) => (value === "0" ? t("spot") : duration(Number(value))));
  return (
    <>
      <span ref={place} hidden />
      <div className="span-12">
        <Note>{t("moneyHolder")}</Note>
      </div>
      <SelectField form={form} name="need" options={optionsOf(NEEDS, (value) => t(`option.need.${value}`))} />
      <SelectField form={form} name="purpose" options={optionsOf(PURPOSES, (value) => t(`option.purpose.${value}`))} />
      <SelectField form={form} name="payerCountry" options={countries} className="pair" />
      <SelectField form={form} name="payerCurrency" options={currencies} className="pair" />
      <SelectField form={form} name="payeeCountry" options={countries} className="pair" />
      <SelectField form={form} name="payeeCurrency" options={currencies} className="pair" />
      <PayeeFields form={form} />
      <MoneyField form={form} name="amount" />
      <SelectField form={form} name="lockMinutes" options={locks} />
      <MoreSpecFields form={form} />
      <CreditFields form={form} />
    </>
  );
}
