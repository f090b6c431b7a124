import { accept, type Refusal, refuse, type Result } from "../shared/result";

/** By what a sending is followed through the banks: SWIFT's end-to-end reference, or the number of a CIPS message, or what the bank itself calls it. */
export const REFERENCE_KINDS = ["uetr", "cips", "bank"] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
// As ISO 20022 has identifications of messages: up to 35 signs; eight at the least are one at all.
const CIPS_MESSAGE = /^[0-9A-Za-z]{8,35}$/;
// As banks print them: with the strokes, points and dashes that SWIFT's character set allows.
const OF_BANK = /^[0-9A-Za-z][0-9A-Za-z/.-]{4,34}$/;

const FORMS: Readonly<Record<ReferenceKind, RegExp>> = { uetr: UUID_4, cips: CIPS_MESSAGE, bank: OF_BANK };

/**
 * The reference of a sending as it is kept. A UETR is a UUID of version 4, in small letters; a CIPS message has 8 to 35
 * letters and digits, and a bank's own 5 to 35 with strokes, points and dashes. Refuses `reference_malformed` with the kind.
 */
export function paymentReference(kind: ReferenceKind, text: string): Result<string, Refusal<"reference_malformed">> {
  const bare = text.trim();
  const reference = kind === "uetr" ? bare.toLowerCase() : bare;
  return FORMS[kind].test(reference) ? accept(reference) : refuse("reference_malformed", { kind });
}
