import { useLocale, useTranslations } from "next-intl";
import { Anchor, Button, ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { Field, TextInput } from "@/components/ui/form/inputs";
import { SearchAsTyped } from "@/components/ui/form/search-as-typed";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { HELP_TOPICS, type HelpArticle } from "@/domain/about/help-articles";
import { LOCALES, type Locale } from "@/domain/shared/locale";

type Term = {
  readonly id: string;
  readonly names: Readonly<Record<Locale, string>>;
  readonly about?: Readonly<Record<string, string>>;
};

/** The search of the help, by GET and, with a script, as somebody types. */
export function HelpSearch({ q, lettersMax }: { readonly q: string; readonly lettersMax: number }) {
  const t = useTranslations("help.search");
  const locale = useLocale();
  return (
    <SearchAsTyped action={`/${locale}/help`} label={t("landmark")} className="grid gap-3">
      <Field id="help-q" label={t("label")} help={t("help")} isRequired>
        {(wiring) => (
          <TextInput {...wiring} required={false} type="search" name="q" maxLength={lettersMax} defaultValue={q} />
        )}
      </Field>
      <div>
        <Button variant="primary">{t("do")}</Button>
      </div>
    </SearchAsTyped>
  );
}

function ArticleList({ articles }: { readonly articles: readonly HelpArticle[] }) {
  const t = useTranslations("help.article");
  const locale = useLocale();
  return (
    <ul className="help-list">
      {articles.map(({ id }) => (
        <li key={id}>
          <Anchor href={`/${locale}/help/${id}`}>{t(`${id}.title`)}</Anchor>
        </li>
      ))}
    </ul>
  );
}

/** All articles, a panel for each topic. */
export function HelpTopics({ articles }: { readonly articles: readonly HelpArticle[] }) {
  const t = useTranslations("help.topic");
  return (
    <AsMarkup>
      <div className="help-topics">
        {HELP_TOPICS.map((topic) => (
          <Panel key={topic} id={topic} title={t(topic)}>
            <ArticleList articles={articles.filter((one) => one.topic === topic)} />
          </Panel>
        ))}
      </div>
    </AsMarkup>
  );
}

type FoundProps = {
  readonly q: string;
  readonly articles: readonly HelpArticle[];
  readonly terms: readonly Term[];
  /** Figures that the articles say. */
  readonly facts: Readonly<Record<string, number>>;
};

/** What a search found: whole answers first, then terms. */
export function HelpFound({ q, articles, terms, facts }: FoundProps) {
  const t = useTranslations("help");
  const locale = useLocale();
  if (articles.length + terms.length === 0)
    return (
      <Panel isFlush>
        <EmptyState reason={t("search.none", { q })} detail={t("search.noneDetail")}>
          <ButtonLink href={`/${locale}/contact`}>{t("search.contact")}</ButtonLink>
        </EmptyState>
      </Panel>
    );
  return (
    <AsMarkup>
      <div className="stack">
        {articles.length > 0 && (
          <Panel title={t("search.found", { count: articles.length })}>
            <ul className="help-found">
              {articles.map((article) => (
                <li key={article.id}>
                  <h3>
                    <Anchor href={`/${locale}/help/${article.id}`}>{t(`article.${article.id}.title`)}</Anchor>
                  </h3>
                  <p>{t(`article.${article.id}.text`, facts)}</p>
                  <p>
                    <Anchor href={`/${locale}${article.leadsTo}`}>{t(`article.${article.id}.link`)}</Anchor>
                  </p>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        {terms.length > 0 && (
          <Panel title={t("search.terms", { count: terms.length })} isFlush>
            <TermList terms={terms} />
          </Panel>
        )}
      </div>
    </AsMarkup>
  );
}

type ArticleProps = Pick<FoundProps, "facts"> & {
  readonly article: HelpArticle;
  /** Others of its topic. */
  readonly beside: readonly HelpArticle[];
};

/** One answer, the page where it is done, and what else is asked of its topic. */
export function HelpAnswer({ article, beside, facts }: ArticleProps) {
  const t = useTranslations("help");
  const locale = useLocale();
  return (
    <AsMarkup>
      <div className="stack">
        <Panel>
          <p className="prose-line">{t(`article.${article.id}.text`, facts)}</p>
          <p className="mt-3">
            <ButtonLink variant="primary" href={`/${locale}${article.leadsTo}`}>
              {t(`article.${article.id}.link`)}
            </ButtonLink>
          </p>
        </Panel>
        {beside.length > 0 && (
          <Panel title={t("more")}>
            <ArticleList articles={beside} />
          </Panel>
        )}
      </div>
    </AsMarkup>
  );
}

/** Terms with their names in five languages and, where it is said, what each is. The reader's own language comes first. */
export function TermList({ terms }: { readonly terms: readonly Term[] }) {
  const t = useTranslations("help.glossary.language");
  const locale = useLocale();
  const own = LOCALES.find((one) => one === locale) ?? LOCALES[0];
  const others = LOCALES.filter((one) => one !== own);
  return (
    <dl className="term-list">
      {terms.map(({ id, names, about }) => (
        <div key={id} id={id}>
          <dt>{names[own]}</dt>
          {about && <dd>{about[own]}</dd>}
          <dd className="term-names">
            {others.map((language) => (
              <span key={language} lang={language} title={t(language)}>
                {names[language]}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
