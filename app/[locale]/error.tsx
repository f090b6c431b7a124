"use client";

import { useTranslations } from "next-intl";
import { PageWrap } from "@/components/shell/page-wrap";
import { Button } from "@/components/ui/actions/button";
import { ErrorNote } from "@/components/ui/page/error-note";

type ErrorPageProps = { readonly error: Error & { digest?: string }; readonly reset: () => void };

/** The one boundary of faults in pages. The digest leads to the entry in the log. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations("shell.error");
  return (
    <PageWrap>
      <div className="page-head">
        <h1>{t("title")}</h1>
      </div>
      <div className="panel">
        <ErrorNote what={t("what")} detail={t("detail")} reference={error.digest}>
          <Button type="button" variant="primary" onClick={reset}>
            {t("again")}
          </Button>
        </ErrorNote>
      </div>
    </PageWrap>
  );
}
