import { z } from "zod";
import { SERVICES } from "../../../domain/services/service";
import { assert } from "../../../domain/shared/assert";
import { CURRENCIES } from "../../../domain/shared/money";
import type { Result } from "../../../domain/shared/result";
import { command } from "../../platform/command";
import { type AwardAnswer, awardChosen } from "./award-chosen";
import { loadChosen } from "./load-chosen";

const id = z.string().min(1).max(64);

const input = z
  .strictObject({
    /** The deal, or one request of it, whose bids these must be. */
    dealId: id.optional(),
    requestId: id.optional(),
    bids: z
      .array(z.strictObject({ bidId: id }))
      .min(1, "choose_one")
      .max(SERVICES.length),
    /** Of the comparison; the first request's own where it is not said. */
    currency: z.enum(CURRENCIES).optional(),
  })
  .refine(({ dealId, requestId }) => (dealId === undefined) !== (requestId === undefined), "malformed");

/** Awards chosen bids of one deal, one a request, all together or none: awards, orders, traffic and both sides' states. */
export const awardBids = command({
  name: "award.award-bids",
  action: "request.award",
  input,
  async run(context, wanted): Promise<Result<AwardAnswer>> {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadChosen(tx, { actor, wanted, now });
    if (!loaded.ok) return loaded;
    assert(actor.userId, "an award is somebody's decision");
    concerns(loaded.value.deal.id);
    return awardChosen(context, { ...loaded.value, currency: wanted.currency, decidedByUserId: actor.userId });
  },
});
