import { Checkbox } from "@/components/ui/form/choice/checkbox";
import { FieldError } from "@/components/ui/form/field";
import type { FieldProps } from "../fields-form";

export function CheckField({ form, name, isRequired, className = "" }: FieldProps) {
  const id = form.nameOf(name);
  const error = form.errorOf(name);
  return (
    <div className={`field ${className}`.trimEnd()}>
      <Checkbox
        id={id}
        name={id}
        label={form.label(name)}
        detail={form.help(name)}
        required={isRequired}
        defaultChecked={form.valueOf(name) !== ""}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}
