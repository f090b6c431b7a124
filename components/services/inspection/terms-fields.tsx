import { DateInput, FieldError } from "@/components/ui/form/inputs";
import { DATE_SLOTS_MAX } from "@/domain/services/inspection/choices";
import { inspectionTermsFields } from "@/domain/services/inspection/terms";
import { type FieldProps, type FieldsProps, useFieldsForm } from "../fields-form";
import { ListedFields } from "../listed-fields";

/** Up to `daysMax` days of one list; the first one carries the id, so that an error summary can lead to it. */
function DaysField({ form, name, daysMax, className = "" }: FieldProps & { readonly daysMax: number }) {
  const id = form.nameOf(name);
  const [help, error] = [form.help(name), form.errorOf(name)];
  const days = form.valuesOf(name).filter((day) => day !== "");
  const described = [help && `${id}-description`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className={`field ${className}`.trimEnd()} aria-describedby={described || undefined}>
      <legend className="field-label">{form.label(name)}</legend>
      <div className="grid grid-cols-2 gap-2 desk:grid-cols-3">
        {Array.from({ length: daysMax }, (_, place) => (
          <DateInput
            key={`day-${place.toString()}`}
            id={place === 0 ? id : undefined}
            name={id}
            defaultValue={days[place] ?? ""}
            aria-label={`${form.label(name)} ${place + 1}`}
          />
        ))}
      </div>
      {help && (
        <p className="field-help" id={`${id}-description`}>
          {help}
        </p>
      )}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}

export function InspectionTermsFields(props: FieldsProps) {
  const form = useFieldsForm("inspection", "terms", props);
  const days = <DaysField form={form} name="dateSlots" daysMax={DATE_SLOTS_MAX} className="span-12" />;
  return <ListedFields form={form} list={inspectionTermsFields} instead={{ dateSlots: days }} />;
}
