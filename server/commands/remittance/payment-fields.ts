import { z } from "zod";
import { FILES_PER_SUBJECT_MAX } from "../../../domain/files/file-limits";
import { instantField } from "../../../domain/services/wire-fields";

export const WORDS_MAX = 500;

/** Which order, as it was seen. */
export const ofPaymentOrder = { orderId: z.string().min(1).max(64), version: z.int().optional() };

/** When it happened, what is to be said of it, and what shows it. */
export const deedFields = {
  occurredAt: instantField,
  words: z.string().trim().max(WORDS_MAX, "too_long").default(""),
  fileIds: z.array(z.string().max(64)).max(FILES_PER_SUBJECT_MAX, "too_many").default([]),
};
