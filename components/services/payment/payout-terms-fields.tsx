import { useTranslations } from "next-intl";
import {
  ESCROW_RELEASES,
  KYC_DOCUMENTS,
  REPORT_FREQUENCIES,
  RETURN_COST_BEARERS,
} from "@/domain/services/payment/choices";
import { CheckListField } from "../fields/choice/check-list-field";
import { SelectField } from "../fields/choice/select-field";
import type { FieldsForm } from "../fields/fields-form";
import { MoneyField } from "../fields/money-field";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";

/** How much may be paid at once, what happens to money that comes back, when held money is let go, and what must be handed in first. */
export function PayoutTermsFields({ form }: { readonly form: FieldsForm }) {
  const option = useTranslations("service-payment.option");
  const optionsFor = (group: string, values: readonly string[]) =>
    optionsOf(values, (value) => option(`${group}.${value}`));
  return (
    <>
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
      <CheckListField
        form={form}
        name="kycDocuments"
        options={optionsFor("kycDocument", KYC_DOCUMENTS)}
        className="span-12"
      />
    </>
  );
}
