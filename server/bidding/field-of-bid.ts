import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import { gateField } from "@/domain/bidding/bid-form-limits";
import type { FormTree } from "@/domain/bidding/offer/charge-lines-form";
import { fieldPathOf } from "@/domain/bidding/offer/offer-form";
import type { Refusal } from "@/domain/shared/result";
import { fieldName, fieldPath } from "../platform/form/issue-words";

const OF_GATE: readonly string[] = ["gate_unanswered", "gate_not_met"];

const tree = z.looseObject({});

/** What a form has sent, by the parts of its fields' names. */
export const treeOfForm = (data: FormData): FormTree => parseWithZod(data, { schema: tree }).payload;

/** The bid form's field for the member that a refusal names; what names none is said of the whole form. */
export function fieldOfBid({ code, details }: Refusal, data: FormData): string | null {
  if (OF_GATE.includes(code)) return gateField(Number(details?.gate) - 1);
  const { field } = details ?? {};
  return field === undefined ? null : fieldName(fieldPathOf(fieldPath(String(field)), treeOfForm(data)));
}
