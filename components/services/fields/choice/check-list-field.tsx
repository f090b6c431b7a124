import { Checkbox } from "@/components/ui/form/choice/checkbox";
import { FieldError } from "@/components/ui/form/field";
import type { Option } from "@/components/ui/form/select";
import type { FieldProps } from "../fields-form";

/** Any number of choices; the first box carries the id, so that an error summary can lead to it. */
export function CheckListField({
  form,
  name,
  className = "",
  options,
}: FieldProps & { readonly options: readonly Option[] }) {
  const id = form.nameOf(name);
  const error = form.errorOf(name);
  const chosen = form.valuesOf(name);
  return (
    <fieldset className={`field ${className}`.trimEnd()} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">{form.label(name)}</legend>
      <div className="grid gap-x-3 gap-y-1 sm:grid-cols-2">
        {options.map((option, index) => (
          <Checkbox
            key={option.value}
            id={index === 0 ? id : undefined}
            name={id}
            value={option.value}
            label={option.label}
            defaultChecked={chosen.includes(option.value)}
          />
        ))}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </fieldset>
  );
}
