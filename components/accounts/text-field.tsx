import type { ComponentProps, ReactNode } from "react";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/inputs";
import type { Kept } from "./form-shell";

type TextFieldProps = Omit<ComponentProps<"input">, "form"> & {
  readonly kept: Kept;
  readonly name: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly initial?: string;
  readonly isOptional?: boolean;
};

/** A line of text, drawn with what was typed before. */
export function TextField({
  kept,
  name,
  label,
  help,
  initial,
  isOptional = false,
  className,
  ...rest
}: TextFieldProps) {
  const isSecret = rest.type === "password";
  return (
    <Field
      id={kept.id(name)}
      label={label}
      help={help}
      error={kept.error(name)}
      isRequired={!isOptional}
      className={className}
    >
      {(wiring) => (
        <TextInput {...rest} {...wiring} name={name} defaultValue={isSecret ? undefined : kept.value(name, initial)} />
      )}
    </Field>
  );
}
