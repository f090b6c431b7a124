import { getLocale, getTranslations } from "next-intl/server";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { PageHead } from "@/components/ui/page/page-head";

export default async function NotFound() {
  const [t, locale] = await Promise.all([getTranslations("shell.notFound"), getLocale()]);
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
