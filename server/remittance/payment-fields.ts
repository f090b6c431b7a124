import type { RefusalCode } from "@/domain/shared/refusal-codes";
import { z } from "zod";
import { FILES_PER_SUBJECT_MAX } from "../../domain/files/file-limits";
import { REMITTANCE_STATES } from "../../domain/remittance/remittance";
import { instantField } from "../../domain/shared/wire-fields";
import { idText } from "../platform/api/endpoint-kinds";
import type { Writer } from "../../db/database";
import { lockDealOfOrder } from "../../db/repositories/deals";
import { lockNames } from "../../db/repositories/platform";

const WORDS_MAX = 500;

/** Which order, as it was seen. */
export const ofPaymentOrder = { orderId: z.string().min(1).max(64), version: z.int().optional() };

/** The lock of what a bank gives a reference: the order's deal, and the reference, however it is written, which is held to those of all payments. */
export async function lockWithReference(
  tx: Writer,
  { orderId, reference }: { readonly orderId: string; readonly reference: string },
): Promise<void> {
  await lockDealOfOrder(tx, { orderId });
  await lockNames(tx, [`reference ${reference.trim().toLowerCase()}`]);
}

/** When it happened, what is to be said of it, and what shows it. */
export const transitionFields = {
  occurredAt: instantField,
  words: z.string().trim().max(WORDS_MAX, "too_long").default(""),
  fileIds: z.array(z.string().max(64)).max(FILES_PER_SUBJECT_MAX, "too_many").default([]),
};

/** What a sending has become. */
const receiptShape = z
  .strictObject({
    id: idText,
    orderId: idText,
    attempt: z.int(),
    state: z.enum(REMITTANCE_STATES),
    version: z.int().meta({ description: "Of the order" }),
  })
  .meta({ id: "SendingReceipt" });

/** What shows a change of the funds, such as the bank's advice. */
export const FILES_OF_FUNDS = { fileIds: transitionFields.fileIds };

const fundsReceiptShape = z
  .strictObject({ orderId: idText, version: z.int().meta({ description: "Of the order" }) })
  .meta({ id: "FundsReceipt" });

/** What a command about an order's funds answers. */
export type FundsReceipt = Readonly<z.output<typeof fundsReceiptShape>>;

/** How commands about an order's funds are called. */
export const fundsHttp = { method: "POST", scope: "orders:write", status: 200, output: fundsReceiptShape } as const;

/** How all deeds on the last sending are called. */
export const transitionHttp = { method: "POST", scope: "orders:write", status: 200, output: receiptShape } as const;

/** Why any of them is refused. */
export const TRANSITION_REFUSALS: readonly RefusalCode[] = [
  "not_permitted",
  "wrong_state",
  "occurred_in_future",
  "occurred_out_of_order",
  "file_unknown",
];

/** When it happened, for the documentation. */
export const EXAMPLE_TIME = "2026-11-24T10:00:00Z";
