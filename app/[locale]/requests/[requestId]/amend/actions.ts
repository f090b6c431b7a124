"use server";

import { z } from "zod";
import { flattenFields } from "@/domain/deals/posting/draft-fields";
import { type AmendFormState, readAmendForm } from "@/domain/requests/amend-form";
import { valueOf } from "@/domain/shared/form-state";
import { toIso } from "@/domain/shared/time";
import { accept, refuse } from "@/domain/shared/result";
import { amendable } from "@/server/requests/plan-amendment";
import { confirmBid } from "@/server/bidding/confirm-bid";
import { changeRequest } from "@/server/requests/change-request";
import { currentActor } from "@/server/platform/identity/session";
import { formAction } from "@/server/platform/form/form-action";
import { steppedAction } from "@/server/platform/form/stepped-action";
import { platform } from "@/server/platform/platform";
import { answerAmendIntent } from "./amendment-intents";

const amendForm = z.looseObject({}).transform(flattenFields);

/** What was seen of the request: of an open one its amendments, since every bid makes a version of it; of a draft its version. */
function seenOf(isDraft: boolean, number: string) {
  const seen = Number(number);
  return isDraft ? { version: seen } : { ifAmendment: seen };
}

const send = formAction({
  command: changeRequest,
  form: amendForm,
  async prepare(values) {
    const request = await amendable(platform().database.read, await currentActor(), valueOf(values, "requestId"));
    if (!request) return refuse("not_found");
    const { spec, reason, ...times } = readAmendForm(request, values);
    const bidding = {
      ...(times.closesAt === undefined ? {} : { closesAt: toIso(times.closesAt) }),
      ...(times.decideBy === undefined ? {} : { decideBy: toIso(times.decideBy) }),
    };
    const seen = seenOf(valueOf(values, "isDraft") !== "", valueOf(values, "seen"));
    return accept({ input: { requestId: request.id, ...seen, spec, bidding, reason }, kept: undefined });
  },
  then: ({ id }) => ({ goTo: `/requests/${id}#changes` }),
});

/** The form's buttons change or check it and keep nothing; "send", after the check, amends the request. */
export const amendAction = steppedAction<AmendFormState>("requests.check-amendment", answerAmendIntent, send);

/** The bidder's word that its offer holds for the request as it was amended. */
export const confirmBidAction = formAction({
  command: confirmBid,
  form: z
    .object({
      bidId: z.string(),
      requestId: z.string(),
      ifVersion: z.coerce.number().int(),
      amendment: z.coerce.number().int(),
    })
    .transform(({ requestId: _, ...input }) => input),
  // An address that differs in its fragment only is not fetched anew by the browser's router.
  then: (_, data) => ({ goTo: `/requests/${encodeURIComponent(String(data.get("requestId")))}?bid=confirmed#own-bid` }),
});
