import { later } from "../../../domain/shared/instant";
import { rejectBids } from "@/server/award/reject-bids";
import { lapseRequest } from "@/server/requests/lapse-request";
import { DEMO_BROKER, DEMO_BUYER_2, DEMO_PROVIDER } from "../cast";
import { SYSTEM } from "../stage";
import { everything, prepaid } from "./beyond-price";
import type { Asked, Scenery } from "./scenery";

const DAY = 24;

async function bidAndClose(scenery: Scenery, asked: Asked, bidders: readonly string[]): Promise<void> {
  for (const [place, providerId] of bidders.entries())
    await scenery.bid(asked, providerId, asked.posted + 4 + place * 3, place === 0 ? everything : prepaid);
  await scenery.close(asked);
}

/** Nobody decided, which the buyer's card counts; the demo's other buyer has done so more than once. */
async function lapsed(scenery: Scenery): Promise<void> {
  const { stage, parties } = scenery;
  const other = parties.organisation(DEMO_BUYER_2);
  const fruit = { ware: "melons", lane: "v7" } as const;
  for (const [buyer, daysAgo, goods] of [
    [other, 40, fruit],
    [other, 23, fruit],
    [parties.buyer, 9, { ware: "board", lane: "v2" }],
  ] as const) {
    const decides = -daysAgo * DAY;
    const [asked] = await scenery.post({
      ...{ ...goods, posted: decides - 6 * DAY, closes: decides - 3 * DAY, decides },
      ...{ asks: { logistics: {} }, buyer },
    });
    if (!asked) continue;
    await bidAndClose(scenery, asked, [DEMO_PROVIDER, "prov-012", "prov-013"]);
    await stage.must(later(scenery.at(decides), 1000), SYSTEM, lapseRequest, { requestId: asked.requestId });
  }
}

/** All bids on carriage and customs of one deal were rejected, each with its reason. */
async function rejected(scenery: Scenery): Promise<void> {
  const { stage, parties } = scenery;
  const [haul, customs] = await scenery.post({
    ...{ ware: "plywood", lane: "v8", posted: -10 * DAY, closes: -8 * DAY, decides: -5 * DAY },
    asks: { logistics: {}, customs: {} },
  });
  if (!haul || !customs) return;
  await bidAndClose(scenery, haul, [DEMO_PROVIDER, "prov-012", "prov-002"]);
  for (const [place, providerId] of [DEMO_BROKER, "prov-026", "prov-031"].entries())
    await scenery.bid(customs, providerId, customs.posted + 5 + place * 2);
  await scenery.close(customs);
  const buyer = parties.actorOf(parties.buyer);
  const [tooDear, notNeeded] = [
    { requestId: haul.requestId, code: "over_budget", words: "各家报价均超出预算。 · All bids are above our budget." },
    {
      requestId: customs.requestId,
      code: "need_ended",
      words: "客户改为自行报关。 · Our customer clears the goods itself now.",
    },
  ];
  await stage.must(scenery.at(-6.5 * DAY), buyer, rejectBids, tooDear);
  await stage.must(scenery.at(-6 * DAY), buyer, rejectBids, notNeeded);
}

/** What ended without an order, and what its bidders were told. */
export async function playLongEnded(scenery: Scenery): Promise<void> {
  for (const scene of [lapsed, rejected]) await scene(scenery);
}
