import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Checkbox, DateTimeInput, Field, FieldError, Select, TextInput } from "@/components/ui/form/inputs";
import { useTypedValues } from "@/components/ui/form/typed-values";
import { criterionField, OWN_ROWS, typedWeights } from "@/domain/deals/posting/criteria-fields";
import { DEFAULT_TERMS } from "@/domain/requests/request-choices";
import {
  CRITERION_TITLE_MAX,
  FEEDBACKS,
  GATE_QUESTION_MAX,
  GATES_MAX,
  NEGOTIATION_ROUNDS_MAX,
} from "@/domain/requests/request-choices";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { Fold } from "@/components/ui/form/fold";
import { ChoiceField, PostingField, type Typed } from "./posting-fields";
import { unusual } from "@/domain/deals/posting/new-posting";
import { CURRENCIES } from "@/domain/shared/money";
import { RowList } from "@/components/services/rows-field";
import { rowCount, rowField } from "@/domain/services/form-field";

type CriteriaFieldsProps = { readonly values: FormValues; readonly errors: Readonly<Record<string, string>> };

/** By what bids are ranked: price and time, which are computed, and up to four of the buyer's own, which its people score. */
function CriteriaFields({ values, errors }: CriteriaFieldsProps) {
  const t = useTranslations("deals.form.terms");
  const weight = (row: number, label: string) => (
    <WeightField key={row} row={row} label={label} values={values} errors={errors} />
  );
  return (
    <fieldset id="criteria" tabIndex={-1} className="span-12 min-w-0">
      <legend className="field-label">{t("criteria")}</legend>
      <p className="field-help">{t("criteriaHelp")}</p>
      <FieldError id="criteria-error">{errors.criteria}</FieldError>
      <div className="form-grid">
        {weight(0, t("price"))}
        {weight(1, t("time"))}
        {OWN_ROWS.map((row, at) => {
          const name = criterionField(row, "title");
          return [
            <Field key={name} id={name} label={t("own", { number: at + 1 })} error={errors[name]} className="span-9">
              {(wiring) => (
                <TextInput
                  {...wiring}
                  name={name}
                  maxLength={CRITERION_TITLE_MAX}
                  defaultValue={valueOf(values, name)}
                />
              )}
            </Field>,
            weight(row, t("weightOf", { number: at + 1 })),
          ];
        })}
      </div>
      <WeightSum values={values} />
    </fieldset>
  );
}

type WeightFieldProps = CriteriaFieldsProps & { readonly row: number; readonly label: string };

function WeightField({ row, label, values, errors }: WeightFieldProps) {
  const name = criterionField(row, "weight");
  return (
    <Field id={name} label={label} error={errors[name]} className={row < 2 ? "span-6 pair" : "span-3"}>
      {(wiring) => <TextInput {...wiring} isNumber name={name} maxLength={3} defaultValue={valueOf(values, name)} />}
    </Field>
  );
}

/** What the weights come to, kept up while typing; without a script as of the last save. */
function WeightSum({ values }: Pick<CriteriaFieldsProps, "values">) {
  const t = useTranslations("deals.form.terms");
  const place = useRef<HTMLOutputElement>(null);
  const weights = typedWeights(useTypedValues(place, values));
  return (
    <output ref={place} className="field-help block">
      {weights && t(weights.sum === 100 ? "sum" : "sumWrong", weights)}
    </output>
  );
}

type GateFieldsProps = { readonly values: FormValues; readonly errors: Readonly<Record<string, string>> };

const LIST = "gates";

