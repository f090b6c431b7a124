import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "../../ui/actions/button-link";
import { PageHead } from "../../ui/page/page-head";
import { PageWrap } from "../page-wrap";

/** In place of a page that is not there, or not for whoever asks. */
export function MissingNote() {
  const t = useTranslations("instead.missing");
  const locale = useLocale();
  return (
    <PageWrap>
      <PageHead title={t("title")} sub={t("detail")} />
      <p className="flow">
        <ButtonLink variant="primary" href={`/${locale}/requests`}>
          {t("requests")}
        </ButtonLink>
        <ButtonLink href={`/${locale}`}>{t("home")}</ButtonLink>
      </p>
    </PageWrap>
  );
}
