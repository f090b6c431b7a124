import { expect, test } from "vitest";
import { insertMember, listMembers } from "@/db/repositories/members";
import { bids, requests } from "@/db/schema/requests";
import { orders } from "@/db/schema/orders";
import type { Actor } from "@/domain/access/policy";
import { isTurnOf } from "@/domain/requests/request-turn";
import type { RequestState } from "@/domain/requests/request";
import { HOUR_MS, later } from "@/domain/shared/time";
import type { LineState } from "@/domain/shared/vocabulary";
import { biddingMarket, CLOSES, DECIDES, done } from "@/test/bidding-market";
import { awardBids } from "../../award/award-bids";
import { comparePage } from "../../award/queries/comparison";
import { dealList, dealPage } from "../../deals/queries";
import { openDispute } from "../../disputes/dispute";
import { listOrders } from "../../orders/queries/orders";
import { workList } from "../../orders/queries/work";
import { withdrawBid } from "../../bidding/withdraw-bid";
import { answerQuestion } from "../answer-question";
import { askQuestion } from "../ask-question";
import { openRequest } from "../open-request";
import { requestView } from "./api-requests";
import { requestPage } from "./request-page";
import { requestList } from "./requests";

type Market = Awaited<ReturnType<typeof biddingMarket>>;

/** What one reader is told of the request wherever it is shown, asserted to be the same everywhere. */
async function toldTo(of: Market, viewer: Actor) {
  const [read, now, id] = [of.database.read, of.on.clock(), of.requestId];
  const page = await requestPage(read, viewer, { id, now });
  const filters = [{ state: "any" }, { mine: "1" }] as const;
  const rows = [];
  for (const filter of filters) {
    const { items } = await requestList(read, viewer, { filter: filter as never, limit: 20, now });
    rows.push(...items.filter((row) => row.id === id));
  }
  const { items: deals } = await dealList(read, viewer, { cursor: null, limit: 9, now });
  const deal = await dealPage(read, viewer, { id: of.dealId, now });
  const compared = await comparePage(read, viewer, { dealId: of.dealId, currency: null, now });
  const onDeals = [...deals.flatMap(({ requests: own }) => own), ...(deal?.requests ?? [])];
  const shown = [...rows, ...onDeals.filter((row) => row.id === id)].map(({ turn }) => turn);
  if (compared?.next) shown.push(compared.next.turn);
  const program = await requestView(read, viewer, { id, now });
  if (!page || !program) return null;
  expect(rows.length).toBeGreaterThan(0);
  for (const turn of shown) expect(turn).toEqual(page.turn);
  for (const { side } of rows) expect(side).toBe(page.side);
  const { holder, act, by, order, step = null, task = null } = page.turn;
  const isYours = isTurnOf(page.turn, page.side);
  expect(program.turn).toEqual({ holder, act, by, isYours, orderId: order?.id ?? null, step, task });
  return `${holder} ${act}${isYours ? " yours" : ""}`;
}

const readersOf = ({ actors }: Market) => [actors.buyer, actors.provider, actors.provider2, actors.visitor] as const;

async function toldToAll(of: Market) {
  const told = [];
  for (const viewer of readersOf(of)) told.push(await toldTo(of, viewer));
  return told;
}

const change = (of: Market, set: Partial<typeof requests.$inferInsert>) =>
  of.database.write((tx) => tx.update(requests).set(set).returning({ id: requests.id }));

/** A request with a bid of the first provider and none of the second. */
async function bidOn() {
  const of = await biddingMarket();
  return { ...of, bidId: (await of.bid()).id };
}

const all = (told: string) => [told, told, told, told];
const ENDED = "nobody ended";

/** What the buyer makes of it is an end to all others. */
const toBuyer = (told: string) => [told, ENDED, ENDED, ENDED];
const CHOOSES = toBuyer("buyer choose yours");

test.each([
  ["draft", {}, ["buyer publish yours", null, null, null]],
  ["in_review", {}, ["administrator review", null, null, null]],
  ["closed", {}, all("nobody wait")],
  ["closed", { twoPersonOpening: true }, ["buyer open yours", "buyer open", "buyer open", "buyer open"]],
  ["opened", {}, ["buyer decide yours", "buyer decide", "buyer decide", "buyer decide"]],
  ["awarded", {}, all("nobody awarded")],
  ["no_bids", {}, CHOOSES],
  ["no_decision", {}, CHOOSES],
  ["cancelled", {}, all(ENDED)],
  ["cancelled", { isRejected: true }, CHOOSES],
  ["no_bids", { fallback: "self" }, toBuyer("buyer own")],
  ["no_bids", { fallback: "dropped" }, all(ENDED)],
  ["no_decision", { fallback: "again" }, all(ENDED)],
] as const)(
  "whose turn a request is that is %s (%j), each reader reads alike in every place",
  async (state, set, told) => {
    const of = await bidOn();
    of.setClock(later(CLOSES, HOUR_MS));
    await change(of, { state: state satisfies RequestState, ...set });
    expect(await toldToAll(of)).toEqual(told);
  },
);

