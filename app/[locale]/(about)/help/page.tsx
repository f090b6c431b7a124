import { PublicPageHead } from "@/app/found/public-head";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { HelpFound, HelpSearch, HelpTopics } from "@/components/about/help-pages";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, Panel } from "@/components/ui/blocks";
import { find } from "@/domain/about/find";
import { HELP_ARTICLES } from "@/domain/about/help-articles";
import { glossary } from "@/server/about/glossary";
import { marketFacts } from "@/server/about/market-facts";
import { platform } from "@/server/platform/platform";

const LETTERS_MAX = 100;
const ARTICLES_MAX = 6;
const TERMS_MAX = 8;

const search = z.object({ q: z.string().trim().max(LETTERS_MAX).catch("") });

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The help: answers by topic, and a search over them and the terms; readable without an account. */
export default async function HelpPage({ searchParams }: PageProps) {
  const { q } = search.parse(await searchParams);
  const { database, clock } = platform();
  const [t, locale, facts] = await Promise.all([
    getTranslations("help"),
    getLocale(),
    marketFacts(database.read, clock()),
  ]);
  const articles = HELP_ARTICLES.map((article) => ({
    ...article,
    title: t(`article.${article.id}.title`),
    words: t(`article.${article.id}.words`),
    text: t(`article.${article.id}.text`, facts),
  }));
  const terms = glossary().map((term) => ({
    ...term,
    title: Object.values(term.names).join(" "),
    ...{ words: "", text: Object.values(term.about ?? {}).join(" ") },
  }));
  return (
    <PageWrap>
      <PublicPageHead
        path="/help"
        title={t("title")}
        sub={t("sub")}
        actions={
          <ButtonLink href={`/${locale}/glossary`} icon="book-open">
            {t("glossary.link")}
          </ButtonLink>
        }
      />
      <div className="stack">
        <Panel>
          <HelpSearch q={q} lettersMax={LETTERS_MAX} />
        </Panel>
        {q !== "" && (
          <HelpFound q={q} articles={find(articles, q, ARTICLES_MAX)} terms={find(terms, q, TERMS_MAX)} facts={facts} />
        )}
        <HelpTopics articles={HELP_ARTICLES} />
      </div>
    </PageWrap>
  );
}
