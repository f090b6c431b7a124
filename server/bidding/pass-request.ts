import { z } from "zod";
import { findBidOf } from "../../db/repositories/bidding";
import { deletePassed, savePassed } from "../../db/repositories/passed-requests";
import { mayPass, type PassRefusal } from "../../domain/bidding/pass";
import { accept, assert, type Refusal, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { loadRequest } from "./bid-context";

const input = z.strictObject({ requestId: z.string().min(1).max(64) });

/** A provider says that a request is not for it: it leaves the lists of what fits. Nobody is told, its buyer the least. */
export const passRequest = command({
  name: "bidding.pass-request",
  action: "request.pass",
  input,
  async run(
    { tx, actor, now, concerns },
    { requestId },
  ): Promise<Result<{ requestId: string }, PassRefusal | Refusal<"not_found">>> {
    const { organisationId, userId } = actor;
    assert(organisationId && userId, "who passes on a request is a person of an organisation");
    const loaded = await loadRequest(tx, actor, requestId);
    if (!loaded.ok) return loaded;
    const hasBid = (await findBidOf(tx, { requestId, organisationId })) !== undefined;
    const allowed = mayPass(loaded.value.request, { organisationId, hasBid }, now);
    if (!allowed.ok) return allowed;
    await savePassed(tx, { organisationId, requestId, userId, passedAt: now });
    concerns(requestId);
    return accept({ requestId });
  },
});

/** Takes it back: the request stands again among what fits. Of one that was never passed on nothing changes. */
export const takeUpRequest = command({
  name: "bidding.take-up-request",
  action: "request.pass",
  input,
  async run({ tx, actor, concerns }, { requestId }): Promise<Result<{ requestId: string }>> {
    const { organisationId } = actor;
    assert(organisationId, "who takes a request up acts for an organisation");
    await deletePassed(tx, { organisationId, requestId });
    concerns(requestId);
    return accept({ requestId });
  },
});
