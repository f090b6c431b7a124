import type { Refusal } from "../../../domain/shared/result";

/** What a document's command answers: which document, and the version to name in the next one. */
export type DocumentReceipt = { readonly id: string; readonly version: number; readonly dealId: string };

export type DealRefusal = Refusal<"not_found" | "not_permitted">;
