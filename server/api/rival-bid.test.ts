import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { bids, bidVersions } from "@/db/schema/requests";
import type { Actor } from "@/domain/access/policy";
import type { BidContent } from "@/domain/bidding/bid";
import { bidsOf, bidView } from "@/server/bidding/queries/bids";
import { requestPage } from "@/server/requests/queries/request-page";
import { biddingMarket, offerOfThree } from "@/test/bidding-market";

/** All that a bid may say besides, so that each member of an answer has something to hide. */
const TERMS = {
  ...{ startDate: "2026-12-01", quoteNumber: "Q-77", gateAnswers: [{ gate: 0, answer: "yes" }] },
  alternatives: [{ title: "By rail", lines: [], totalMinor: "1", transitDays: { min: 1, max: 2 }, note: "" }],
  packageDiscounts: [{ services: ["customs", "logistics"], discountBps: 100 }],
  conditions: [{ type: "slot_by_buyer", value: true }],
  subcontractors: [{ name: "Sub", country: "KZ", registrationNumber: "1", parts: ["customs"] }],
  lateDelivery: { perDayBps: 10, capBps: 100, graceDays: 1 },
  ...{ liabilityCap: { minor: 1, currency: "CNY" }, insuranceCover: { minor: 1, currency: "CNY" } },
  ...{ closeOutDays: 3, relatedParty: { isRelated: false }, files: [{ id: "f", sha256: "ab" }] },
} as unknown as Partial<BidContent>;

const WHOLE = [
  ...["alternatives", "charges", "closeOutDays", "conditions", "exclusions", "files", "gateAnswers", "insuranceCover"],
  ...["lateDelivery", "liabilityCap", "packageDiscounts", "passThrough", "provider", "quoteNumber", "relatedParty"],
  ...["remarks", "startDate", "subcontractors", "terms"],
];

/** The bid has another version, which says all that a bid may say besides. */
async function saysAll(of: Awaited<ReturnType<typeof biddingMarket>>, bidId: string) {
  const [version] = await of.versions(bidId);
  const content = { ...version?.content, ...TERMS } as BidContent;
  await of.database.write(async (tx) => {
    await tx
      .insert(bidVersions)
      .values({ bidId, version: 2, submittedAt: of.on.clock(), receipt: `r-${bidId}`, content });
    await tx.update(bids).set({ version: 2 }).where(eq(bids.id, bidId));
  });
}

/** Two bids in open bidding, and which members of each somebody is answered with nothing. */
async function openMarket(more: object = {}) {
  const of = await biddingMarket({ mode: "open", ...more });
  const { id: bidId } = await of.bid();
  const { id: rivalId } = await of.bid(of.actors.provider2, offerOfThree("CNY", [1_000, 2_000, 3_000]));
  for (const id of [bidId, rivalId]) await saysAll(of, id);
  const hidden = async (viewer: Actor) => {
    const found = await bidsOf(of.database.read, viewer, { requestId: of.requestId, now: of.on.clock() });
    return (found?.items ?? []).map((told) =>
      Object.entries(told).flatMap(([name, value]) => (value === null ? [name] : [])),
    );
  };
  return { ...of, bidId, hidden };
}

test("In open bidding a rival is answered with the total, the days and the validity of a bid, and with nothing else of it.", async () => {
  const { hidden, actors } = await openMarket();
  const sorted = async (viewer: Actor) => (await hidden(viewer)).map((names) => names.sort());
  const rival = [...WHOLE, "payout", "receipt"].sort();
  expect(await sorted(actors.provider)).toEqual([["payout"], rival]);
  expect(await sorted(actors.provider2)).toEqual([rival, ["payout"]]);
  expect(await sorted(actors.buyer)).toEqual([
    ["payout", "receipt"],
    ["payout", "receipt"],
  ]);
  expect([await hidden(actors.buyer2), await hidden(actors.visitor)]).toEqual([[], []]);
});

test("Where open bidding tells bidders their own place only, each is answered with its own bid and the number of all.", async () => {
  const { hidden, actors, database, requestId, on } = await openMarket({ feedback: "rank" });
  expect(await hidden(actors.provider)).toEqual([["payout"]]);
  expect(await hidden(actors.buyer)).toHaveLength(2);
  const page = await requestPage(database.read, actors.provider, { id: requestId, now: on.clock() });
  expect(page).toMatchObject({ bidCount: 2, bids: null, ownBid: { state: "submitted" } });
});

test("One bid asked for alone is there for its bidder and the buyer, and for no rival, though it reads the total in the list.", async () => {
  const { actors, bidId, database, on } = await openMarket();
  const alone = async (viewer: Actor) => (await bidView(database.read, viewer, { id: bidId, now: on.clock() }))?.id;
  expect([await alone(actors.provider), await alone(actors.buyer)]).toEqual([bidId, bidId]);
  for (const other of [actors.provider2, actors.buyer2, actors.administrator, actors.visitor])
    expect(await alone(other)).toBeUndefined();
});
