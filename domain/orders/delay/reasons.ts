import { isPortMode, type Mode } from "../../hubs/place";

/** Why goods wait, or work stands still. */
export const DELAY_REASONS = [
  "queue",
  "closure",
  "customs_inspection",
  "documents",
  "consignee",
  "vehicle",
  "driver",
  "carrier_documents",
  "slot_missed",
  "transshipment",
  "force_majeure",
] as const;
export type DelayReason = (typeof DELAY_REASONS)[number];

const AT_BORDER: readonly DelayReason[] = ["queue", "closure", "slot_missed"];

/** The reasons that a wait of goods by such a mode can have: by sea and air nothing waits in a queue at a border. */
export const reasonsBy = (mode: Mode): readonly DelayReason[] =>
  DELAY_REASONS.filter((reason) => !isPortMode(mode) || !AT_BORDER.includes(reason));

/** Who answers for a delay; nobody does for what neither could help: each bears its own. */
export const DELAY_PAYERS = ["buyer", "provider", "nobody"] as const;
export type DelayPayer = (typeof DELAY_PAYERS)[number];

/**
 * Who pays by reason, where no clause says otherwise: the buyer for what belongs to its goods, to whoever takes them, and to the border,
 * since the bid prices waiting there after free time; the provider for its trucks, drivers, permits, slots and handling.
 */
const PAYER_OF: Readonly<Record<DelayReason, DelayPayer>> = {
  queue: "buyer",
  closure: "buyer",
  customs_inspection: "buyer",
  documents: "buyer",
  consignee: "buyer",
  vehicle: "provider",
  driver: "provider",
  carrier_documents: "provider",
  slot_missed: "provider",
  transshipment: "provider",
  force_majeure: "nobody",
};

/** Who pays for a wait of this reason. A wait without one is what the bid prices as waiting: the buyer's. */
export const payerOf = (reason: DelayReason | null): DelayPayer => (reason === null ? "buyer" : PAYER_OF[reason]);
