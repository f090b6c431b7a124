import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClientWords } from "@/app/client-words";
import { listAddress } from "@/app/list-address";
import { UnconfirmedNote } from "@/app/shell/unconfirmed-note";
import { GroupList } from "@/components/notices/group-list";
import { NeededList } from "@/components/notices/needed-list";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor, ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { CountText } from "@/components/ui/figures";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/table/pager";
import { TableKeys } from "@/components/ui/table/table-keys";
import { inboxPage } from "@/server/notices/inbox";
import { unreadCount } from "@/server/notices/queries";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { markAllReadAction, markGroupReadAction, markReadAction, muteAction, unmuteAction } from "./actions";

const PAGE_SIZE = 20;
/** Of what needs the reader so many lines stand at first, those that are due first. */
const NEEDED_FIRST = 12;
const ACTIONS = {
  markRead: markReadAction,
  markGroupRead: markGroupReadAction,
  mute: muteAction,
  unmute: unmuteAction,
};
const search = z.object({
  cursor: z.string().max(40).catch(""),
  open: z.string().max(64).catch(""),
  needed: z.enum(["", "all"]).catch(""),
});

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What needs the reader, and below it all that they were told, a deal a row. */
export default async function InboxPage({ searchParams }: PageProps) {
  const { actor, timeZone, organisation } = await requireMember("/inbox");
  const { cursor, open, needed: shown } = search.parse(await searchParams);
  const [locale, t, saved] = await Promise.all([
    getLocale(),
    getTranslations("notices.inbox"),
    getTranslations("notices.saved"),
  ]);
  const [read, now] = [pageReader(), platform().clock()];
  const asked = { cursor: cursor || null, open: open || null, limit: PAGE_SIZE, now };
  const { needed, groups, nextCursor, opened } = await inboxPage(read, actor, asked);
  const unread = await unreadCount(read, actor.userId ?? "", organisation.id);
  const path = `/${locale}/inbox`;
  const first = shown === "all" ? needed : needed.slice(0, NEEDED_FIRST);
  return (
    <PageWrap>
      <ClientWords ofButtons>
        <PageHead
          title={t("title")}
          sub={t("sub")}
          isInline
          actions={
            <>
              <ButtonLink href={`/${locale}/saved`}>{saved("title")}</ButtonLink>
              {unread > 0 && (
                <OneButtonForm action={markAllReadAction} fields={{}}>
                  {t("markAllRead")}
                </OneButtonForm>
              )}
            </>
          }
        />
        <div className="stack" data-table>
          <UnconfirmedNote place="inbox" />
          {!cursor && (
            <Panel id="needed" title={t("needed")} aside={<CountText value={needed.length} />} isFlush>
              {needed.length > 0 ? (
                <>
                  <NeededList needed={first} zone={timeZone} now={now} />
                  {needed.length > first.length && (
                    <p className="panel-foot">
                      <Anchor href={`${listAddress(path, {}, { needed: "all" })}#needed`}>
                        {t("allNeeded", { count: needed.length })}
                      </Anchor>
                    </p>
                  )}
                </>
              ) : (
                <p className="panel-body">{t("nothingNeeded")}</p>
              )}
            </Panel>
          )}
          <Panel id="told" title={t("told")} aside={t("unread", { count: unread })} isFlush>
            {groups.length > 0 ? (
              <GroupList
                {...{ groups, opened, zone: timeZone }}
                actions={ACTIONS}
                hrefOf={(group) => listAddress(path, {}, { ...(cursor && { cursor }), ...(group && { open: group }) })}
              />
            ) : (
              <EmptyState reason={t("empty")} detail={t("emptyDetail")}>
                <ButtonLink href={`/${locale}/requests`}>{t("toRequests")}</ButtonLink>
              </EmptyState>
            )}
          </Panel>
          <TableKeys />
        </div>
        <Pager
          previousHref={cursor ? path : undefined}
          nextHref={nextCursor ? listAddress(path, {}, { cursor: nextCursor }) : undefined}
        />
      </ClientWords>
    </PageWrap>
  );
}
