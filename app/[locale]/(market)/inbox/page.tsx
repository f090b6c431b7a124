import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { z } from "zod";
import { listAddress } from "@/app/list-address";
import { NoticeList } from "@/components/notices/notice-list";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/table/pager";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { inbox, unreadCount } from "@/server/notices/queries";
import { markAllReadAction, markReadAction } from "./actions";

const PAGE_SIZE = 50;
const search = z.object({ cursor: z.string().max(40).catch("") });

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InboxPage({ searchParams }: PageProps) {
  const { actor, timeZone, organisation } = await requireMember("/inbox");
  const { cursor } = search.parse(await searchParams);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("notices.inbox")]);
  const { read } = platform().database;
  const { items, nextCursor } = await inbox(read, actor, { cursor: cursor || null, limit: PAGE_SIZE });
  const unread = await unreadCount(read, actor.userId ?? "", organisation.id);
  const path = `/${locale}/inbox`;
  return (
    <PageWrap>
      <ClientWords>
        <PageHead
          title={t("title")}
          sub={t("sub")}
          isInline
          actions={
            unread > 0 && (
              <OneButtonForm action={markAllReadAction} fields={{}}>
                {t("markAllRead")}
              </OneButtonForm>
            )
          }
        />
        <Panel title={t("unread", { count: unread })} isFlush>
          {items.length > 0 ? (
            <NoticeList notices={items} markRead={markReadAction} zone={timeZone} />
          ) : (
            <EmptyState reason={t("empty")} detail={t("emptyDetail")}>
              <ButtonLink href={`/${locale}/requests`}>{t("toRequests")}</ButtonLink>
            </EmptyState>
          )}
        </Panel>
        <Pager
          previousHref={cursor ? path : undefined}
          nextHref={nextCursor ? listAddress(path, {}, { cursor: nextCursor }) : undefined}
        />
      </ClientWords>
    </PageWrap>
  );
}
