import { useTranslations } from "next-intl";
import { ChoiceForm, type FormTarget } from "./choice-form";

/** Sends `keys` as `on` or `off`; the cookie must be readable by scripts, since the keys ask for it at each press. */
export function KeysSwitch({ action, current }: { readonly action: FormTarget; readonly current: "on" | "off" }) {
  const t = useTranslations("ui.keys");
  const choices = (["on", "off"] as const).map((value) => ({ value, label: t(value) }));
  return <ChoiceForm action={action} name="keys" label={t("label")} current={current} choices={choices} />;
}
