import { z } from "zod";
import { BID_MODES } from "@/domain/requests/request";
import {
  type Minutes,
  OPENERS,
  PROOF_STAGES,
  type ProofView,
  openersOf,
  proofStage,
} from "@/domain/requests/proof-view";
import { instant, toIso } from "@/domain/shared/instant";
import { idText, isoOrNull, timeText } from "../../platform/api/fields";
import "server-only";
import type { Reader } from "@/db/database";
import { findDeal } from "@/db/repositories/deals";
import { type StoredMinutes, findMinutes, findReceiptList, namesOfPeople } from "@/db/repositories/proof";
import { findRequestKey } from "@/db/repositories/request-keys";
import { findVisibleRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { inclusionOf } from "@/domain/requests/receipt-list";
import { sha256 } from "../closing-proof";
import { fingerprintOf } from "../../sealing/request-key";

const hashText = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: "SHA-256 in hexadecimal" });
const fingerprintText = z
  .string()
  .nullable()
  .meta({ description: "First 16 digits of the SHA-256 of the request's public key; null where there is none" });

const inclusionShape = z.strictObject({
  number: z.int(),
  leaf: hashText,
  path: z
    .array(z.strictObject({ side: z.enum(["left", "right"]), hash: hashText }))
    .meta({ description: "What to hash with, from the leaf up: SHA-256(0x01 | left | right)" }),
});

/** A proof as it travels and as it is kept in a file. */
export const proofShape = z
  .strictObject({
    requestId: idText,
    reference: z.string(),
    mode: z.enum(BID_MODES),
    stage: z.enum(PROOF_STAGES).meta({
      description:
        "`before` the close; `kept`; `not_kept` where it closed before lists were; `cancelled` before its close",
    }),
    closesAt: timeText,
    closedAt: timeText.nullable(),
    keyFingerprint: fingerprintText,
    list: z
      .strictObject({
        root: hashText.meta({ description: "Of the Merkle tree over the leaves by RFC 6962" }),
        leaves: z.array(
          z.strictObject({
            number: z.int().meta({ description: "From 1, in the order of coming" }),
            receipt: z.string(),
            leaf: hashText.meta({ description: "SHA-256(0x00 | requestId | '|' | number | '|' | receipt)" }),
          }),
        ),
      })
      .nullable(),
    inclusion: inclusionShape
      .nullable()
      .meta({ description: "Of the receipt that was asked for; null where it is not in the list" }),
    opening: z
      .strictObject({
        openedAt: timeText,
        openedBy: z.enum(OPENERS),
        keyFingerprint: fingerprintText,
        root: hashText.nullable(),
        opened: z.int(),
        stale: z.int(),
        withdrawn: z.int(),
      })
      .nullable(),
  })
  .meta({ id: "RequestProof" });

export type WireProof = z.output<typeof proofShape>;

export const writeProof = ({ list, minutes, inclusion, ...proof }: ProofView): WireProof => ({
  requestId: proof.requestId,
  reference: proof.reference,
  mode: proof.bidMode,
  stage: proof.stage,
  closesAt: toIso(proof.closesAt),
  closedAt: isoOrNull(proof.closedAt),
  keyFingerprint: proof.keyFingerprint,
  list: list && {
    root: list.root,
    leaves: list.receipts.map((receipt, at) => ({ number: at + 1, receipt, leaf: list.leaves[at] ?? "" })),
  },
  inclusion: inclusion && { ...inclusion, path: inclusion.path.map((step) => ({ ...step })) },
  opening: minutes && {
    openedAt: toIso(minutes.openedAt),
    openedBy: minutes.openedBy,
    keyFingerprint: minutes.keyFingerprint,
    root: minutes.root,
    opened: minutes.openedCount,
    stale: minutes.staleCount,
    withdrawn: minutes.withdrawnCount,
  },
});

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
