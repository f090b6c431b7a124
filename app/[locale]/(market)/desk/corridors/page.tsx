import { getLocale, getTranslations } from "next-intl/server";
import { LeadsTable } from "@/components/bidding/leads-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { leadsByCorridor } from "@/server/bidding/queries/desk";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";

/** What waits for bids of a provider, by corridor. */
export default async function LeadsPage() {
  const { actor } = await requireMember("/desk/corridors");
  const now = platform().clock();
  const [leads, locale, t] = [
    await leadsByCorridor(pageReader(), actor, now),
    await getLocale(),
    await getTranslations("bidding"),
  ];
  return (
    <PageWrap>
      <PageHead
        title={t("leads.title")}
        sub={t("leads.sub")}
        crumb={[{ label: t("desk.title"), href: `/${locale}/desk` }, { label: t("leads.title") }]}
      />
      <Panel isFlush>
        {leads.length > 0 ? (
          <LeadsTable leads={leads} now={now} />
        ) : (
          <EmptyState reason={t("leads.none")} detail={t("leads.noneDetail")}>
            <ButtonLink href={`/${locale}/organisation/listings`}>{t("desk.offer")}</ButtonLink>
          </EmptyState>
        )}
      </Panel>
    </PageWrap>
  );
}
