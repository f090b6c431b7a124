import { PublicPageHead } from "@/app/found/public-head";
import { getLocale, getTranslations } from "next-intl/server";
import { TermList } from "@/components/about/help-pages";
import { PageWrap } from "@/components/shell/page-wrap";
import { Panel } from "@/components/ui/blocks";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { glossary } from "@/server/about/glossary";

/** The words of the trade in five languages, each with an address of its own; readable without an account. */
export default async function GlossaryPage() {
  const [t, locale] = [await getTranslations("help"), await getLocale()];
  const terms = glossary();
  const explained = terms.filter(({ about }) => about);
  const known = terms.filter(({ about }) => !about);
  return (
    <PageWrap>
      <PublicPageHead
        path="/glossary"
        title={t("glossary.title")}
        sub={t("glossary.sub")}
        crumb={[{ label: t("title"), href: `/${locale}/help` }, { label: t("glossary.link") }]}
      />
      <AsMarkup kept={{ of: terms, as: locale }}>
        <div className="stack">
          <Panel title={t("glossary.product")} aside={t("glossary.count", { count: explained.length })} isFlush>
            <TermList terms={explained} />
          </Panel>
          <Panel title={t("glossary.trade")} aside={t("glossary.count", { count: known.length })} isFlush>
            <TermList terms={known} />
          </Panel>
        </div>
      </AsMarkup>
    </PageWrap>
  );
}
