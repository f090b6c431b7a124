import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "../ui/blocks";
import { PageWrap } from "./page-wrap";

/** In place of a page that is not there, or not for whoever asks. */
export function MissingNote() {
  const t = useTranslations("instead.missing");
  const locale = useLocale();
  return (
    <PageWrap>
      <title>{t("tab")}</title>
      <div className="page-head">
        <div>
          <h1>{t("title")}</h1>
          <p className="page-sub">{t("detail")}</p>
        </div>
      </div>
      <p className="flow">
        <ButtonLink variant="primary" href={`/${locale}/requests`}>
          {t("requests")}
        </ButtonLink>
        <ButtonLink href={`/${locale}`}>{t("home")}</ButtonLink>
      </p>
    </PageWrap>
  );
}
