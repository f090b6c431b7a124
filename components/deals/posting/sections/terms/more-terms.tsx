import { useTranslations } from "next-intl";
import { DateTimeInput } from "@/components/ui/form/date-time-input";
import { Select } from "@/components/ui/form/select";
import { Fold } from "@/components/ui/long-form/fold";
import { DEFAULT_TERMS, FEEDBACKS, NEGOTIATION_ROUNDS_MAX } from "@/domain/requests/terms";
import { valueOf } from "@/domain/shared/form-state";
import { PostingField, type Typed } from "../posting-fields";
import { CriteriaFields } from "./criteria-fields";
import { GateFields } from "./gate-fields";

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
