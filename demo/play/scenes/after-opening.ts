import { disqualifyBid } from "@/server/award/disqualify-bid";
import { counterBid } from "@/server/bidding/negotiation/counter-bid";
import { openRequest } from "@/server/requests/open-request";
import { DEMO_PROVIDER } from "../cast";
import { everything, prepaid, together } from "./beyond-price";
import type { Asked, Scenery } from "./scenery";

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
