import { getLocale, getTranslations } from "next-intl/server";
import { arrangedFor, countedIn } from "@/app/arranged-list";
import { listAddress } from "@/app/list-address";
import { BidFilters } from "@/components/bidding/bid-filters";
import { OwnBidsTable, OwnDraftsTable } from "@/components/bidding/own-bids-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { ListTools } from "@/components/ui/table/list-tools";
import { Pager } from "@/components/ui/table/pager";
import { ClockCheck } from "@/components/ui/time/clock-check";
import { mayEver } from "@/domain/access/policy";
import type { Instant } from "@/domain/shared/time";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { countOwnBids, ownBidDrafts, ownBids } from "@/server/bidding/queries/desk";
import { referenceData } from "@/server/hubs/queries/network";
import { askedBids, BID_STATES_ASKED, bidFilterOf } from "./asked-bids";

const PAGE_SIZE = 25;
/** Two that can be withdrawn are several. */
const SEVERAL_AT = (now: Instant) => ({ state: null, openAt: now, limit: 2 });

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The organisation's own bids, the last changed first. */
export default async function BidsPage({ searchParams }: PageProps) {
  const { cursor, ...filters } = askedBids.parse(await searchParams);
  const { actor, timeZone } = await requireMember("/bids");
  const { clock } = platform();
  const read = pageReader();
  const now = clock();
  const isFiltered = Object.entries(filters).some(([name, value]) => name !== "sort" && value !== "");
  const isFirst = cursor === "" && (!isFiltered || filters.state === "draft");
  // A draft is no bid yet: it stands in a table of its own before them.
  const [bids, drafts, arranged, known] = await Promise.all([
    ownBids(read, actor, { ...bidFilterOf({ ...filters, cursor }), cursor: cursor || null, limit: PAGE_SIZE, now }),
    isFirst ? ownBidDrafts(read, actor, now) : [],
    arrangedFor(actor, "bids", filters),
    referenceData(read),
  ]);
  const count = await countedIn(isFiltered, (limit) =>
    countOwnBids(read, actor, { ...bidFilterOf({ ...filters, cursor }), limit }),
  );
  const hasSeveral = mayEver(actor, "bid.change") && (await countOwnBids(read, actor, SEVERAL_AT(now))) > 1;
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations("bidding"), getTranslations()]);
  const here = `/${locale}/bids`;
  const hrefOf = (sort: string) => listAddress(here, filters, { sort });
  return (
    <PageWrap>
      <PageHead
        title={t("mine.own")}
        actions={
          <>
            {hasSeveral && <ButtonLink href={`${here}/withdraw`}>{words("lists.withdraw.link")}</ButtonLink>}
            <ButtonLink href={`${here}/templates`}>{t("mine.templates")}</ButtonLink>
          </>
        }
      />
      <ClockCheck now={now} />
      <BidFilters
        action={here}
        values={filters}
        states={BID_STATES_ASKED}
        hubs={[...known.hubs.values()]}
        count={count}
        without={(name) => listAddress(here, filters, { [name]: "" })}
      />
      <ListTools {...arranged.tools} />
      {drafts.length > 0 && (
        <Panel title={t("mine.drafts")} className="mt-3" isFlush>
          <OwnDraftsTable drafts={drafts} zone={timeZone} now={now} />
        </Panel>
      )}
      <div className="mt-3">
        {drafts.length > 0 && bids.items.length === 0 ? null : bids.items.length > 0 ? (
          <OwnBidsTable
            bids={bids.items}
            zone={timeZone}
            now={now}
            shown={arranged.columns}
            sorting={{ current: filters.sort || "-updated", hrefOf }}
          />
        ) : (
          <EmptyState
            reason={t(isFiltered ? "mine.noneFiltered" : "mine.empty")}
            detail={isFiltered ? undefined : t("mine.emptyDetail")}
          >
            <ButtonLink href={isFiltered ? here : `/${locale}/desk`}>
              {t(isFiltered ? "mine.all" : "desk.title")}
            </ButtonLink>
          </EmptyState>
        )}
        <Pager
          nextHref={bids.nextCursor ? listAddress(here, filters, { cursor: bids.nextCursor }) : undefined}
          previousHref={cursor ? listAddress(here, filters) : undefined}
        />
      </div>
    </PageWrap>
  );
}
