import type { AwardFormState } from "@/components/award/compare-form";
import { answer, wordRefusal } from "@/server/platform/form/form-action";
import { reviewChoice } from "./review-choice";

const CHOICE = /^(?:choice|stack)\.(\w{1,64})$/;

/** One bid a request, from the table or from the stacks of a phone. */
function chosenIds(data: FormData): Set<string> {
  const byRequest = new Map<string, string>();
  for (const [name, value] of data) {
    const requestId = CHOICE.exec(name)?.[1];
    if (requestId && typeof value === "string") byRequest.set(requestId, value);
  }
  return new Set(byRequest.values());
}

/** What the choice would award, with who would lose by it; null where it is to be awarded. */
export async function answerChoice(data: FormData): Promise<AwardFormState | null> {
  const intent = data.get("intent");
  if (intent === "award") return null;
  if (intent === "edit") return answer(data, {});
  const review = await reviewChoice(data, chosenIds(data));
  if (!review.ok) return answer(data, { formErrors: [await wordRefusal(review.refusal, "award")] });
  return { ...answer(data, {}), review: review.value };
}

/** An award that did not go well, at the step where it was asked for, as long as what was chosen can still be. */
export async function backToReview(state: AwardFormState | null, data: FormData): Promise<AwardFormState | null> {
  if (state === null) return null;
  const review = await reviewChoice(data, new Set(data.getAll("bids").map(String)));
  return review.ok ? { ...state, review: review.value } : state;
}
