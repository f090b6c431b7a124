import { useTranslations } from "next-intl";
import { Button, ButtonLink, ErrorNote } from "../ui/blocks";
import { PageWrap } from "./page-wrap";

type FaultNoteProps = {
  /** Leads to the entry in the log. */
  readonly reference?: string;
  /** What loads the page again, or its address where no script runs. */
  readonly again: (() => void) | string;
};

/** In place of a page that could not be made. */
export function FaultNote({ reference, again }: FaultNoteProps) {
  const t = useTranslations("instead.fault");
  return (
    <PageWrap>
      <title>{t("tab")}</title>
      <div className="page-head">
        <h1>{t("title")}</h1>
      </div>
      <div className="panel">
        <ErrorNote what={t("what")} detail={t("detail")} reference={reference && t("reference", { reference })}>
          {typeof again === "string" ? (
            <ButtonLink variant="primary" href={again}>
              {t("again")}
            </ButtonLink>
          ) : (
            <Button type="button" variant="primary" onClick={again}>
              {t("again")}
            </Button>
          )}
        </ErrorNote>
      </div>
    </PageWrap>
  );
}
