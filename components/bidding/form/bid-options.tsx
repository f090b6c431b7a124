import { useTranslations } from "next-intl";
import { SERVICE_SCREENS } from "@/components/services/registry";
import { Checkbox } from "@/components/ui/form/choice/checkbox";
import { DateInput } from "@/components/ui/form/date-input";
import { DateTimeInput } from "@/components/ui/form/date-time-input";
import { Field } from "@/components/ui/form/field";
import type { Option } from "@/components/ui/form/select";
import { TextArea } from "@/components/ui/form/text-area";
import { TextInput } from "@/components/ui/form/text-input";
import { QUOTE_NUMBER_MAX, REMARKS_MAX } from "@/domain/bidding/text/remarks-max";
import type { Service } from "@/domain/services/service";
import { type FormValues, valueOf, valuesOf } from "@/domain/shared/form-state";
import { bidFieldId } from "./bid-field-id";

type BidOptionsProps = {
  readonly service: Service;
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly codes: readonly Option[];
  readonly zoneName: string;
};

/** Days, validity, what is left out, the terms of the service, and remarks in which no price may stand. */
export function BidOptions({ service, values, errors, codes, zoneName }: BidOptionsProps) {
  const t = useTranslations("bidding.form");
  const { TermsFields } = SERVICE_SCREENS[service];
  const left = valuesOf(values, "exclusions");
  return (
    <div className="form-grid border-t border-line p-4">
      {(["min", "max"] as const).map((end) => (
        <Field
          key={end}
          id={bidFieldId(`transitDays.${end}`)}
          className="span-3"
          label={t(`days.${end}`)}
          error={errors[`transitDays.${end}`]}
          isRequired
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
        id={bidFieldId("startDate")}
        className="span-3"
        label={t("startDate")}
        help={t("startDateHelp")}
        error={errors.startDate}
      >
        {(wired) => <DateInput {...wired} name="startDate" defaultValue={valueOf(values, "startDate")} />}
      </Field>
      <Field
        id={bidFieldId("quoteNumber")}
        className="span-3"
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
      <TermsFields prefix="terms." values={values} errors={errors} zone={zoneName} />
      <details className="span-12" open={left.length > 0}>
        <summary>{t("exclusions")}</summary>
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
      </details>
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
    </div>
  );
}
