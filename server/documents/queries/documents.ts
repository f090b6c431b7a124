import "server-only";
import type { Reader } from "@/db/database";
import type { Actor } from "@/domain/access/actor";
import { mayEver } from "@/domain/access/policy";
import { DOCUMENT_KINDS } from "@/domain/services/document-kind";
import type { DocumentsView } from "@/domain/documents/document-view";
import { partyFor } from "@/domain/documents/enter";
import { dealOfParty } from "../deal-parties";
import { examinePapers } from "../../orders/chain/facts/readiness-of-deal";

/** The papers of a deal with what is missing and what contradicts; null to all but its parties. */
export async function documentsView(read: Reader, viewer: Actor, dealId: string): Promise<DocumentsView | null> {
  const found = await dealOfParty(read, viewer, { dealId, action: "document.read" });
  if (typeof found === "string") return null;
  const { deal, parties } = found;
  const { current, ...examined } = await examinePapers(read, deal);
  const isOwn = mayEver(viewer, "document.change");
  const { id, reference, title, cargo, goodsValue } = deal;
  return {
    ...examined,
    deal: { id, reference, title, cargo, currency: goodsValue.currency },
    parties,
    enterable: mayEver(viewer, "document.enter")
      ? DOCUMENT_KINDS.filter((kind) => partyFor(parties, kind) !== null)
      : [],
    ownIds: isOwn
      ? current.filter((one) => one.enteredByOrganisationId === viewer.organisationId).map((one) => one.id)
      : [],
  };
}
