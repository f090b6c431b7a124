import { z } from "zod";
import { OPENERS, PROOF_STAGES } from "../domain/requests/proof";
import { BID_MODES } from "../domain/requests/request-choices";
import { type View, id, time } from "./fields";

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: "SHA-256 in hexadecimal" });
const fingerprint = z
  .string()
  .nullable()
  .meta({ description: "First 16 digits of the SHA-256 of the request's public key; null where there is none" });

const inclusion = z.object({
  number: z.int(),
  leaf: hash,
  path: z
    .array(z.object({ side: z.enum(["left", "right"]), hash }))
    .meta({ description: "What to hash with, from the leaf up: SHA-256(0x01 | left | right)" }),
});

const list = z.object({
  root: hash.meta({ description: "Of the Merkle tree over the leaves by RFC 6962" }),
  leaves: z.array(
    z.object({
      number: z.int().meta({ description: "From 1, in the order of coming" }),
      receipt: z.string(),
      leaf: hash.meta({ description: "SHA-256(0x00 | requestId | '|' | number | '|' | receipt)" }),
    }),
  ),
});

const opening = z.object({
  openedAt: time,
  openedBy: z.enum(OPENERS),
  keyFingerprint: fingerprint,
  root: hash.nullable(),
  opened: z.int(),
  stale: z.int(),
  withdrawn: z.int(),
});

/** By what a request's list of receipts is checked: as it is answered, and as it is kept in a file. */
export const proof = z
  .object({
    requestId: id,
    reference: z.string(),
    mode: z.enum(BID_MODES),
    stage: z.enum(PROOF_STAGES).meta({
      description:
        "`before` the close; `kept`; `not_kept` where it closed before lists were; `cancelled` before its close",
    }),
    closesAt: time,
    closedAt: time.nullable(),
    keyFingerprint: fingerprint,
    list: list.nullable(),
    inclusion: inclusion
      .nullable()
      .meta({ description: "Of the receipt that was asked for; null where it is not in the list" }),
    opening: opening.nullable(),
  })
  .meta({ id: "RequestProof" });

export type Proof = View<typeof proof>;
export type ReceiptLeaves = View<typeof list>;
export type Opening = View<typeof opening>;

/** What is on record of an opening; the names of who opened for the buyer's own people, else null. */
export type Minutes = Opening & { readonly people: readonly string[] | null };

/** A proof with what its page says of the request; a file that was kept before says nothing of it. */
export type ProofPage = Proof & { readonly title: string; readonly twoPersonOpening: boolean };
