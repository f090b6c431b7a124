import { Field } from "@/components/ui/form/field";
import { TextArea } from "@/components/ui/form/text-area";
import { TextInput } from "@/components/ui/form/text-input";
import { controlOf, type FieldProps, fieldOf } from "./fields-form";

type TextFieldProps = FieldProps & { readonly maxLength: number; readonly isLong?: boolean };

export function TextField({ maxLength, isLong = false, ...field }: TextFieldProps) {
  const control = { ...controlOf(field), maxLength };
  return (
    <Field {...fieldOf(field)}>
      {(wiring) => (isLong ? <TextArea {...control} {...wiring} /> : <TextInput {...control} {...wiring} />)}
    </Field>
  );
}
