import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { PasteForm } from "@/components/deals/paste-form";
import { Panel } from "@/components/ui/blocks";
import { mayEver } from "@/domain/access/policy";
import { TEXT_MAX } from "@/domain/deals/clerk/reading";
import { usualTimes } from "@/domain/deals/posting/first-draft";
import { newPosting } from "@/domain/deals/posting/new-posting";
import { configuredModel } from "@/server/deals/clerk-model";
import { newId, platform } from "@/server/platform/platform";
import { requireMember } from "@/server/platform/identity/page-gate";
import { readTextAction } from "../actions";
import { OpenDraft } from "../open-draft";
import { PostingPage } from "../posting-page";

/** A new posting: its draft is made with the first save, under the id that this page mints. */
export default async function NewDealPage() {
  const session = await requireMember("/deals/new");
  if (!mayEver(session.actor, "draft.change")) notFound();
  const t = await getTranslations("clerk");
  return (
    <PostingPage
      viewer={session}
      draftId={newId()}
      version={null}
      values={{ ...newPosting(session.timeZone), ...usualTimes(session.timeZone, platform().clock()) }}
      suggested={null}
      before={
        <>
          <OpenDraft />
          <Panel title={t("paste.title")}>
            <ClientWords rooms={["clerk"]}>
              <PasteForm
                action={readTextAction}
                draftId={newId()}
                zone={session.timeZone}
                lettersMax={TEXT_MAX}
                modelHost={configuredModel()?.host ?? null}
              />
            </ClientWords>
          </Panel>
        </>
      }
      drawing="new"
      shows={{ ways: false, providers: false, issues: false, saved: false }}
    />
  );
}
