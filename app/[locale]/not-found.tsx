import { useLocale, useTranslations } from "next-intl";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { PageHead } from "@/components/ui/page/page-head";

/** Next draws it into every page, for the case that the page is not there: so nothing here waits. */
export default function NotFound() {
  const t = useTranslations("shell.notFound");
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
