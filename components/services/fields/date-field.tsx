import { DateInput } from "@/components/ui/form/date-input";
import { Field } from "@/components/ui/form/field";
import { controlOf, type FieldProps, fieldOf } from "./fields-form";

export function DateField(field: FieldProps) {
  return <Field {...fieldOf(field)}>{(wiring) => <DateInput {...controlOf(field)} {...wiring} />}</Field>;
}
