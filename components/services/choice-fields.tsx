import { Checkbox, Field, FieldError, type Option, Select } from "@/components/ui/form/inputs";
import { useTranslations } from "next-intl";
import { type FieldProps, controlOf, fieldOf } from "./fields-form";

/** Values with their words. */
export const optionsOf = (values: readonly (string | number)[], word: (value: string) => string): Option[] =>
  values.map((value) => ({ value: String(value), label: word(String(value)) }));

/** What a choice is made among. */
export type SelectProps = {
  readonly options: readonly Option[];
  /** Chosen where nothing was; then there is no empty choice. */
  readonly preset?: string;
  /** What an empty choice means here, where it is neither "no preference" nor "not stated". */
  readonly emptyWord?: string;
};

export function SelectField({ options, preset, emptyWord, ...field }: FieldProps & SelectProps) {
  const choose = useTranslations("ui.field")("choose");
  const t = useTranslations("services.form");
  const control = controlOf(field);
  const placeholder =
    emptyWord ?? ((field.isRequired ?? field.form.isRequired(field.name)) ? choose : t(field.form.emptyChoice));
  return (
    <Field {...fieldOf(field)}>
      {(wiring) => (
        <Select
          options={options}
          placeholder={preset === undefined ? placeholder : undefined}
          name={control.name}
          defaultValue={control.defaultValue || preset}
          {...wiring}
        />
      )}
    </Field>
  );
}

/** Yes, no, or no answer: a check box could not tell no from not asked. */
export function AnswerField(field: FieldProps) {
  const t = useTranslations("services.answer");
  return <SelectField {...field} options={["yes", "no"].map((value) => ({ value, label: t(value) }))} />;
}

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
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,9.5rem),1fr))] gap-x-3 gap-y-1 desk:grid-cols-3">
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
