import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { PasteForm } from "@/components/deals/paste-form";
import { Panel } from "@/components/ui/blocks";
import { mayEver } from "@/domain/access/policy";
import { providerIds } from "@/domain/catalogue/directory/shortlist";
import { TEXT_MAX } from "@/domain/deals/clerk/reading";
import { usualTimes } from "@/domain/deals/posting/first-draft";
import { newPosting } from "@/domain/deals/posting/new-posting";
import { SERVICES } from "@/domain/shared/vocabulary";
import { configuredModel } from "@/server/deals/clerk-model";
import { newId, platform } from "@/server/platform/platform";
import { requireMember } from "@/server/platform/identity/page-gate";
import { readTextAction } from "../actions";
import { OpenDraft } from "../open-draft";
import { PostingPage } from "../posting-page";

type PageProps = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** A new posting: its draft is made with the first save, under the id that this page mints. A provider's page names a service and whom to invite. */
export default async function NewDealPage({ searchParams }: PageProps) {
  const { ask: asked, with: named } = await searchParams;
  const ask = SERVICES.find((one) => one === asked);
  const invited = providerIds([named], 1);
  const from = new URLSearchParams({ ...(ask && { ask }), ...(invited[0] && { with: invited[0] }) });
  const session = await requireMember(`/deals/new${from.size > 0 ? `?${from.toString()}` : ""}`);
  if (!mayEver(session.actor, "draft.change")) notFound();
  const t = await getTranslations("clerk");
  return (
    <PostingPage
      viewer={session}
      draftId={newId()}
      version={null}
      values={{
        ...newPosting(session.timeZone),
        ...usualTimes(session.timeZone, platform().clock()),
        ...(ask && { wanted: [ask] }),
        ...(invited.length > 0 && { invited }),
      }}
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
