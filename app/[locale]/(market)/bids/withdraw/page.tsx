import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { WithdrawBids } from "@/components/bidding/withdraw-bids";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { bidsToWithdraw } from "@/server/bidding/queries/desk";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import { withdrawBidsAction } from "./actions";

/** The organisation's bids that can still be taken back: several are withdrawn at once. */
export default async function WithdrawPage() {
  const { actor, timeZone } = await requireMember("/bids/withdraw");
  const bids = await bidsToWithdraw(pageReader(), actor, { now: platform().clock() });
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  const list = `/${locale}/bids`;
  return (
    <PageWrap>
      <PageHead
        title={t("lists.withdraw.title")}
        sub={t("lists.withdraw.sub")}
        crumb={[{ label: t("bidding.mine.own"), href: list }, { label: t("lists.withdraw.title") }]}
      />
      <ClientWords>
        <Panel>
          {/* The form stays when nothing is left to choose: it says what became of each. */}
          <WithdrawBids
            action={withdrawBidsAction}
            bids={bids}
            zone={timeZone}
            callKey={newId()}
            nothingLeft={
              <EmptyState reason={t("lists.withdraw.none")}>
                <ButtonLink href={list}>{t("bidding.mine.all")}</ButtonLink>
              </EmptyState>
            }
          />
        </Panel>
      </ClientWords>
    </PageWrap>
  );
}
