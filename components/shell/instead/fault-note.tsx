import { useTranslations } from "next-intl";
import { Button } from "../../ui/actions/button";
import { ErrorNote } from "../../ui/page/error-note";
import { PageWrap } from "../page-wrap";

type FaultNoteProps = {
  /** Leads to the entry in the log. */
  readonly reference?: string;
  readonly onAgain: () => void;
};

/** In place of a page that could not be made. */
export function FaultNote({ reference, onAgain }: FaultNoteProps) {
  const t = useTranslations("instead.fault");
  return (
    <PageWrap>
      <title>{t("tab")}</title>
      <div className="page-head">
        <h1>{t("title")}</h1>
      </div>
      <div className="panel">
        <ErrorNote what={t("what")} detail={t("detail")} reference={reference && t("reference", { reference })}>
          <Button type="button" variant="primary" onClick={onAgain}>
            {t("again")}
          </Button>
        </ErrorNote>
      </div>
    </PageWrap>
  );
}
