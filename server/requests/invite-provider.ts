import { z } from "zod";
import { insertInvitations, invitedTo } from "../../db/repositories/requests";
import { INVITED_MAX } from "../../domain/requests/bidding-schema";
import { acceptsBids } from "../../domain/requests/request";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { requestFacts } from "../../domain/bidding/bid-facts";
import { unknownProvider } from "../deals/write-request";
import { type LoadRefusal, loadRequest } from "./load-request";

const input = z.strictObject({
  requestId: z.string().min(1).max(64),
  organisationIds: z.array(z.string().min(1).max(64)).min(1, "choose_one").max(INVITED_MAX),
});

/** Asks further providers by name, as long as they can still bid. */
export const inviteProvider = command({
  name: "requests.invite-provider",
  action: "request.change",
  input,
  async run(
    context,
    { requestId, organisationIds },
  ): Promise<
    Result<
      { id: string; invited: number },
      LoadRefusal | Refusal<"wrong_state" | "provider_unknown" | "too_many_invited">
    >
  > {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadRequest(tx, actor, { requestId, action: "request.change" });
    if (!loaded.ok) return loaded;
    const request = loaded.value;
    const isOpen = acceptsBids(request, now);
    if (!isOpen && request.state !== "draft" && request.state !== "in_review")
      return refuse("wrong_state", { state: request.state, event: "invite" });
    const { service, buyerOrganisationId } = request;
    const stranger = await unknownProvider(context, { service, buyerOrganisationId, invitedIds: organisationIds });
    if (stranger !== undefined) return refuse("provider_unknown", { field: "organisationIds", providerId: stranger });
    const fresh = await insertInvitations(tx, requestId, { organisationIds, now });
    if ((await invitedTo(tx, requestId)).length > INVITED_MAX)
      return refuse("too_many_invited", { maximum: INVITED_MAX });
    if (isOpen && fresh.length > 0)
      publish({ type: "request.published", invitedOrganisationIds: fresh, ...requestFacts(request) });
    concerns(requestId);
    return accept({ id: requestId, invited: fresh.length });
  },
});
