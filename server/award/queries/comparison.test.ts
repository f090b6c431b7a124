import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { csvReader } from "@/test/csv-language";
import { awardsOfDeal } from "@/db/repositories/award";
import { bids, requests } from "@/db/schema/requests";
import { orders } from "@/db/schema/orders";
import { done, offerOfThree } from "@/test/bidding-market";
import { bidsMarket, decideMarket, offerOf } from "@/test/decide-market";
import { awardBids } from "../award-bids";
import { reviseBid } from "../../bidding/submit-bid";
import { scoreBid } from "../score-bid";
import { disqualifyBid } from "../disqualify-bid";
import { nextRequest } from "@/domain/deals/deal-turn";
import { comparePage } from "./comparison";
import { dealPage } from "../../deals/queries";
import { comparisonRows, namedPlace } from "./comparison-csv";

type Market = Awaited<ReturnType<typeof bidsMarket>>;

async function pageOf(of: Market, currency: "CNY" | "USD" | null = null) {
  const asked = { dealId: of.dealId, currency, now: of.on.clock() };
  const page = await comparePage(of.database.read, of.actors.buyer, asked);
  if (!page) throw new Error("the deal is the buyer's");
  return page;
}

const comparedIn = async (of: Market) => (await pageOf(of)).services[0]?.cells.map(({ bidId }) => bidId);
const give = (of: Market, at: number) =>
  of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId: of.bidId(at), reason: "Known to us" }] });

test("what can still win is compared, after the award what has lost too, and never what is out of the running", async () => {
  const of = await decideMarket([100, 200, 300]);
  const out = { bidId: of.bidId(1), code: "related_party", words: "Same owner as the seller" };
  done(await of.run(disqualifyBid, of.actors.buyer, out));
  const compared = [of.bidId(0), of.bidId(2)];
  expect(await comparedIn(of)).toEqual(compared);
  done(await give(of, 2));
  expect(await comparedIn(of)).toEqual(compared);
});

test("whose turn a deal is, its comparison says as its own page does: while a bid is mended, to be chosen, and after the award", async () => {
  const of = await decideMarket([100, 200]);
  const both = async () => {
    const page = await pageOf(of);
    const deal = await dealPage(of.database.read, of.actors.buyer, { id: of.dealId, now: of.on.clock() });
    return [page.next?.turn.act, nextRequest(deal?.requests ?? [])?.turn.act, page.toChoose];
  };
  expect(await both()).toEqual(["decide", "decide", 1]);
  const out = { bidId: of.bidId(1), code: "document_missing", words: "The licence" };
  done(await of.run(disqualifyBid, of.actors.buyer, out));
  expect(await both()).toEqual(["cure", "cure", 0]);
  done(await give(of, 1));
  expect(await both()).toEqual(["report", "report", 0]);
});

test("a bid that its bidder has yet to confirm is compared with none", async () => {
  const of = await bidsMarket([100, 200], { mode: "open" });
  await of.database.write((tx) =>
    tx
      .update(bids)
      .set({ state: "stale" })
      .where(eq(bids.id, of.bidId(0))),
  );
  expect(await comparedIn(of)).toEqual([of.bidId(1)]);
});

test("of a bid that was revised the standing version is compared, ranked, scored against and awarded", async () => {
  const of = await bidsMarket([200, 100]);
  const alternatives = [{ title: "By night", charges: offerOf(80).charges, transitDays: { min: 1, max: 1 } }];
  const charges = offerOf(90).charges;
  done(await of.run(reviseBid, of.provider(0), { bidId: of.bidId(0), charges, alternatives, terms: {} }));
  await of.closeAtItsTime();
  const service = (await pageOf(of)).services[0];
  expect(service?.cells.map(({ choiceId, total }) => [choiceId, total.minor])).toEqual([
    [of.bidId(0), 90n],
    [`${of.bidId(0)}.1`, 80n],
    [of.bidId(1), 100n],
  ]);
  expect(service?.ranking.map(({ bidId }) => bidId)).toEqual([of.bidId(0), of.bidId(1)]);
  done(await give(of, 0));
  const [award] = await awardsOfDeal(of.database.read, of.dealId);
  expect(award?.comparison.totals).toEqual({ [of.bidId(0)]: "90", [`${of.bidId(0)}.1`]: "80", [of.bidId(1)]: "100" });
  expect(await of.database.read.select().from(orders)).toMatchObject([{ contractMinor: 90n, contractCnyMinor: 90n }]);
});

