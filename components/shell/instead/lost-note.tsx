import { useTranslations } from "next-intl";
import { ButtonLink } from "../../ui/actions/button-link";
import { ErrorNote } from "../../ui/page/error-note";
import { PageHead } from "../../ui/page/page-head";
import { PageWrap } from "../page-wrap";

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
