import { accept, type Refusal, type Result, refuse } from "../shared/result";

/** By what a sending is followed through the banks: SWIFT's end-to-end reference, or the number of a CIPS message. */
export const REFERENCE_KINDS = ["uetr", "cips"] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
// As ISO 20022 has identifications of messages: up to 35 signs; eight at the least are one at all.
const CIPS_MESSAGE = /^[0-9A-Za-z]{8,35}$/;

/**
 * The reference of a sending as it is kept. A UETR is a UUID of version 4, in small letters; a CIPS message has 8 to 35
 * letters and digits. Refuses `reference_malformed` with the kind.
 */
export function paymentReference(kind: ReferenceKind, text: string): Result<string, Refusal<"reference_malformed">> {
  const bare = text.trim();
  const reference = kind === "uetr" ? bare.toLowerCase() : bare;
  return (kind === "uetr" ? UUID_4 : CIPS_MESSAGE).test(reference)
    ? accept(reference)
    : refuse("reference_malformed", { kind });
}
