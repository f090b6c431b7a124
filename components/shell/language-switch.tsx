import { useLocale, useTranslations } from "next-intl";
import { Icon } from "../ui/icons/icon";
import { LanguageLinks } from "./language-links";

export type Language = {
  /** Language tag: `zh-CN`. */
  readonly code: string;
  /** In the language itself: 中文. */
  readonly name: string;
  /** In the bar: EN. */
  readonly short: string;
  /** What its addresses begin with: `/zh-CN`, or nothing for a language without a prefix. */
  readonly prefix: string;
};

export function LanguageSwitch({ languages }: { readonly languages: readonly Language[] }) {
  const current = useLocale();
  const t = useTranslations("ui.shell");
  const here = languages.find((language) => language.code === current);
  if (!here) return null;
  return (
    <>
      <button type="button" className="top-button top-language" popoverTarget="language-menu">
        <Icon name="languages" />
        <span className="sr-only">{t("language")}</span>
        <span lang={here.code}>{here.short}</span>
      </button>
      <div className="menu" id="language-menu" popover="auto">
        <LanguageLinks languages={languages} here={here} />
      </div>
    </>
  );
}
