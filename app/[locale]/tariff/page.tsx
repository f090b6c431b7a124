import { PublicPageHead } from "@/app/found/public-head";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageWrap } from "@/components/shell/page-wrap";
import { ChapterResults, TariffSearch } from "@/components/tariff/tariff-search";
import { EntryList } from "@/components/tariff/tariff-entry";
import { EmptyState, Note, Panel } from "@/components/ui/blocks";
import { QUESTION_LETTERS_MAX } from "@/domain/tariff/hs-question";
import { platform } from "@/server/platform/platform";
import { searchByChapter, tariffSections } from "@/server/tariff/queries";

const RESULTS_MAX = 50;

const search = z.object({ q: z.string().trim().max(QUESTION_LETTERS_MAX).catch("") });

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The search of the tariff, open to anybody; without words its sections. */
export default async function TariffSearchPage({ searchParams }: PageProps) {
  const { q } = search.parse(await searchParams);
  const [t, locale] = await Promise.all([getTranslations("tariff"), getLocale()]);
  const { read } = platform().database;
  const path = `/${locale}/tariff`;
  const hrefOf = (id: string) => `${path}/${id}`;
  const groups = q === "" ? [] : await searchByChapter(read, { q, limit: RESULTS_MAX });
  return (
    <PageWrap>
      <PublicPageHead path="/tariff" title={t("search.title")} sub={t("search.sub")} />
      <div className="stack">
        <Panel>
          <TariffSearch action={path} q={q} />
        </Panel>
        <Note>{t("noAdvice")}</Note>
        <ChapterResults groups={groups} hrefOf={hrefOf} />
        {q !== "" && groups.length === 0 && (
          <Panel isFlush>
            <EmptyState reason={t("search.none", { q })} detail={t("search.noneDetail")} />
          </Panel>
        )}
        {groups.length === 0 && (
          <Panel title={t("search.browse")}>
            <EntryList entries={await tariffSections(read)} hrefOf={hrefOf} />
          </Panel>
        )}
      </div>
    </PageWrap>
  );
}
