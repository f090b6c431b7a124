import { useTranslations } from "next-intl";
import { DateTimeInput } from "@/components/ui/form/date-time-input";
import { Select } from "@/components/ui/form/select";
import { Fold } from "@/components/ui/long-form/fold";
import { DEFAULT_TERMS, FEEDBACKS, NEGOTIATION_ROUNDS_MAX } from "@/domain/requests/terms";
import { valueOf } from "@/domain/shared/form-state";
import { PostingField, type Typed } from "../posting-fields";
import { CriteriaFields } from "./criteria-fields";
import { RowList } from "@/components/services/fields/rows/row-list";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/text-input";
import { GATE_QUESTION_MAX, GATES_MAX } from "@/domain/requests/terms";
import { rowCount, rowField } from "@/domain/services/form/rows";
import { type FormValues } from "@/domain/shared/form-state";

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
      names={["questionsUntil", "criteria", "gates", "feedback", "negotiationRounds"]}
      values={values}
      errors={errors}
    >
      <div className="form-grid pt-2">
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