/** Questions that every bid answers, each with the answer that it must have, if any. */
function GateFields({ values, errors }: GateFieldsProps) {
  const t = useTranslations("deals.form.terms");
  const answers = (["yes", "no"] as const).map((value) => ({ value, label: t(`mustBe.${value}`) }));
  return (
    <RowList
      id={LIST}
      legend={t("gates")}
      help={t("gatesHelp")}
      error={errors[LIST]}
      rows={rowCount(values, LIST, GATES_MAX)}
      rowsMax={GATES_MAX}
    >
      {(row) => {
        const [question, mustBe] = [rowField(LIST, row, "question"), rowField(LIST, row, "mustBe")];
        return (
          <>
            <Field id={question} label={t("gateQuestion")} error={errors[question]} className="span-8">
              {(wiring) => (
                <TextInput
                  {...wiring}
                  name={question}
                  maxLength={GATE_QUESTION_MAX}
                  defaultValue={valueOf(values, question)}
                />
              )}
            </Field>
            <Field id={mustBe} label={t("gateAnswer")} error={errors[mustBe]} className="span-4">
              {(wiring) => (
                <Select
                  {...wiring}
                  name={mustBe}
                  placeholder={t("mustBe.any")}
                  options={answers}
                  defaultValue={valueOf(values, mustBe)}
                />
              )}
            </Field>
          </>
        );
      }}
    </RowList>
  );
}

function BiddingPromises({ values, errors }: Typed) {
  const t = useTranslations("deals.form");
  return (
    <div className="span-12">
      <Checkbox
        id="mayCloseEarly"
        name="mayCloseEarly"
        label={t("field.mayCloseEarly.label")}
        detail={t("field.mayCloseEarly.help")}
        defaultChecked={valueOf(values, "mayCloseEarly") !== ""}
      />
      <Checkbox
        id="twoPersonOpening"
        name="twoPersonOpening"
        label={t("field.twoPersonOpening.label")}
        detail={t("field.twoPersonOpening.help")}
        defaultChecked={valueOf(values, "twoPersonOpening") !== ""}
      />
      <FieldError id="twoPersonOpening-error">{errors.twoPersonOpening}</FieldError>
    </div>
  );
}

const CURRENCY_OPTIONS = CURRENCIES.map((code) => ({ value: code, label: code }));

type MoreTermsProps = Typed & { readonly zone: string };

const FEEDBACK_CHOICES = FEEDBACKS.filter((one) => one !== DEFAULT_TERMS.feedback);
const ROUNDS = Array.from({ length: NEGOTIATION_ROUNDS_MAX }, (_, round) => String(round + 1));

/** What most buyers leave as it is: the end of questions, criteria, gates, feedback, counter-offers. What holds then stands in its title. */
export function MoreTerms({ zone, ...typed }: MoreTermsProps) {
  const t = useTranslations("deals.form");
  const { values, errors } = typed;
  return (
    <Fold
      title={t("terms.title")}
      inside={[t("terms.usual")]}
      names={[
        "comparisonCurrency",
        "mayCloseEarly",
        "twoPersonOpening",
        "questionsUntil",
        "criteria",
        "gates",
        "feedback",
        "negotiationRounds",
      ]}
      values={unusual(values)}
      errors={errors}
    >
      <div className="form-grid pt-2">
        <ChoiceField {...typed} name="comparisonCurrency" options={CURRENCY_OPTIONS} hasHelp className="span-4" />
        <BiddingPromises {...typed} />
        <CriteriaFields values={values} errors={errors} />
        <GateFields values={values} errors={errors} />
        <PostingField {...typed} name="questionsUntil" hasHelp isOptional className="span-4">
          {(wiring) => (
            <DateTimeInput
              {...wiring}
              name="questionsUntil"
              zone={zone}
              defaultValue={valueOf(values, "questionsUntil")}
            />
          )}
        </PostingField>
        <PostingField {...typed} name="feedback" hasHelp isOptional className="span-4">
          {(wiring) => (
            <Select
              {...wiring}
              name="feedback"
              placeholder={t(`feedback.${DEFAULT_TERMS.feedback}`)}
              options={FEEDBACK_CHOICES.map((value) => ({ value, label: t(`feedback.${value}`) }))}
              defaultValue={valueOf(values, "feedback")}
            />
          )}
        </PostingField>
        <PostingField {...typed} name="negotiationRounds" hasHelp isOptional className="span-4">
          {(wiring) => (
            <Select
              {...wiring}
              name="negotiationRounds"
              placeholder={t("terms.noRounds")}
              options={ROUNDS.map((value) => ({ value, label: value }))}
              defaultValue={valueOf(values, "negotiationRounds")}
            />
          )}
        </PostingField>
      </div>
    </Fold>
  );
}
