import { type FormState, valueOf } from "@/domain/shared/form-state";
import { Field } from "./field";
import { TextArea } from "./inputs";

type WordsFieldProps = {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** In characters. */
  readonly maxLength: number;
  /** The form as it came back; it keeps what was written. */
  readonly state: FormState | null;
};

/** Why, in somebody's own words: what every step needs that the other side has to understand. */
export function WordsField({ name, id, label, help, maxLength, state }: WordsFieldProps) {
  return (
    <Field id={id} label={label} help={help} error={state?.fieldErrors[name]} isRequired>
      {(wired) => <TextArea {...wired} name={name} maxLength={maxLength} defaultValue={valueOf(state?.values, name)} />}
    </Field>
  );
}
