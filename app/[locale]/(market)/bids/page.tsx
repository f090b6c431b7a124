import { getLocale, getTranslations } from "next-intl/server";
import { OwnBidsTable, OwnDraftsTable } from "@/components/bidding/own-bids-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { Segmented } from "@/components/ui/segmented";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/table/pager";
import { ClockCheck } from "@/components/ui/time/clock-check";
import type { BidState } from "@/domain/shared/vocabulary";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { ownBidDrafts, ownBids } from "@/server/bidding/queries/desk";

type PageProps = { readonly searchParams: Promise<{ state?: string | string[]; cursor?: string | string[] }> };

const STATES = ["draft", "submitted", "stale", "won", "lost", "withdrawn"] as const satisfies readonly BidState[];
const PAGE_SIZE = 25;

/** The organisation's own bids, by state, the last changed first. */
export default async function BidsPage({ searchParams }: PageProps) {
  const asked = await searchParams;
  const { actor, timeZone } = await requireMember("/bids");
  const state = STATES.find((one) => one === asked.state) ?? null;
  const cursor = typeof asked.cursor === "string" ? asked.cursor : null;
  const { database, clock } = platform();
  const now = clock();
  const isFirst = cursor === null && (state === null || state === "draft");
  // A draft is no bid yet: it stands in a table of its own before them.
  const [bids, drafts] = await Promise.all([
    ownBids(database.read, actor, { state, cursor, limit: PAGE_SIZE, now }),
    isFirst ? ownBidDrafts(database.read, actor, now) : [],
  ]);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("bidding")]);
  const here = `/${locale}/bids`;
  const query = state ? `state=${state}&` : "";
  return (
    <PageWrap>
      <PageHead
        title={t("mine.own")}
        actions={<ButtonLink href={`${here}/templates`}>{t("mine.templates")}</ButtonLink>}
      />
      <ClockCheck now={now} />
      <Segmented
        label={t("mine.states")}
        items={[
          { href: here, label: t("mine.any"), isCurrent: state === null },
          ...STATES.map((one) => ({
            href: `${here}?state=${one}`,
            label: t(`own.state.${one}`),
            isCurrent: state === one,
          })),
        ]}
      />
      {drafts.length > 0 && (
        <Panel title={t("mine.drafts")} className="mt-3" isFlush>
          <OwnDraftsTable drafts={drafts} zone={timeZone} now={now} />
        </Panel>
      )}
      <div className="mt-3">
        {drafts.length > 0 && bids.items.length === 0 ? null : bids.items.length > 0 ? (
          <OwnBidsTable bids={bids.items} zone={timeZone} now={now} />
        ) : (
          <EmptyState reason={t("mine.empty")} detail={t("mine.emptyDetail")}>
            <ButtonLink href={`/${locale}/desk`}>{t("desk.title")}</ButtonLink>
          </EmptyState>
        )}
        <Pager
          nextHref={bids.nextCursor ? `${here}?${query}cursor=${bids.nextCursor}` : undefined}
          previousHref={cursor ? `${here}?${query}` : undefined}
        />
      </div>
    </PageWrap>
  );
}
