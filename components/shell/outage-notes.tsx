import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, ErrorNote } from "../ui/blocks";
import { PageHead } from "../ui/page-head";
import { PageWrap } from "./page-wrap";

type LostNoteProps = {
  readonly why: "outage" | "fault_sent";
  /** Leads to the entry in the log. */
  readonly reference: string;
  readonly againHref: string;
};

/** In place of a page while the database is out of reach, and of the answer to a form, where nobody knows whether it was kept. */
export function LostNote({ why, reference, againHref }: LostNoteProps) {
  const t = useTranslations(`error-pages.${why}`);
  return (
    <PageWrap>
      <PageHead title={t("title")} />
      <div className="panel">
        <ErrorNote what={t("what")} detail={t("detail")} reference={t("reference", { reference })}>
          <ButtonLink variant="primary" href={againHref}>
            {t("again")}
          </ButtonLink>
        </ErrorNote>
      </div>
    </PageWrap>
  );
}

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
