import { useTranslations } from "next-intl";

export const MAIN_ID = "main";

export function SkipLink() {
  const t = useTranslations("ui.shell");
  return (
    <a className="skip-link" href={`#${MAIN_ID}`}>
      {t("skip")}
    </a>
  );
}
