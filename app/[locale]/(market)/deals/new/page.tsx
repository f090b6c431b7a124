import { notFound } from "next/navigation";
import { mayEver } from "@/domain/access/policy";
import { newPosting } from "@/domain/deals/posting/new-posting";
import { newId } from "@/server/platform/new-id";
import { requireMember } from "@/server/platform/identity/page-gate";
import { PostingPage } from "../drafts/posting-page";

/** A new posting: its draft is made with the first save, under the id that this page mints. */
export default async function NewDealPage() {
  const session = await requireMember("/deals/new");
  if (!mayEver(session.actor, "draft.change")) notFound();
  return (
    <PostingPage
      session={session}
      draftId={newId()}
      version={null}
      values={newPosting(session.timeZone)}
      drawing="new"
      shows={{ ways: false, issues: false, saved: false }}
    />
  );
}
