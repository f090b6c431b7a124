import { useTranslations } from "next-intl";
import { Icon } from "../../ui/icons/icon";
import { FindKey } from "./find-key";

export type Find = {
  /** The address that finds; the words go there as `q`. */
  readonly action: string;
  readonly label?: string;
};

export function FindBox({ action, label }: Find) {
  const t = useTranslations("ui.shell");
  const words = label ?? t("findLabel");
  return (
    <form className="top-find" role="search" action={action} method="get">
      <Icon name="search" />
      <input id="find" type="search" name="q" aria-label={words} placeholder={words} autoComplete="off" />
      <kbd aria-hidden="true">/</kbd>
      <FindKey fieldId="find" />
    </form>
  );
}
