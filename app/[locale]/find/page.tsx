import { getLocale, getTranslations } from "next-intl/server";
import { hasLocale } from "next-intl";
import { z } from "zod";
import { findForReader } from "@/app/shell/find-for-reader";
import { FindForm, FoundGroups } from "@/components/find/found-groups";
import { PageWrap } from "@/components/shell/page-wrap";
import { EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { LOCALES } from "@/domain/shared/locale";
import { QUESTION_MAX } from "@/server/find/find";
import { anonymous, currentSession } from "@/server/platform/identity/session";

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

const search = z.object({ q: z.string().trim().max(QUESTION_MAX).catch("") });

/** The search over everything, as a page: what the dialog of the bar finds, with an address and without a script. */
export default async function FindPage({ searchParams }: PageProps) {
  const { q } = search.parse(await searchParams);
  const [t, spoken, session] = await Promise.all([getTranslations("find"), getLocale(), currentSession()]);
  const locale = hasLocale(LOCALES, spoken) ? spoken : LOCALES[0];
  const found = await findForReader(session?.actor ?? anonymous(), { q, locale });
  return (
    <PageWrap>
      <PageHead title={t("title")} sub={t("sub")} />
      <div className="stack">
        <Panel>
          <FindForm action={`/${locale}/find`} q={q} />
        </Panel>
        {found.groups.length > 0 ? (
          <FoundGroups found={found} />
        ) : (
          <Panel isFlush>
            <EmptyState reason={found.said} detail={t("noneDetail")} />
          </Panel>
        )}
      </div>
    </PageWrap>
  );
}
