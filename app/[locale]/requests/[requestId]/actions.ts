"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { BidFormState } from "@/domain/bidding/bid-form";
import { TEMPLATE_NAME_FIELD } from "@/domain/bidding/bid-form-limits";
import { formAction, valuesOfForm } from "@/server/platform/form/form-action";
import { steppedAction } from "@/server/platform/form/stepped-action";
import { closeRequest } from "@/server/requests/close-request";
import { cancelRequest } from "@/server/requests/cancel-request";
import { openRequest } from "@/server/requests/open-request";
import { publishRequest } from "@/server/requests/publish-request";
import { discardBidDraft, saveBidDraft } from "@/server/bidding/bid-draft";
import { fieldOfBid } from "@/server/bidding/field-of-bid";
import { keepBidTemplate } from "@/server/bidding/bid-templates";
import { reviseBid, submitBid } from "@/server/bidding/submit-bid";
import { passRequest, takeUpRequest } from "@/server/bidding/pass-request";
import { withdrawBid } from "@/server/bidding/withdraw-bid";
import { withAmendments } from "./amend/amendment-intents";
import {
  afterDraft,
  answerIntent,
  draftForm,
  fieldOfDraft,
  fieldOfTemplate,
  isDraftIntent,
  KEEP_INTENT,
  offerForm,
  templateForm,
  withoutKey,
} from "./bid-intents";
import { answerQuestion } from "@/server/requests/answer-question";
import { askQuestion } from "@/server/requests/ask-question";
import { chooseFallbackOf } from "@/server/requests/choose-fallback";

const requestId = z.string();
const toRequest = ({ id }: { readonly id: string }) => ({ goTo: `/requests/${id}` });
const back = (_: unknown, data: FormData) => ({
  goTo: `/requests/${encodeURIComponent(String(data.get("requestId")))}`,
});

const submit = formAction({ command: submitBid, form: offerForm("submit"), fieldOf: fieldOfBid, then: back });
const revise = formAction({ command: reviseBid, form: offerForm("revise"), fieldOf: fieldOfBid, then: back });

const keepDraft = formAction({ command: saveBidDraft, form: draftForm, fieldOf: fieldOfDraft, then: afterDraft });

const keepTemplate = formAction({
  command: keepBidTemplate,
  form: templateForm,
  fieldOf: fieldOfTemplate,
  then: async (_, data) => {
    const name = String(data.get(TEMPLATE_NAME_FIELD)).trim();
    return { notice: (await getTranslations("bidding.template"))("kept", { name }), isQuiet: true };
  },
});

/** Keeps a template of what is typed, which stays in the form. */
async function keepTyped(state: BidFormState | null, data: FormData): Promise<BidFormState | null> {
  const answered = await keepTemplate(state, withoutKey(data));
  return answered && { ...answered, values: valuesOfForm(data) };
}

/** The lines' buttons and the check change the form and keep nothing; a draft or template is kept as it is typed; "send" sends it. */
export const bidAction = steppedAction<BidFormState>("bidding.check-bid", answerIntent, async (state, data) => {
  const intent = String(data.get("intent"));
  if (isDraftIntent(intent)) return keepDraft(state, withoutKey(data));
  if (intent === KEEP_INTENT) return keepTyped(state, data);
  const refused = await (data.get("bidId") ? revise(state, data) : submit(state, data));
  return refused && withAmendments(refused, data);
});

/** The bid as it stands, once more with the files that lie beside it now. */
export const includeFilesAction = formAction({
  command: reviseBid,
  form: z
    .object({
      bidId: z.string(),
      requestId,
      ifVersion: z.coerce.number().int(),
      amendment: z.coerce.number().int(),
    })
    .transform(({ requestId: _, ...input }) => input),
  then: (_, data) => ({ goTo: `/requests/${encodeURIComponent(String(data.get("requestId")))}?files=sent#files` }),
});

export const discardAction = formAction({
  command: discardBidDraft,
  form: z.object({ requestId }),
  then: ({ requestId: id }) => ({ goTo: `/requests/${id}?draft=discarded` }),
});

export const withdrawAction = formAction({
  command: withdrawBid,
  form: z.object({ bidId: z.string(), requestId }).transform(({ bidId }) => ({ bidId })),
  then: back,
});

const aboutPassing = {
  form: z.object({ requestId }),
  then: (_: unknown, data: FormData) => ({ goTo: `/requests/${encodeURIComponent(String(data.get("requestId")))}` }),
};

export const passAction = formAction({ command: passRequest, ...aboutPassing });

export const takeUpAction = formAction({ command: takeUpRequest, ...aboutPassing });

export const publishAction = formAction({ command: publishRequest, form: z.object({ requestId }), then: toRequest });

export const closeAction = formAction({ command: closeRequest, form: z.object({ requestId }), then: toRequest });

export const openAction = formAction({ command: openRequest, form: z.object({ requestId }), then: toRequest });

export const cancelAction = formAction({
  command: cancelRequest,
  form: z.object({ requestId, reason: z.string("required"), code: z.string().optional() }),
  then: toRequest,
});

const text = z.string("required");

const toQuestions = ({ requestId }: { readonly requestId: string }) => ({ goTo: `/requests/${requestId}#questions` });

export const askQuestionAction = formAction({
  command: askQuestion,
  form: z.object({ requestId: z.string(), question: text }),
  fieldOf: ({ code }) => (code === "questions_closed" || code === "too_many_questions" ? "question" : null),
  then: toQuestions,
});

export const answerQuestionAction = formAction({
  command: answerQuestion,
  form: z
    .object({ questionId: z.string(), answer: text, isCorrection: z.string().optional() })
    .transform(({ isCorrection, ...rest }) => ({ ...rest, isCorrection: isCorrection === "yes" })),
  fieldOf: () => "answer",
  then: toQuestions,
});

/** The buyer does the service itself, or drops it: what follows from it is read on the deal's page. */
export const fallbackAction = formAction({
  command: chooseFallbackOf,
  form: z.object({ requestId: z.string(), choice: z.string().optional() }),
  then: ({ dealId }) => ({ goTo: `/deals/${dealId}` }),
});
