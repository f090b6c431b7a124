import { useTranslations } from "next-intl";
import { PageWrap } from "@/components/shell/page-wrap";
import { Note } from "@/components/ui/page/note";
import { PageHead } from "@/components/ui/page/page-head";

/** In place of a link's page where nobody here has signed the link: most often its address was not copied whole. */
export function LinkForged() {
  const t = useTranslations("field.over.forged");
  return (
    <PageWrap>
      <div className="field-page">
        <PageHead title={t("title")} />
        <Note tone="warn">{t("detail")}</Note>
      </div>
    </PageWrap>
  );
}
