import { z } from "zod";
import { bidDraftFields, bidDraftFieldsSchema } from "@/domain/bidding/draft/bid-draft-fields";
import { TEMPLATE_NAME_FIELD } from "@/domain/bidding/offer/template/template-limits";
import { flattenFields } from "@/domain/deals/posting/flatten-fields";
import type { Refusal } from "@/domain/shared/result";

/** The button of the bid form that keeps what is typed as a template. */
export const KEEP_INTENT = "keep-template";

/** The bid form as a template; what cannot be kept is said at its field. */
export const templateForm = z.looseObject({}).transform((sent, context) => {
  const name = String(sent[TEMPLATE_NAME_FIELD] ?? "").trim();
  if (name === "")
    context.issues.push({ code: "custom", path: [TEMPLATE_NAME_FIELD], message: "required", input: sent });
  const fields = bidDraftFieldsSchema.safeParse(bidDraftFields(flattenFields(sent)));
  for (const issue of fields.error?.issues ?? [])
    context.issues.push({ ...issue, input: sent } as z.core.$ZodIssue as never);
  if (name === "" || !fields.success) return z.NEVER;
  return { name, from: { requestId: String(sent.requestId), fields: fields.data } };
});

/** Beside the name, where the rule is about templates. */
export const fieldOfTemplate = ({ code }: Refusal): string | null =>
  code === "too_many_templates" ? TEMPLATE_NAME_FIELD : null;
