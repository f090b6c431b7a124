import { useTranslations } from "next-intl";
import { BALANCE_DUE, SETTLE_DAYS, TRADE_DOCUMENTS } from "@/domain/services/payment/choices";
import { AnswerField } from "../fields/answer-field";
import { CheckField } from "../fields/choice/check-field";
import { CheckListField } from "../fields/choice/check-list-field";
import { SelectField } from "../fields/choice/select-field";
import type { FieldsForm } from "../fields/fields-form";
import { MoneyField } from "../fields/money-field";
import { MoreFields } from "../fields/more-fields";
import { NumberField } from "../fields/number-field";
import { optionsOf } from "../fields/options";
import { TextField } from "../fields/text-field";

const NAMES = [
  "monthlyVolume",
  "settleWithinDays",
  "depositPercent",
  "balanceDue",
  "balanceDueDays",
  "payouts",
  "tradeDocuments",
  "counterpartyBanks",
  "hadReturns",
  "declaresNoSanctions",
  "remarks",
];

/** What a provider asks next: volume, split, papers at hand, the banks on the way, and what went wrong before. */
export function MoreSpecFields({ form }: { readonly form: FieldsForm }) {
  const t = useTranslations("service-payment");
  const optionsFor = (group: string, values: readonly string[]) =>
    optionsOf(values, (value) => t(`option.${group}.${value}`));
  return (
    <MoreFields form={form} names={NAMES}>
      <MoneyField form={form} name="monthlyVolume" />
      <SelectField
        form={form}
        name="settleWithinDays"
        options={optionsOf(SETTLE_DAYS, (value) => t("settleDays", { n: value }))}
      />
      <NumberField form={form} name="depositPercent" className="span-4" />
      <SelectField form={form} name="balanceDue" options={optionsFor("balanceDue", BALANCE_DUE)} className="span-4" />
      <NumberField form={form} name="balanceDueDays" className="span-4" />
      <NumberField form={form} name="payouts" />
      <AnswerField form={form} name="hadReturns" />
      <CheckListField
        form={form}
        name="tradeDocuments"
        options={optionsFor("tradeDocument", TRADE_DOCUMENTS)}
        className="span-12"
      />
      <TextField form={form} name="counterpartyBanks" maxLength={300} className="span-12" />
      <CheckField form={form} name="declaresNoSanctions" className="span-12" />
      <TextField form={form} name="remarks" maxLength={1_000} isLong className="span-12" />
    </MoreFields>
  );
}
