import { z } from "zod";
import { approveOpening, approversOf } from "../../db/repositories/bidding";
import { open, type RequestState } from "../../domain/requests/request";
import { accept, refuse, type Result } from "../../domain/shared/result";
import { command } from "../platform/command";
import { releaseNextShare } from "../sealing/request-key";
import { openNow } from "./close-now";
import { loadRequest, ofRequest, requestHttp, stateShape, lockNamed } from "./load-request";

type Opening = { readonly id: string; readonly state: RequestState; readonly approvals: number };

/**
 * One person's word that the bids may be opened, after the close. Where two people open, the first word releases one share of the
 * key, is kept and opens nothing; the same person's second one is refused. Each is on record in the audit log.
 */
export const openRequest = command({
  name: "requests.open-request",
  action: "request.open",
  input: z.strictObject(ofRequest),
  http: {
    ...requestHttp,
    path: "/requests/{requestId}/open",
    summary: "One of two people's word that the sealed bids may be opened",
    description: "Needs two calls by keys of two different people of the buyer's organisation, after the close.",
    output: stateShape.extend({ approvals: z.int().meta({ description: "Different people who have said so" }) }),
    refusals: ["request_not_closed", "second_person_needed", "wrong_state"],
  },
  lock: lockNamed,
  async run(context, { requestId, version }): Promise<Result<Opening>> {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadRequest(tx, actor, { requestId, version, action: "request.open" });
    if (!loaded.ok) return loaded;
    const request = loaded.value;
    if (request.state === "open") return refuse("request_not_closed", { closesAt: request.closesAt });
    // An opening is a person's act: a key that stands for nobody cannot be one of two.
    if (actor.userId === null) return refuse("not_permitted");
    concerns(requestId);
    const { userId } = actor;
    const known = (await approversOf(tx, requestId)).length;
    const released = await releaseNextShare(tx, { requestId, userId, known });
    const approvals = await approveOpening(tx, { requestId, userId, at: now, ...released });
    const state = open(request, approvals);
    if (state.ok) {
      await openNow(context, request, { state: state.value });
      return accept({ id: requestId, state: state.value, approvals });
    }
    const isFirstWord = state.refusal.code === "second_person_needed" && approvals > known;
    return isFirstWord ? accept({ id: requestId, state: request.state, approvals }) : state;
  },
});
