import { useTranslations } from "next-intl";
import { COUNTRIES } from "@/domain/services/country";
import {
  CHANNELS,
  ESCROW_RELEASES,
  KYC_DOCUMENTS,
  REPORT_FREQUENCIES,
  RETURN_COST_BEARERS,
} from "@/domain/services/payment/choices";
import { CheckListField } from "../fields/choice/check-list-field";
import { SelectField } from "../fields/choice/select-field";
import type { FieldsForm } from "../fields/fields-form";
import { FoldedFields } from "../fields/folded-fields";
import { MoneyField } from "../fields/money-field";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { TextField } from "../fields/text-field";

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
export function PayoutTermsFields({ form }: PayoutTermsFieldsProps) {
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
export function OnboardingFields({ form }: PayoutTermsFieldsProps) {
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
