import { z } from "zod";
import { BID_MODES } from "@/domain/requests/request";
import { OPENERS, PROOF_STAGES, type ProofView } from "@/domain/requests/proof/proof-view";
import { toIso } from "@/domain/shared/instant";
import { idText, isoOrNull, timeText } from "../../platform/api/fields";

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
