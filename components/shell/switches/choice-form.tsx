import type { ReactNode } from "react";

/** Where a form goes: an address, or a server action. */
export type FormTarget = string | ((form: FormData) => void | Promise<void>);

type ChoiceFormProps = {
  readonly action: FormTarget;
  /** The name each choice is sent under. */
  readonly name: string;
  readonly label: ReactNode;
  readonly current: string;
  readonly choices: readonly { readonly value: string; readonly label: ReactNode }[];
};

/** A setting of a few values, each a button that sends it. */
export function ChoiceForm({ action, name, label, current, choices }: ChoiceFormProps) {
  return (
    <form action={action} method={typeof action === "string" ? "post" : undefined}>
      <fieldset>
        <legend className="menu-label">{label}</legend>
        <div className="segmented">
          {choices.map((choice) => (
            <button key={choice.value} name={name} value={choice.value} aria-pressed={choice.value === current}>
              {choice.label}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}
