import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/form/field";
import { type Option, Select } from "@/components/ui/form/select";
import { controlOf, type FieldProps, fieldOf } from "../fields-form";

type SelectFieldProps = FieldProps & {
  readonly options: readonly Option[];
  /** Chosen where nothing was; then there is no empty choice. */
  readonly preset?: string;
  /** What an empty choice means here, where it is neither "no preference" nor "not stated". */
  readonly emptyWord?: string;
};

export function SelectField({ options, preset, emptyWord, ...field }: SelectFieldProps) {
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
