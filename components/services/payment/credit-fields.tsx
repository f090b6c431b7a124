import { useTranslations } from "next-intl";
import { CREDIT_DOCUMENTS, CREDIT_TYPES } from "@/domain/services/payment/choices";
import { AnswerField } from "../fields/answer-field";
import { CheckListField } from "../fields/choice/check-list-field";
import { SelectField } from "../fields/choice/select-field";
import { DateField } from "../fields/date-field";
import type { FieldsForm } from "../fields/fields-form";
import { FoldedFields } from "../fields/folded-fields";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { TextField } from "../fields/text-field";

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
export function CreditFields({ form }: { readonly form: FieldsForm }) {
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
