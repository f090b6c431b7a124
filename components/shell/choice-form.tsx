"use client";

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

/** A setting of a few values, each a button that sends it. Drawn in the browser too: it stands in the frame of every page. */
export function ChoiceForm({ action, name, label, current, choices }: ChoiceFormProps) {
  return (
    <form action={action} {...(typeof action === "string" && { method: "post" })}>
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
