import { z } from "zod";
import { FILES_PER_SUBJECT_MAX } from "../../domain/files/file-limits";
import { boundedText, instantField } from "../../domain/shared/wire-fields";
import { DECLARATION_STATES } from "../../domain/clearance/declaration";
import { idText } from "../platform/api/endpoint-kinds";

export const WORDS_MAX = 1_000;
export const RECEIPT_MAX = 80;

/** Which declaration, as it was seen. */
export const ofDeclaration = {
  declarationId: z.string().min(1).max(64),
  version: z.int().optional(),
};

export const fileIdsField = z.array(z.string().max(64)).max(FILES_PER_SUBJECT_MAX, "too_many").default([]);

/** What the customs have done: when, and what shows it. */
export const actFields = { occurredAt: instantField, fileIds: fileIdsField };

/** What a declaration has become. */
const receiptShape = z
  .strictObject({ id: idText, orderId: idText, state: z.enum(DECLARATION_STATES), version: z.int() })
  .meta({ id: "DeclarationReceipt" });

/** How all deeds on a declaration are called. */
export const deedHttp = { method: "POST", scope: "orders:write", status: 200, output: receiptShape } as const;

/** Why any of them is refused, and why what the customs have done is. */
export const DEED_REFUSALS = ["not_permitted", "wrong_state"];
export const ACT_REFUSALS = [
  ...DEED_REFUSALS,
  "gate_closed",
  "occurred_in_future",
  "occurred_out_of_order",
  "file_unknown",
];

export const wordsField = boundedText(WORDS_MAX);
