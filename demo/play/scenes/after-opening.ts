import { disqualifyBid } from "@/server/award/disqualify-bid";
import { counterBid } from "@/server/bidding/counter-bid";
import { openRequest } from "@/server/requests/open-request";
import { DEMO_BROKER, DEMO_BUYER_2, DEMO_PROVIDER } from "../cast";
import { everything, prepaid, together } from "./commercial-terms";
import type { Asked, Scenery } from "./scenery";
import { later } from "../../../domain/shared/time";
import { rejectBids } from "@/server/award/reject-bids";
import { lapseRequest } from "@/server/requests/cancel-request";
import { SYSTEM } from "../stage";

type Wire = Record<string, unknown>;

/** Three forwarders' bids, the demo's provider among them, until the close; answers the provider's. */
async function bidAndClose(scenery: Scenery, asked: Asked) {
  const own = await scenery.bid(asked, DEMO_PROVIDER, asked.posted + 5, everything);
  await scenery.bid(asked, "prov-012", asked.posted + 8, prepaid);
  await scenery.bid(asked, "prov-002", asked.posted + 11);
  await scenery.close(asked);
  return own;
}

/** Sealed still, though closed: the buyer has said "open", and its colleague has not. */
async function halfOpened(scenery: Scenery): Promise<void> {
  const { stage, parties } = scenery;
  const [asked] = await scenery.post({
    ...{ ware: "panels", lane: "v2", posted: -52, closes: -4, decides: 68 },
    asks: { logistics: { twoPersonOpening: true } },
  });
  if (!asked) return;
  await bidAndClose(scenery, asked);
  await stage.must(scenery.at(-1), parties.actorOf(parties.buyer), openRequest, { requestId: asked.requestId });
}

const OFFERED_PERCENT = 95;

/** The bid's main haul for a twentieth less. */
function cheaperHaul(offer: Wire): Wire[] {
  const charges = offer.charges as { code: string; unitPrice?: { minor: number; currency: string } }[];
  const line = charges.findIndex(({ code, unitPrice }) => code === "OFT" && unitPrice !== undefined);
  const unitPrice = charges[line]?.unitPrice;
  if (!unitPrice) throw new Error("The demo's provider prices its main haul");
  return [{ line, unitPrice: { ...unitPrice, minor: Math.round((unitPrice.minor * OFFERED_PERCENT) / 100) } }];
}

/** The buyer's counter-offer waits for the demo's provider. */
async function negotiated(scenery: Scenery): Promise<void> {
  const { stage, parties } = scenery;
  const [asked] = await scenery.post({
    ...{ ware: "board", lane: "v2", posted: -62, closes: -20, decides: 52 },
    asks: { logistics: { negotiationRounds: 2 } },
  });
  if (!asked) return;
  const { bidId, offer } = await bidAndClose(scenery, asked);
  await stage.must(scenery.at(-2), parties.actorOf(parties.buyer), counterBid, {
    bidId,
    charges: cheaperHaul(offer),
    note: "每月固定两车，全年执行。 · Two trucks a month, all year round.",
  });
}

/** The demo's provider has until tomorrow to send the paper that its bid lacks. */
async function toBeMended(scenery: Scenery): Promise<void> {
  const { stage, parties } = scenery;
  const [asked] = await scenery.post({
    ...{ ware: "decking", lane: "v8", posted: -60, closes: -10, decides: 60 },
    asks: { logistics: {} },
  });
  if (!asked) return;
  const { bidId } = await bidAndClose(scenery, asked);
  await stage.must(scenery.at(-2), parties.actorOf(parties.buyer), disqualifyBid, {
    bidId,
    code: "document_missing",
    words:
      "缺少有效的国际汽车运输行车许可证扫描件。 · The scan of a valid permit for international road transport is missing.",
  });
}

/** Opened the day before yesterday, and to be decided today. */
async function dueSoon(scenery: Scenery): Promise<void> {
  const [asked] = await scenery.post({
    ...{ ware: "plywood", lane: "v2", posted: -74, closes: -40, decides: 6 },
    asks: { logistics: {} },
  });
  if (asked) await bidAndClose(scenery, asked);
}

/** Carriage and customs of one deal: one house bids on both and is cheaper with both than with either. */
async function packaged(scenery: Scenery): Promise<void> {
  const [haul, customs] = await scenery.post({
    ...{ ware: "larch", lane: "r18", posted: -56, closes: -8, decides: 64 },
    asks: { logistics: {}, customs: {} },
  });
  if (!haul || !customs) return;
  await scenery.bid(haul, "prov-007", -40, together("customs", 400));
  await scenery.bid(haul, "prov-021", -38);
  await scenery.bid(customs, "prov-007", -36, together("logistics", 1500));
  await scenery.bid(customs, "prov-029", -34);
  await scenery.bid(customs, "prov-037", -30);
  await scenery.close(haul);
  await scenery.close(customs);
}

/** What waits for a decision or an answer after the opening. */
export async function playAfterOpening(scenery: Scenery): Promise<void> {
  for (const scene of [halfOpened, negotiated, toBeMended, dueSoon, packaged]) await scene(scenery);
}

const DAY = 24;

async function bidsAndClose(scenery: Scenery, asked: Asked, bidders: readonly string[]): Promise<void> {
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
    await bidsAndClose(scenery, asked, [DEMO_PROVIDER, "prov-012", "prov-013"]);
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
  await bidsAndClose(scenery, haul, [DEMO_PROVIDER, "prov-012", "prov-002"]);
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
