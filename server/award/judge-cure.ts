import { z } from "zod";
import { disqualificationsOfBid, saveDisqualification } from "../../db/repositories/disqualifications";
import { bidFacts } from "../../domain/bidding/bid-facts";
import { judgeCure } from "../../domain/bidding/disqualification";
import { optionalWords } from "../../domain/award/words-schema";
import { accept, type Result, refuse } from "../../domain/shared/result";
import { command } from "../platform/command";
import { CURE_REFUSALS, type CureAnswer, cureShape, decisionHttp } from "./decide-fields";
import { loadDecidedBid } from "./load-decided-bid";
import { putOut } from "../requests/ending/put-out";

const input = z
  .strictObject({
    bidId: z.string().min(1).max(64),
    isAccepted: z.boolean(),
    words: optionalWords.meta({ description: "Needed where it is refused" }),
  })
  .refine(({ isAccepted, words }) => isAccepted || words !== "", { error: "required", path: ["words"] });

/** The buyer takes what a bidder has mended, and its bid stands as before; or refuses it with the reason, and the bid is out. */
export const judgeCureOfBid = command({
  name: "decide.judge-cure",
  action: "request.decide",
  input,
  http: {
    ...decisionHttp,
    path: "/bids/{bidId}/judge-cure",
    summary: "Take what a bidder has mended, or refuse it with the reason",
    example: { isAccepted: true },
    output: cureShape,
    refusals: CURE_REFUSALS,
  },
  async run(context, { bidId, isAccepted, words }): Promise<Result<CureAnswer>> {
    const { tx, actor, now, publish, concerns } = context;
    const loaded = await loadDecidedBid(tx, actor, bidId);
    if (!loaded.ok) return loaded;
    const { bid, request } = loaded.value;
    const one = (await disqualificationsOfBid(tx, bid)).at(-1);
    if (!one) return refuse("nothing_to_mend");
    const state = judgeCure(one, isAccepted, now);
    if (!state.ok) return state;
    const { code } = one;
    const flags = isAccepted ? null : await putOut(context, { request, bid, code, isAutomatic: false });
    await saveDisqualification(tx, one, { state: state.value, endedAt: now, endWords: words, flags });
    if (isAccepted) publish({ type: "bid.cure_accepted", code, isAutomatic: false, ...bidFacts(request, bid) });
    concerns(bidId);
    return accept({ bidId, state: state.value });
  },
});
