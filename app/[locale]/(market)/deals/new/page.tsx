import { notFound } from "next/navigation";
import { mayEver } from "@/domain/access/policy";
import { ANY_HUB } from "@/domain/deals/deal-schema";
import { newId } from "@/server/platform/new-id";
import { requireMember } from "@/server/platform/identity/page-gate";
import { PostingPage } from "../drafts/posting-page";

/** A new posting: its draft is made with the first save, under the id that this page mints. */
export default async function NewDealPage() {
  const session = await requireMember("/deals/new");
  if (!mayEver(session.actor, "draft.change")) notFound();
  const values = {
    zone: session.timeZone,
    mode: "road",
    hubId: ANY_HUB,
    goodsCurrency: "CNY",
    comparisonCurrency: "CNY",
    bidMode: "sealed",
    visibility: "open",
    "cargo[0].packageType": "CT",
  };
  return (
    <PostingPage
      session={session}
      draftId={newId()}
      version={null}
      values={values}
      drawing="new"
      shows={{ ways: false, issues: false, saved: false }}
    />
  );
}
