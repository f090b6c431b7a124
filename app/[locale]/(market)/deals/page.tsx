import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { listAddress } from "@/app/list-address";
import { DealTable, DraftList } from "@/components/deals/deal-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/table/pager";
import { mayEver } from "@/domain/access/policy";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { dealList, draftList } from "@/server/deals/queries";

const PAGE_SIZE = 25;
const search = z.object({ cursor: z.string().max(64).catch("") });

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DealsPage({ searchParams }: PageProps) {
  const session = await requireMember("/deals");
  const { cursor } = search.parse(await searchParams);
  const { clock } = platform();
  const now = clock();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("deals")]);
  const { items, nextCursor } = await dealList(pageReader(), session.actor, {
    cursor: cursor || null,
    limit: PAGE_SIZE,
    now,
  });
  const drafts = cursor ? [] : await draftList(pageReader(), session.actor);
  const path = `/${locale}/deals`;
  const post = mayEver(session.actor, "deal.create") && (
    <ButtonLink href={`${path}/new`} variant="primary" icon="plus">
      {t("list.post")}
    </ButtonLink>
  );
  return (
    <PageWrap>
      <PageHead title={t("list.title")} sub={t("list.sub")} isInline actions={post} />
      <div className="stack">
        {drafts.length > 0 && (
          <Panel title={t("draft.title")}>
            <DraftList drafts={drafts} zone={session.timeZone} />
          </Panel>
        )}
        <Panel isFlush>
          {items.length > 0 ? (
            <DealTable rows={items} zone={session.timeZone} now={now} />
          ) : (
            <EmptyState reason={t("list.none")} detail={t("list.noneDetail")}>
              {post}
            </EmptyState>
          )}
        </Panel>
      </div>
      <Pager
        {...(cursor ? { previousHref: path } : {})}
        {...(nextCursor ? { nextHref: listAddress(path, {}, { cursor: nextCursor }) } : {})}
      />
    </PageWrap>
  );
}
