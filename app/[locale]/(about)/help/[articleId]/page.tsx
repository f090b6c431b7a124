import { PublicPageHead } from "@/app/found/public-head";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { HelpAnswer } from "@/components/about/help-pages";
import { PageWrap } from "@/components/shell/page-wrap";
import { HELP_ARTICLES, helpArticle } from "@/domain/about/help-articles";
import { marketFacts } from "@/server/about/market-facts";
import { platform } from "@/server/platform/platform";

type PageProps = { readonly params: Promise<{ articleId: string }> };

/** One answer of the help, with the page where it is done. */
export default async function HelpArticlePage({ params }: PageProps) {
  const article = helpArticle((await params).articleId);
  if (!article) notFound();
  const { database, clock } = platform();
  const [t, locale, facts] = await Promise.all([
    getTranslations("help"),
    getLocale(),
    marketFacts(database.read, clock()),
  ]);
  const beside = HELP_ARTICLES.filter(({ topic, id }) => topic === article.topic && id !== article.id);
  return (
    <PageWrap>
      <PublicPageHead
        path={`/help/${article.id}`}
        title={t(`article.${article.id}.title`)}
        description={`${t("title")}: ${t(`article.${article.id}.title`)}`}
        crumb={[{ label: t("title"), href: `/${locale}/help` }, { label: t(`topic.${article.topic}`) }]}
      />
      <HelpAnswer article={article} beside={beside} facts={facts} />
    </PageWrap>
  );
}
