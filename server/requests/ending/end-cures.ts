import { findBid } from "@/db/repositories/bidding";
import { disqualificationsOf, saveDisqualification } from "@/db/repositories/disqualifications";
import type { StoredRequest } from "@/db/repositories/requests";
import { endWithRequest, isPending } from "@/domain/bidding/disqualification";
import { assert } from "@/domain/shared/assert";
import type { CommandContext } from "../../platform/command";
import { putOut } from "./put-out";

/** With the end of a request nothing is left to be mended: what the clock had decided already is carried out, and the rest is void. */
export async function endCures(
  context: Pick<CommandContext, "tx" | "now" | "publish">,
  request: StoredRequest,
): Promise<void> {
  const { tx, now } = context;
  for (const one of (await disqualificationsOf(tx, request.id)).filter(isPending)) {
    const state = endWithRequest(one, now);
    assert(state.ok, `disqualification ${one.id} was pending`);
    let flags = null;
    if (state.value === "effective") {
      const bid = await findBid(tx, one.bidId);
      assert(bid, `disqualification ${one.id} has its bid`);
      flags = await putOut(context, { request, bid, code: one.code, isAutomatic: true });
    }
    await saveDisqualification(tx, one, { state: state.value, endedAt: now, endWords: "", flags });
  }
}
