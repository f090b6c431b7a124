import { z } from "zod";
import type { Refusal } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";

/** What a document's command answers: which document, and the version to name in the next one. */
export const receiptShape = z
  .strictObject({ id: idText, version: z.int(), dealId: idText })
  .meta({ id: "DocumentReceipt" });
export type DocumentReceipt = z.output<typeof receiptShape>;

export type DealRefusal = Refusal<"not_found" | "not_permitted">;
