import { useTranslations } from "next-intl";
import { BALANCE_DUE, SETTLE_DAYS, TRADE_DOCUMENTS } from "@/domain/services/payment/choices";
import { AnswerField } from "../fields/answer-field";
import { CheckField } from "../fields/choice/check-field";
import { CheckListField } from "../fields/choice/check-list-field";
import { SelectField } from "../fields/choice/select-field";
import type { FieldsForm } from "../fields/fields-form";
import { FoldedFields } from "../fields/folded-fields";
import { MoneyField } from "../fields/money-field";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { TextField } from "../fields/text-field";

const PARTS = ["monthlyVolume", "settleWithinDays", "depositPercent", "balanceDue", "balanceDueDays", "payouts"];
const PAPERS = ["tradeDocuments", "counterpartyBanks", "hadReturns", "declaresNoSanctions", "remarks"];

type MoreSpecFieldsProps = { readonly form: FieldsForm };

/** What a provider asks next: volume and split of the payment, papers at hand, the banks on the way, and what went wrong before. */
export function MoreSpecFields({ form }: MoreSpecFieldsProps) {
  return (
    <>
      <PartFields form={form} />
      <PaperFields form={form} />
    </>
  );
}

function PartFields({ form }: MoreSpecFieldsProps) {
  const t = useTranslations("service-payment");
  return (
    <FoldedFields form={form} fold="parts" names={PARTS}>
      <MoneyField form={form} name="monthlyVolume" />
      <SelectField
        form={form}
        name="settleWithinDays"
        options={optionsOf(SETTLE_DAYS, (value) => t("settleDays", { n: value }))}
      />
      <NumberField form={form} name="depositPercent" className="span-4" />
      <SelectField
        form={form}
        name="balanceDue"
        options={optionsOf(BALANCE_DUE, (value) => t(`option.balanceDue.${value}`))}
        className="span-4"
      />
      <NumberField form={form} name="balanceDueDays" className="span-4" />
      <NumberField form={form} name="payouts" />
    </FoldedFields>
  );
}

function PaperFields({ form }: MoreSpecFieldsProps) {
  const t = useTranslations("service-payment");
  return (
    <FoldedFields form={form} fold="papers" names={PAPERS}>
      <CheckListField
        form={form}
        name="tradeDocuments"
        options={optionsOf(TRADE_DOCUMENTS, (value) => t(`option.tradeDocument.${value}`))}
        className="span-12"
      />
      <TextField form={form} name="counterpartyBanks" maxLength={300} className="span-12" />
      <AnswerField form={form} name="hadReturns" className="span-12" />
      <CheckField form={form} name="declaresNoSanctions" className="span-12" />
      <TextField form={form} name="remarks" maxLength={1_000} isLong className="span-12" />
    </FoldedFields>
  );
}
