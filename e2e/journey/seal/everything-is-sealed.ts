import { amountsOf } from "../bid/offered/offer";
import { newcomersOffers, newcomersRevision, rivalsOffers } from "../bid/offered/offers";
import type { Cast } from "../cast";
import type { Lane } from "../lanes/lane";
import type { Posted } from "../post/post-deal";
import { expect } from "../../support/test";
import { expectSealed } from "./expect-sealed";
import { tells } from "./tells";

/** Before the opening each bidder finds its own amounts and nobody else's; buyer and administrator find none. */
export async function everythingIsSealed(cast: Cast, lane: Lane, { dealId, hubId, requestIds }: Posted): Promise<void> {
  const { rival, newcomer, buyer, administrator } = cast;
  const ids = { dealId: [dealId], hubId: [hubId], requestId: Object.values(requestIds), service: ["logistics"] };
  const theirs = amountsOf(...Object.values(rivalsOffers(lane, rival.t)));
  const newcomers = amountsOf(...Object.values(newcomersOffers(lane, newcomer.t)), newcomersRevision(lane));
  expect(tells(await newcomer.page.content(), newcomers), "the bidder's own page tells them").not.toEqual([]);
  await Promise.all([
    expectSealed(rival, { amounts: newcomers, ids }),
    expectSealed(newcomer, { amounts: theirs, ids }),
    expectSealed(buyer, { amounts: [...theirs, ...newcomers], ids }),
    expectSealed(administrator, { amounts: [...theirs, ...newcomers], ids }),
  ]);
}