test("who has agreed to the opening waits for a colleague, whose turn it stays, and reads who still may", async () => {
  const of = await biddingMarket({ twoPersonOpening: true });
  await of.bid();
  await of.closeAtItsTime();
  const people = [
    { userId: "user-buyer-colleague", role: "manager" },
    { userId: "user-provider", role: "operations" },
  ] as const;
  await of.database.write(async (tx) => {
    for (const one of people) await insertMember(tx, { ...one, organisationId: "buyer", createdAt: of.on.clock() });
  });
  const { buyer, colleague, provider } = of.actors;
  const told = async () => [await toldTo(of, buyer), await toldTo(of, colleague), await toldTo(of, provider)];
  expect(await told()).toEqual(["buyer open yours", "buyer open yours", "buyer open"]);
  done(await of.run(openRequest, buyer, { requestId: of.requestId }));
  expect(await told()).toEqual(["colleague open", "buyer open yours", "buyer open"]);
  const page = await requestPage(of.database.read, buyer, { id: of.requestId, now: of.on.clock() });
  const [second] = await listMembers(of.database.read, "buyer");
  expect(page?.opening).toMatchObject({ agreed: ["user-buyer"], awaited: [second?.name] });
});

test("a question that is open is its buyer's turn while providers bid, until it is answered or the bids close", async () => {
  const of = await biddingMarket();
  const { buyer, provider } = of.actors;
  const told = async () => [await toldTo(of, buyer), await toldTo(of, provider)];
  const questionId = done(await of.run(askQuestion, provider, { requestId: of.requestId, question: "Which gate?" })).id;
  done(await of.run(askQuestion, provider, { requestId: of.requestId, question: "Which hours?" }));
  expect(await told()).toEqual(["buyer reply yours", "providers bid yours"]);
  const countOf = async () =>
    (await requestPage(of.database.read, buyer, { id: of.requestId, now: of.on.clock() }))?.turn.questions;
  expect(await countOf()).toBe(2);
  done(await of.run(answerQuestion, buyer, { questionId, answer: "The east one." }));
  expect(await countOf()).toBe(1);
  of.setClock(CLOSES);
  expect(await told()).toEqual(["nobody wait", "nobody wait"]);
});

test("while a request is open a provider bids, a bidder confirms what was amended, and who has withdrawn or waits to be checked has no turn", async () => {
  const of = await bidOn();
  const bidding = ["providers bid", "providers bid", "providers bid yours", "providers bid"];
  expect(await toldToAll(of)).toEqual(bidding);
  const setBid = (state: "stale" | "submitted") =>
    of.database.write((tx) => tx.update(bids).set({ state }).returning({ id: bids.id }));
  await setBid("stale");
  expect((await toldToAll(of))[1]).toBe("providers confirm yours");
  await setBid("submitted");
  await change(of, { visibility: "checked" });
  expect((await toldToAll(of))[2]).toBe("providers bid");
  await change(of, { visibility: "open" });
  expect(await toldToAll(of)).toEqual(bidding);
  done(await of.run(withdrawBid, of.actors.provider, { bidId: of.bidId }));
  expect((await toldToAll(of))[1]).toBe("providers bid");
  of.setClock(CLOSES);
  expect(await toldToAll(of)).toEqual(all("nobody wait"));
});

async function awarded() {
  const of = await bidOn();
  await of.bid(of.actors.provider2);
  await of.closeAtItsTime();
  done(await of.run(awardBids, of.actors.buyer, { dealId: of.dealId, bids: [{ bidId: of.bidId }] }));
  const order = (set: Partial<typeof orders.$inferInsert>) =>
    of.database.write((tx) => tx.update(orders).set(set).returning({ id: orders.id }));
  const [placed] = await of.database.read.select().from(orders);
  return { ...of, order, orderId: placed?.id };
}

const OTHERS = ["nobody awarded", "nobody awarded"];

test.each([
  ["scheduled", "provider report", "provider report yours"],
  ["in_progress", "provider report", "provider report yours"],
  ["delivered", "buyer accept yours", "buyer accept"],
  ["changes_requested", "provider report", "provider report yours"],
  ["completed", "nobody finished", "nobody finished"],
  ["cancelled", "nobody called_off", "nobody called_off"],
] as const)(
  "whose turn an awarded request is, its order %s, both parties read alike in every place, and others no more than that it is awarded",
  async (state, buyer, provider) => {
    const of = await awarded();
    await of.order({ state: state satisfies LineState, ...(state === "delivered" && { autoAcceptAt: DECIDES }) });
    expect(await toldToAll(of)).toEqual([buyer, provider, ...OTHERS]);
  },
);

test("an awarded request says its order's mover and time as the lists of orders and of work do", async () => {
  const of = await awarded();
  const [read, now] = [of.database.read, of.on.clock()];
  const asRead = async () => {
    const { turn } = (await requestPage(read, of.actors.provider, { id: of.requestId, now })) ?? {};
    const [row] = (await listOrders(read, of.actors.provider, { limit: 9, now })).items;
    const [work] = (await workList(read, of.actors.provider, { limit: 9, now })).rows;
    expect(turn?.order).toEqual({ id: row?.id, service: row?.service, mode: row?.mode });
    expect(turn?.by).toBe((work?.dispute ? work.dispute.by : work?.due?.at) ?? null);
    return [turn?.holder, turn?.act, row?.mover, work?.group];
  };
  await of.order({ state: "in_progress" });
  expect(await asRead()).toEqual(["provider", "report", "provider", "yours"]);
  await of.order({ state: "delivered", autoAcceptAt: DECIDES });
  expect(await asRead()).toEqual(["buyer", "accept", "buyer", "delivered"]);
  await of.order({ state: "in_progress" });
  done(
    await of.run(openDispute, of.actors.provider, {
      orderId: of.orderId,
      code: "damaged",
      words: "Nothing is accepted.",
    }),
  );
  expect(await asRead()).toEqual(["buyer", "dispute", "buyer", "waiting"]);
  expect(await toldToAll(of)).toEqual(["buyer dispute yours", "buyer dispute", ...OTHERS]);
});
