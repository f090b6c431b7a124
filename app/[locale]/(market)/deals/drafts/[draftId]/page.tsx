import { notFound } from "next/navigation";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { ownDraft } from "@/server/deals/queries";
import { PostingPage } from "../../posting-page";

type PageProps = {
  readonly params: Promise<{ draftId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DraftPage({ params, searchParams }: PageProps) {
  const { draftId } = await params;
  const session = await requireMember(`/deals/drafts/${draftId}`);
  const draft = await ownDraft(platform().database.read, session.actor, draftId);
  if (!draft) notFound();
  const { v, ways, providers, check, saved, codes, below } = await searchParams;
  const shows = { ways: ways === "1", providers: providers === "1", issues: check === "1", saved: saved === "1" };
  return (
    <PostingPage
      viewer={session}
      draftId={draft.id}
      version={draft.version}
      values={draft.fields}
      suggested={draft.suggested}
      drawing={`${draft.id} ${String(v)}`}
      shows={shows}
      codesOf={
        /^\d{1,2}$/.test(String(codes))
          ? { line: Number(codes), heading: /^\d{4}$/.test(String(below)) ? String(below) : null }
          : null
      }
    />
  );
}
