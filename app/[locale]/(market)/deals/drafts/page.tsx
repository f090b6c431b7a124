import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { DiscardDrafts } from "@/components/deals/discard-drafts";
import { PageWrap } from "@/components/shell/page-wrap";
import { EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { requireMember } from "@/server/platform/identity/page-gate";
import { newId } from "@/server/platform/platform";
import { pageReader } from "@/server/platform/page-reader";
import { draftList } from "@/server/deals/queries";
import { discardDraftsAction } from "../actions";

/** The organisation's unfinished postings, several of which can be thrown away at once. */
export default async function DraftsPage() {
  const { actor, timeZone } = await requireMember("/deals/drafts");
  const drafts = await draftList(pageReader(), actor);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("deals")]);
  return (
    <PageWrap>
      <PageHead
        title={t("draft.title")}
        sub={t("draft.severalSub")}
        crumb={[{ label: t("list.title"), href: `/${locale}/deals` }, { label: t("draft.title") }]}
      />
      <ClientWords>
        <Panel title={t("draft.several")}>
          {/* The form stays when nothing is left to choose: it says what became of each. */}
          <DiscardDrafts
            action={discardDraftsAction}
            drafts={drafts}
            zone={timeZone}
            callKey={newId()}
            nothingLeft={<EmptyState reason={t("draft.noneLeft")} />}
          />
        </Panel>
      </ClientWords>
    </PageWrap>
  );
}
