import { useTranslations } from "next-intl";
import {
  BALANCE_DUE,
  CREDIT_DOCUMENTS,
  CREDIT_TYPES,
  LOCK_MINUTES,
  NEEDS,
  PURPOSES,
  SETTLE_DAYS,
  TRADE_DOCUMENTS,
} from "@/domain/services/payment/choices";
import { AnswerField, CheckField, CheckListField, SelectField, optionsOf } from "../choice-fields";
import { type FieldsForm, type FieldsProps, useSpecForm } from "../fields-form";
import { FoldedFields } from "../folded-fields";
import { DateField, MoneyField, NumberField, TextField } from "../text-fields";
import { paymentRequired, paymentSpecForm } from "@/domain/services/payment/form";
import { Note } from "@/components/ui/note";
import { COUNTRIES } from "@/domain/services/country";
import { CURRENCIES } from "@/domain/shared/money";
import { useDurationWords } from "../service-words";

const PARTS = ["monthlyVolume", "settleWithinDays", "depositPercent", "balanceDue", "balanceDueDays", "payouts"];
const PAPERS = ["tradeDocuments", "counterpartyBanks", "hadReturns", "declaresNoSanctions", "remarks"];

type MoreSpecFieldsProps = { readonly form: FieldsForm };

/** What a provider asks next: volume and split of the payment, papers at hand, the banks on the way, and what went wrong before. */
function MoreSpecFields({ form }: MoreSpecFieldsProps) {
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
