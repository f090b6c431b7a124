import { useTranslations } from "next-intl";
import { TERMS_FIELDS } from "@/components/services/terms-fields";
import {
  Checkbox,
  DateInput,
  DateTimeInput,
  Field,
  FormSection,
  type Option,
  TextArea,
  TextInput,
} from "@/components/ui/form/inputs";
import { Fold } from "@/components/ui/form/fold";
import { GATE_ANSWER_MAX, QUOTE_NUMBER_MAX, REMARKS_MAX, gateField } from "@/domain/bidding/bid-form-limits";
import type { Gate } from "@/domain/requests/request";
import type { LocalPart } from "@/domain/services/kind";
import type { Service } from "@/domain/shared/vocabulary";
import { type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";
import { CommercialTermsFields, NamedSubcontractors } from "./commercial-terms-fields";
import { bidFieldId, bidPartId } from "./bid-fields";
import { useSentences } from "@/components/ui/words";
import { RadioCards } from "@/components/ui/form/radio-cards";

type GateSectionProps = {
  readonly gates: readonly Gate[];
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
};

/** The request's gates, each with its answer; not there where the request asks nothing. */
function GateSection({ gates, values, errors }: GateSectionProps) {
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

type BidOptionsProps = {
  readonly service: Service;
  readonly gates: readonly Gate[];
  /** What the request leaves to choose from in terms of its service. */
  readonly termChoices: Readonly<Record<string, readonly string[]>>;
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly codes: readonly Option[];
  readonly zoneName: string;
  /** Parts that the bidder cannot do itself: the bid names who does. */
  readonly partsToName: readonly LocalPart[];
  /** The field of the terms whose hours may stand in place of the days; undefined where days alone count. */
  readonly hoursAlone: string | undefined;
};

/** Days, validity, the terms of the service, what is left out, and remarks in which no price may stand. */
export function BidOptions(props: BidOptionsProps) {
  const t = useTranslations("bidding.form");
  const TermsFields = TERMS_FIELDS[props.service];
  return (
    <>
      <DayFields {...props} />
      <FormSection number={3} id={bidPartId("terms")} title={t("part.terms")} isFlat isFolded>
        <TermsFields
          prefix="terms."
          values={props.values}
          errors={props.errors}
          zone={props.zoneName}
          choices={props.termChoices}
        />
      </FormSection>
      <GateSection gates={props.gates} values={props.values} errors={props.errors} />
      <RestFields {...props} />
    </>
  );
}

function DayFields({ service, hoursAlone, values, errors, zoneName }: BidOptionsProps) {
  const t = useTranslations("bidding.form");
  const words = useTranslations();
  const sentences = useSentences();
  const daysHelp = [
    t("daysFrom", { from: words(`service-${service}.daysFrom`) }),
    ...(hoursAlone ? [t("daysOrHours", { field: words(`service-${service}.terms.${hoursAlone}.label`) })] : []),
  ];
  return (
    <FormSection number={2} id={bidPartId("days")} title={t("part.days")} isFlat>
      {(["min", "max"] as const).map((end) => (
        <Field
          key={end}
          id={bidFieldId(`transitDays.${end}`)}
          className="span-3 pair"
          label={t(`days.${end}`)}
          help={end === "max" ? sentences(...daysHelp) : undefined}
          error={errors[`transitDays.${end}`]}
          isRequired={end === "min" && !hoursAlone}
        >
          {(wired) => (
            <TextInput
              {...wired}
              isNumber
              name={`transitDays.${end}`}
              defaultValue={valueOf(values, `transitDays.${end}`)}
            />
          )}
        </Field>
      ))}
      <Field
        id={bidFieldId("validUntil")}
        className="span-6"
        label={t("validUntil")}
        help={t("validUntilHelp")}
        error={errors.validUntil}
        isRequired
      >
        {(wired) => (
          <DateTimeInput {...wired} zone={zoneName} name="validUntil" defaultValue={valueOf(values, "validUntil")} />
        )}
      </Field>
      <Fold title={t("part.start")} names={["startDate", "quoteNumber"]} values={values} errors={errors}>
        <div className="form-grid">
          <Field
            id={bidFieldId("startDate")}
            className="span-6"
            label={t("startDate")}
            help={t("startDateHelp")}
            error={errors.startDate}
          >
            {(wired) => <DateInput {...wired} name="startDate" defaultValue={valueOf(values, "startDate")} />}
          </Field>
          <Field
            id={bidFieldId("quoteNumber")}
            className="span-6"
            label={t("quoteNumber")}
            help={t("quoteNumberHelp")}
            error={errors.quoteNumber}
          >
            {(wired) => (
              <TextInput
                {...wired}
                name="quoteNumber"
                maxLength={QUOTE_NUMBER_MAX}
                defaultValue={valueOf(values, "quoteNumber")}
              />
            )}
          </Field>
        </div>
      </Fold>
    </FormSection>
  );
}

function RestFields({ service, values, errors, codes, gates, zoneName, partsToName }: BidOptionsProps) {
  const t = useTranslations("bidding.form");
  const left = valuesOf(values, "exclusions");
  const fields = { service, values, errors, codes, partsToName, zone: zoneName };
  return (
    <>
      {partsToName.length > 0 && (
        <FormSection title={t("part.named")} isFlat>
          <NamedSubcontractors {...fields} />
        </FormSection>
      )}
      <FormSection number={gates.length > 0 ? 5 : 4} id={bidPartId("rest")} title={t("part.rest")} isFlat isFolded>
        <CommercialTermsFields {...fields} />
        <Fold title={t("exclusions")} names={["exclusions"]} values={values} errors={errors}>
          <div className="flow pt-2">
            {codes.map((code) => (
              <Checkbox
                key={code.value}
                name="exclusions"
                value={code.value}
                defaultChecked={left.includes(code.value)}
                label={code.label}
              />
            ))}
          </div>
        </Fold>
        <Field
          id={bidFieldId("remarks")}
          className="span-12"
          label={t("remarks")}
          help={t("remarksHelp")}
          error={errors.remarks}
        >
          {(wired) => (
            <TextArea {...wired} name="remarks" maxLength={REMARKS_MAX} defaultValue={valueOf(values, "remarks")} />
          )}
        </Field>
      </FormSection>
    </>
  );
}
