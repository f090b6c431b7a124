import { getLocale, getTranslations } from "next-intl/server";
import { arrangedFor, countedIn } from "@/app/arranged-list";
import { listAddress } from "@/app/list-address";
import { DealFilters } from "@/components/deals/deal-filters";
import { DealTable, DraftList } from "@/components/deals/deal-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor, ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { ListTools } from "@/components/ui/table/list-tools";
import { Pager } from "@/components/ui/table/pager";
import { mayEver } from "@/domain/access/policy";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { countDeals, dealList, draftList, hubsOfOwn } from "@/server/deals/queries";
import { askedDeals, dealFilterOf } from "./asked-deals";

const PAGE_SIZE = 18;

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DealsPage({ searchParams }: PageProps) {
  const session = await requireMember("/deals");
  const values = askedDeals.parse(await searchParams);
  const { cursor, ...filters } = values;
  const { clock } = platform();
  const now = clock();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("deals")]);
  const read = pageReader();
  const { items, nextCursor } = await dealList(read, session.actor, {
    ...dealFilterOf(values),
    cursor: cursor || null,
    limit: PAGE_SIZE,
    now,
  });
  const isFiltered = Object.entries(filters).some(([name, value]) => name !== "sort" && value !== "");
  const drafts = cursor || isFiltered ? [] : await draftList(read, session.actor);
  const path = `/${locale}/deals`;
  const hubs = await hubsOfOwn(read, session.actor);
  const count = await countedIn(isFiltered, (limit) =>
    countDeals(read, session.actor, { ...dealFilterOf(values), limit }),
  );
  const { columns, tools } = await arrangedFor(session.actor, "deals", filters);
  const hrefOf = (sort: string) => listAddress(path, filters, { sort });
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
          <Panel
            title={t("draft.title")}
            aside={drafts.length > 1 && <Anchor href={`${path}/drafts`}>{t("draft.several")}</Anchor>}
          >
            <DraftList drafts={drafts} zone={session.timeZone} />
          </Panel>
        )}
        <div>
          <DealFilters
            action={path}
            values={filters}
            hubs={hubs}
            count={count}
            without={(name) => listAddress(path, filters, { [name]: "" })}
          />
          <ListTools {...tools} />
          <Panel isFlush>
            {items.length > 0 ? (
              <DealTable
                rows={items}
                zone={session.timeZone}
                now={now}
                shown={columns}
                sorting={{ current: filters.sort || "-posted", hrefOf }}
              />
            ) : (
              <EmptyState
                reason={t(isFiltered ? "list.noneFiltered" : "list.none")}
                detail={isFiltered ? undefined : t("list.noneDetail")}
              >
                {isFiltered ? <ButtonLink href={path}>{t("list.all")}</ButtonLink> : post}
              </EmptyState>
            )}
          </Panel>
        </div>
      </div>
      <Pager
        {...(cursor ? { previousHref: listAddress(path, filters) } : {})}
        {...(nextCursor ? { nextHref: listAddress(path, filters, { cursor: nextCursor }) } : {})}
      />
    </PageWrap>
  );
}
