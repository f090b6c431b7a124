import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { listAddress } from "@/app/list-address";
import { MailList } from "@/components/notices/mail-list";
import { PageWrap } from "@/components/shell/page-wrap";
import { EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/table/pager";
import { MARKET_ZONE } from "@/domain/shared/time";
import { env } from "@/server/platform/process/env";
import { platform } from "@/server/platform/platform";
import { anonymous, currentSession } from "@/server/platform/identity/session";
import { keptMails } from "@/server/notices/queries";

const PAGE_SIZE = 50;
const search = z.object({ cursor: z.string().max(40).catch("") });

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { robots: "noindex" };

/** Other people's mail: of a demo market on its own machine, whose people are invented; elsewhere for administrators. */
export default async function MailboxPage({ searchParams }: PageProps) {
  const { cursor } = search.parse(await searchParams);
  const [locale, t, session] = await Promise.all([getLocale(), getTranslations("mail.mailbox"), currentSession()]);
  const asked = { cursor: cursor || null, limit: PAGE_SIZE, env: env() };
  const found = await keptMails(platform().database.read, session?.actor ?? anonymous(), asked);
  if (found === null) notFound();
  const { items, nextCursor } = found;
  const { KOUAN_ENV, SMTP_URL, baseUrl } = asked.env;
  const sub = KOUAN_ENV !== "demo" ? "subPlain" : SMTP_URL === "" ? "sub" : "subSending";
  const path = `/${locale}/mailbox`;
  return (
    <PageWrap>
      <PageHead title={t("title")} sub={t(sub)} />
      <Panel isFlush>
        {items.length > 0 ? (
          <MailList mails={items} zone={session?.timeZone ?? MARKET_ZONE} ownAddress={baseUrl} />
        ) : (
          <EmptyState reason={t("empty")} detail={t("emptyDetail")} />
        )}
      </Panel>
      <Pager
        previousHref={cursor ? path : undefined}
        nextHref={nextCursor ? listAddress(path, {}, { cursor: nextCursor }) : undefined}
      />
    </PageWrap>
  );
}
