import { DateTimeInput } from "@/components/ui/form/date-time-input";
import { Field } from "@/components/ui/form/field";
import { controlOf, type FieldProps, fieldOf } from "./fields-form";

export function TimeField(field: FieldProps) {
  return (
    <Field {...fieldOf(field)}>
      {(wiring) => <DateTimeInput zone={field.form.zone} {...controlOf(field)} {...wiring} />}
    </Field>
  );
}
