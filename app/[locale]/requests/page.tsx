import { PublicPageHead } from "@/app/found/public-head";
import { getLocale, getTranslations } from "next-intl/server";
import { arrangedFor } from "@/app/arranged-list";
import { listAddress } from "@/app/list-address";
import { SearchNote } from "@/components/find/search-note";
import { RequestFilters, RequestTable } from "@/components/requests/request-list";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor, ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { ListTools } from "@/components/ui/table/list-tools";
import { Pager } from "@/components/ui/table/pager";
import { mayEver } from "@/domain/access/policy";
import { type RequestFilter, requestFilterSchema } from "@/domain/requests/request-filter";
import { MARKET_ZONE } from "@/domain/shared/time";
import { servedCorridors } from "@/domain/catalogue/served-corridors";
import { platform } from "@/server/platform/platform";
import { anonymous, currentSession } from "@/server/platform/identity/session";
import { searchHelp } from "@/server/find/search-help";
import { referenceData } from "@/server/hubs/queries/network";
import { requestCount, requestList } from "@/server/requests/queries/requests";

const PAGE_SIZE = 25;
const COUNT_MAX = 1_000;

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** How the list is sorted by closing time now, and where a press on that head leads. */
function closingOrder(filter: RequestFilter, address: (changes: Record<string, string>) => string) {
  const isByAge = filter.sort === "newest" || filter.state === "any" || (filter.mine !== undefined && !filter.sort);
  if (isByAge) return { href: address({ sort: "closing" }) };
  return filter.sort === "-closing"
    ? { href: address({ sort: "closing" }), sorted: "descending" as const }
    : { href: address({ sort: "-closing" }), sorted: "ascending" as const };
}

export default async function RequestsPage({ searchParams }: PageProps) {
  const session = await currentSession();
  const viewer = session?.actor ?? anonymous();
  const filter = requestFilterSchema.parse(await searchParams);
  const { database, clock } = platform();
  const now = clock();
  const [locale, t, saved] = await Promise.all([
    getLocale(),
    getTranslations("requests"),
    getTranslations("notices.saved"),
  ]);
  const { items, nextCursor } = await requestList(database.read, viewer, { filter, limit: PAGE_SIZE, now });
  const count = await requestCount(database.read, viewer, { filter, max: COUNT_MAX + 1, now });
  const help = await searchHelp(database.read, {
    ...{ q: filter.q ?? "", of: "requests", isFound: count > 0 },
    count: (q, max) => requestCount(database.read, viewer, { filter: { ...filter, q }, max, now }),
  });
  const known = await referenceData(database.read);
  const path = `/${locale}/requests`;
  const { cursor, ...kept } = filter;
  const values = Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, value ?? ""]));
  const address = (changes: Record<string, string>) => listAddress(path, values, changes);
  const asked = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  const isFiltered = Object.values(values).some((value) => value !== "");
  const mayPost = mayEver(viewer, "deal.create");
  const mayPass = session?.hasListing === true && mayEver(viewer, "request.pass");
  // Whoever has no account keeps nothing.
  const arranged = viewer.organisationId === null ? null : await arrangedFor(viewer, "requests", values);
  return (
    <PageWrap>
      <PublicPageHead
        path="/requests"
        title={t("list.title")}
        sub={t("list.sub")}
        isInline
        actions={
          (mayPost || !session) && (
            <ButtonLink href={`/${locale}/deals/new`} variant="primary" icon="plus">
              {t("list.post")}
            </ButtonLink>
          )
        }
      />
      <RequestFilters
        action={path}
        filter={filter}
        hubs={[...known.hubs.values()]}
        corridors={servedCorridors(known.network)}
        isMember={viewer.organisationId !== null}
        mayPass={mayPass}
        count={count > COUNT_MAX ? t("list.countMore", { count: COUNT_MAX }) : t("list.count", { count })}
        without={(name) => address({ [name]: "" })}
      />
      {mayPass && (
        <p className="pb-2 text-sm">
          <Anchor href={`/${locale}/desk/pass`}>{t("list.pass")}</Anchor>
        </p>
      )}
      <p className="pb-2 text-sm">
        <Anchor href={`/${locale}/saved?${new URLSearchParams({ keep: "1", ...asked })}`}>{saved("from")}</Anchor>
      </p>
      {arranged && <ListTools {...arranged.tools} />}
      <SearchNote help={help} address={(q) => address({ q })} />
      <Panel isFlush>
        {items.length > 0 ? (
          <RequestTable
            rows={items}
            zone={session?.timeZone ?? MARKET_ZONE}
            now={now}
            closing={closingOrder(filter, address)}
            {...(arranged && { shown: arranged.columns })}
          />
        ) : (
          <EmptyState
            reason={t(isFiltered ? "list.noneFiltered" : "list.none")}
            detail={isFiltered ? t("list.noneFilteredDetail") : t("list.noneDetail")}
          >
            {isFiltered && <ButtonLink href={path}>{t("list.all")}</ButtonLink>}
          </EmptyState>
        )}
      </Panel>
      <Pager
        {...(cursor ? { previousHref: address({}) } : {})}
        {...(nextCursor ? { nextHref: address({ cursor: nextCursor }) } : {})}
      />
    </PageWrap>
  );
}
