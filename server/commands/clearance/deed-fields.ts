import { z } from "zod";
import { FILES_PER_SUBJECT_MAX } from "../../../domain/files/file-limits";
import { boundedText, instantField } from "../../../domain/services/wire-fields";

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

export const wordsField = boundedText(WORDS_MAX);
