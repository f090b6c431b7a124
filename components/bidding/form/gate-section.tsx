import { useSentences } from "@/components/ui/page/sentences";
import { useTranslations } from "next-intl";
import { RadioCards } from "@/components/ui/form/choice/radio-cards";
import { Field } from "@/components/ui/form/field";
import { FormSection } from "@/components/ui/form/form-section";
import { TextInput } from "@/components/ui/form/text-input";
import { gateField } from "@/domain/bidding/text/gates/gate-field";
import { GATE_ANSWER_MAX } from "@/domain/bidding/text/remarks-max";
import type { Gate } from "@/domain/requests/terms";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { bidFieldId, bidPartId } from "./bid-field-id";

type GateSectionProps = {
  readonly gates: readonly Gate[];
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
};

/** The request's gates, each with its answer; not there where the request asks nothing. */
export function GateSection({ gates, values, errors }: GateSectionProps) {
  const t = useTranslations("bidding.form");
  const sentences = useSentences();
  if (gates.length === 0) return null;
  const answers = (["yes", "no"] as const).map((value) => ({ value, title: t(`gate.${value}`) }));
  return (
    <FormSection number={4} id={bidPartId("gates")} title={t("part.gates")} lead={t("gate.lead")} isFlat>
      {gates.map(({ question, mustBe }, place) => {
        const name = gateField(place);
        const asked = t("gate.asked", { number: place + 1, question });
        if (mustBe === null)
          return (
            <Field key={name} id={bidFieldId(name)} label={asked} error={errors[name]} isRequired className="span-12">
              {(wired) => (
                <TextInput {...wired} name={name} maxLength={GATE_ANSWER_MAX} defaultValue={valueOf(values, name)} />
              )}
            </Field>
          );
        return (
          <RadioCards
            key={name}
            id={bidFieldId(name)}
            name={name}
            legend={sentences(asked, t(`gate.mustBe.${mustBe}`))}
            cards={answers}
            defaultValue={valueOf(values, name)}
            error={errors[name]}
            className="span-12"
          />
        );
      })}
    </FormSection>
  );
}
