import "server-only";
import type { Reader } from "@/db/database";
import { findDeal } from "@/db/repositories/deals";
import { type StoredMinutes, findMinutes, findReceiptList, namesOfPeople } from "@/db/repositories/proof";
import { findRequestKey } from "@/db/repositories/platform";
import { findVisibleRequest } from "@/db/repositories/requests";
import { type Actor, may } from "@/domain/access/policy";
import { openersOf, proofStage } from "@/domain/requests/proof";
import { inclusionOf } from "@/domain/requests/receipt-list";
import { instant } from "@/domain/shared/time";
import type { Minutes, Opening, ProofPage } from "@/views/proofs";
import { sha256 } from "../closing-proof";
import { fingerprintOf } from "../../sealing/request-key";

const openingOf = (stored: StoredMinutes): Opening => ({
  openedAt: instant(stored.openedAt),
  openedBy: openersOf(stored),
  keyFingerprint: stored.keyFingerprint,
  root: stored.root,
  opened: stored.openedCount,
  stale: stored.staleCount,
  withdrawn: stored.withdrawnCount,
});

/** What is on record of a request's opening; the buyer's people also read who opened. Null before it, and from before minutes were kept. */
export async function minutesOf(
  read: Reader,
  viewer: Actor,
  request: { readonly id: string; readonly buyerOrganisationId: string },
): Promise<Minutes | null> {
  const stored = await findMinutes(read, request.id);
  if (!stored) return null;
  const isBuyer = may(viewer, "bids.read_of_request", request);
  return { ...openingOf(stored), people: isBuyer ? await namesOfPeople(read, stored.userIds) : null };
}

/** What a request's page says of its proof: the root and the minutes. */
export async function proofSummary(
  read: Reader,
  viewer: Actor,
  request: { readonly id: string; readonly buyerOrganisationId: string },
) {
  const list = await findReceiptList(read, request.id);
  return {
    root: list?.root ?? null,
    count: list?.receipts.length ?? 0,
    minutes: await minutesOf(read, viewer, request),
  };
}

/** Everything by which a request's list of receipts is checked, to whoever may see the request; null to others. */
export async function proofOf(
  read: Reader,
  viewer: Actor,
  of: { readonly id: string; readonly receipt: string | null },
): Promise<ProofPage | null> {
  const request = await findVisibleRequest(read, viewer, of.id);
  const deal = request && (await findDeal(read, request.dealId));
  if (!request || !deal) return null;
  const stored = await findReceiptList(read, request.id);
  const key = request.bidMode === "sealed" ? await findRequestKey(read, request.id) : undefined;
  const minutes = await findMinutes(read, request.id);
  return {
    requestId: request.id,
    reference: request.reference,
    title: deal.title,
    mode: request.bidMode,
    twoPersonOpening: request.twoPersonOpening,
    stage: proofStage({ ...request, hasList: stored !== undefined }),
    closesAt: request.closesAt,
    closedAt: request.closedAt,
    keyFingerprint: fingerprintOf(key?.publicKey ?? null),
    list: stored
      ? {
          root: stored.root,
          leaves: stored.receipts.map((receipt, at) => ({ number: at + 1, receipt, leaf: stored.leaves[at] ?? "" })),
        }
      : null,
    inclusion: stored && of.receipt ? inclusionOf(stored, of.receipt, sha256) : null,
    opening: minutes ? openingOf(minutes) : null,
  };
}
