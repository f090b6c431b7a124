import type { ReactNode } from "react";
import { useTranslations } from "next-intl";

/** Where a form goes: an address, or a server action. */
type FormTarget = string | ((form: FormData) => void | Promise<void>);

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

/** Sends `keys` as `on` or `off`; the cookie must be readable by scripts, since the keys ask for it at each press. */
export function KeysSwitch({ action, current }: { readonly action: FormTarget; readonly current: "on" | "off" }) {
  const t = useTranslations("ui.keys");
  const choices = (["on", "off"] as const).map((value) => ({ value, label: t(value) }));
  return <ChoiceForm action={action} name="keys" label={t("label")} current={current} choices={choices} />;
}

export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** Sends `theme`; the layout writes the cookie's value as `data-theme`, so no script has to run before the first paint. */
export function ThemeSwitch({ action, current }: { readonly action: FormTarget; readonly current: Theme }) {
  const t = useTranslations("ui.theme");
  const choices = THEMES.map((value) => ({ value, label: t(value) }));
  return <ChoiceForm action={action} name="theme" label={t("label")} current={current} choices={choices} />;
}
