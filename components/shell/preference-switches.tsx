import { useTranslations } from "next-intl";
import { ChoiceForm, type FormTarget } from "./choice-form";

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
