import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "../../ui/actions/button-link";
import { PageHead } from "../../ui/page/page-head";
import { PageWrap } from "../page-wrap";

type RefusedNoteProps = {
  readonly why: "no_address" | "elsewhere" | "too_large" | "unreadable" | "too_many";
  readonly againHref: string;
};

/** In place of a page whose request was refused before anything of it was done. */
export function RefusedNote({ why, againHref }: RefusedNoteProps) {
  const t = useTranslations("error-pages");
  const locale = useLocale();
  return (
    <PageWrap>
      <PageHead title={t(`${why}.title`)} sub={t(`${why}.detail`)} />
      <p className="flow">
        {why === "no_address" ? (
          <ButtonLink variant="primary" href={`/${locale}/requests`}>
            {t("requests")}
          </ButtonLink>
        ) : (
          <ButtonLink variant="primary" href={againHref}>
            {t(`${why}.again`)}
          </ButtonLink>
        )}
        <ButtonLink href={`/${locale}`}>{t("home")}</ButtonLink>
      </p>
    </PageWrap>
  );
}