test("nothing that a bidder wrote in its own words stands in a comparison", async () => {
  const of = await decideMarket([{ ...offerOfThree(), quoteNumber: "Q-7" }]);
  const { content } = (await pageOf(of)).services[0]?.cells[0] ?? {};
  expect(content).toMatchObject({ remarks: "", quoteNumber: "", lines: [{}, {}, { note: "" }] });
});

test("the table has a line an offer, with its own provider, price, part at cost, rank and answers", async () => {
  const criteria = [
    { kind: "price", weight: 90 },
    { kind: "own", title: "Plan", weight: 10 },
  ];
  const night = { ...offerOf(300), title: "By night", startDate: "2026-12-01", transitDays: { min: 1, max: 1 } };
  const alternative = Object.fromEntries(
    Object.entries(night).filter(([name]) => ["title", "charges", "startDate", "transitDays"].includes(name)),
  );
  const duty = { code: "DTY", basis: "shipment", unitPrice: { minor: 700, currency: "USD" } };
  const dollars = { ...offerOfThree("USD"), gateAnswers: [{ gate: 0, answer: "one" }] };
  const of = await decideMarket(
    [
      offerOf(71_200, { gateAnswers: [{ gate: 0, answer: "two trucks" }], alternatives: [alternative] }),
      { ...dollars, charges: [{ ...duty, code: "EXD", unitPrice: { minor: 9_300, currency: "USD" } }, duty] },
    ],
    { criteria, gates: [{ question: "How many trucks?", mustBe: null }] },
  );
  const scores = [{ criterion: 1, points: 5 }];
  done(await of.run(scoreBid, of.actors.buyer, { bidId: of.bidId(1), scores }));
  const rows = comparisonRows(await pageOf(of, "CNY"), csvReader());
  const cells = rows.map((row) => row.slice(2, 9).map((cell) => (cell as { minor?: bigint } | null)?.minor ?? cell));
  expect(cells).toEqual([
    ["provider", 71_200n, "CNY", 0n, 71_200n, null, null],
    ["provider", 300n, "CNY", 0n, 300n, null, null],
    ["provider2", 10_000n, "USD", 700n, 66_216n, 700n, null],
  ]);
  expect(rows.map((row) => [...row.slice(9, 11), ...row.slice(13, 17)])).toEqual([
    [2, 4, "", 2, "83.70", "1 two trucks"],
    [1, 1, "", "", "", "1 two trucks"],
    [2, 4, "USD/CNY 7.12 2026-11-24 test", 1, "100.00", "1 one"],
  ]);
  expect(rows.map((row) => row.slice(22, 23))).toEqual([[""], ["By night"], [""]]);
});

test("a carrier's place has the reader's name where the market knows it, and else stays as it was typed", () => {
  const known = [{ nameEn: "Almaty", nameZh: "阿拉木图" }];
  expect(namedPlace("almaty ", known, "zh-CN")).toBe("阿拉木图");
  expect(namedPlace("阿拉木图", known, "en")).toBe("Almaty");
  expect(namedPlace("Yard 7", known, "zh-CN")).toBe("Yard 7");
});

test("a request whose spec an older version stored in another form is compared all the same", async () => {
  const of = await decideMarket([100, 200]);
  await of.database.write((tx) => tx.update(requests).set({ spec: { side: "export", formerMember: true } }));
  const [service] = (await pageOf(of)).services;
  expect(service).toMatchObject({ spec: null, duty: null });
  expect(service?.cells.map(({ bidId }) => bidId)).toEqual([of.bidId(0), of.bidId(1)]);
});
