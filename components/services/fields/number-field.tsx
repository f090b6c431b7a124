import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/text-input";
import { controlOf, type FieldProps, fieldOf } from "./fields-form";

export function NumberField(field: FieldProps) {
  return (
    <Field {...fieldOf(field)}>
      {(wiring) => <TextInput isNumber autoComplete="off" {...controlOf(field)} {...wiring} />}
    </Field>
  );
}
