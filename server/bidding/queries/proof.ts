import "server-only";
import type { Reader } from "@/db/database";
import { findDeal } from "@/db/repositories/deals";
import { findMinutes, findReceiptList, namesOfPeople, type StoredMinutes } from "@/db/repositories/proof";
import { findRequestKey } from "@/db/repositories/request-keys";
import { findVisibleRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { type Minutes, openersOf, type ProofView, proofStage } from "@/domain/requests/proof/proof-view";
import { inclusionOf } from "@/domain/requests/proof/receipt-list";
import { instant } from "@/domain/shared/instant";
import { sha256 } from "../proof/sha256";
import { fingerprintOf } from "../../sealing/request-key/request-key";

async function minutesFor(read: Reader, stored: StoredMinutes, isBuyer: boolean): Promise<Minutes> {
  const { requestId: _, isByClock: __, userIds, openedAt, ...counted } = stored;
  return {
    ...counted,
    openedAt: instant(openedAt),
    openedBy: openersOf(stored),
    people: isBuyer ? await namesOfPeople(read, userIds) : null,
  };
}

/** What is on record of a request's opening; the buyer's people also read who opened. Null before it, and from before minutes were kept. */
export async function minutesOf(
  read: Reader,
  viewer: Actor,
  request: { readonly id: string; readonly buyerOrganisationId: string },
): Promise<Minutes | null> {
  const stored = await findMinutes(read, request.id);
  return stored ? minutesFor(read, stored, may(viewer, "bids.read_of_request", request)) : null;
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
): Promise<ProofView | null> {
  const request = await findVisibleRequest(read, viewer, of.id);
  const deal = request && (await findDeal(read, request.dealId));
  if (!request || !deal) return null;
  const stored = await findReceiptList(read, request.id);
  const list = stored ? { receipts: stored.receipts, leaves: stored.leaves, root: stored.root } : null;
  const key = request.bidMode === "sealed" ? await findRequestKey(read, request.id) : undefined;
  const minutes = await findMinutes(read, request.id);
  return {
    requestId: request.id,
    reference: request.reference,
    title: deal.title,
    bidMode: request.bidMode,
    twoPersonOpening: request.twoPersonOpening,
    stage: proofStage({ ...request, hasList: list !== null }),
    closesAt: request.closesAt,
    closedAt: request.closedAt,
    keyFingerprint: fingerprintOf(key?.publicKey ?? null),
    list,
    inclusion: list && of.receipt ? inclusionOf(list, of.receipt, sha256) : null,
    minutes: minutes ? await minutesFor(read, minutes, false) : null,
  };
}
