import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { UnconfirmedNote } from "@/app/shell/unconfirmed-note";
import { CheckedPosting } from "@/components/deals/deal-summary";
import { PublishForm } from "@/components/deals/publish-form";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import { newId, platform } from "@/server/platform/platform";
import { requireMember } from "@/server/platform/identity/page-gate";
import { checkedPosting, ownDraft } from "@/server/deals/queries";
import { publishDraftAction } from "../../../actions";

type PageProps = { readonly params: Promise<{ draftId: string }> };

/** The second of two steps: everything that will be published, read once more before it binds. */
export default async function CheckPage({ params }: PageProps) {
  const { draftId } = await params;
  const session = await requireMember(`/deals/drafts/${draftId}`);
  const { database, clock } = platform();
  const draft = await ownDraft(database.read, session.actor, draftId);
  if (!draft) notFound();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("deals")]);
  const back = `/${locale}/deals/drafts/${draft.id}`;
  const posting = await checkedPosting(database.read, draft, clock());
  if (!posting) redirect(`${back}?check=1`);
  return (
    <PageWrap>
      <PageHead
        title={t("checkPage.title")}
        crumb={[
          { label: t("list.title"), href: `/${locale}/deals` },
          { label: posting.title, href: back },
          { label: t("checkPage.crumb") },
        ]}
        sub={t("checkPage.sub")}
      />
      <div className="stack">
        <CheckedPosting posting={posting} zone={session.timeZone} />
        <UnconfirmedNote place="publish" />
        <ClientWords>
          <PublishForm
            action={publishDraftAction}
            draft={{ draftId: draft.id }}
            version={draft.version}
            idempotencyKey={newId()}
            backHref={back}
            words={{
              back: t("checkPage.back"),
              publish: t("checkPage.publish", { count: posting.services.length }),
              consequence: t("checkPage.consequence"),
            }}
          />
        </ClientWords>
      </div>
    </PageWrap>
  );
}
