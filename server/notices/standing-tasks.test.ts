import { expect, test } from "vitest";
import { insertNotices } from "@/db/repositories/notices";
import { memberships } from "@/db/schema/accounts";
import type { Actor } from "@/domain/access/policy";
import { HOUR_MS, toIso } from "@/domain/shared/time";
import { biddingMarket, DECIDES, done } from "@/test/bidding-market";
import { actorOf, EARLY, orderMarket } from "@/test/order-market";
import { awardBids } from "../award/award-bids";
import { acceptOrder } from "../orders/accept-order";
import { reportMilestone } from "../orders/report-milestone";
import { execute } from "../platform/execute";
import { answerQuestion } from "../requests/answer-question";
import { askQuestion } from "../requests/ask-question";
import { relayRound } from "../worker/relay";
import { inboxPage } from "./inbox";
import { markAllRead } from "./mark-read";

type Bidding = Awaited<ReturnType<typeof biddingMarket>>;

/** What needs the viewer once all that has happened is told. */
async function needs({ on }: Pick<Bidding, "on">, viewer: Actor): Promise<string[]> {
  while (await relayRound(on));
  const asked = { cursor: null, open: null, limit: 10, now: on.clock() };
  const { needed } = await inboxPage(on.database.read, viewer, asked);
  return needed.map(({ notice, deal }) => `${notice.kind} ${deal?.title ? "of a deal" : "of none"}`);
}

/** A market whose people are members of their organisations, so that they are told what happens. */
async function peopled(bidding: object = {}) {
  const market = await biddingMarket(bidding);
  const { provider, provider2, buyer } = market.actors;
  await market.database.write(async (tx) => {
    for (const { userId, organisationId } of [provider, provider2, buyer])
      await tx.insert(memberships).values({
        userId: userId ?? "",
        organisationId: organisationId ?? "",
        role: "owner",
        createdAt: market.on.clock(),
      });
  });
  return market;
}

test("A question needs the buyer until it is answered, read or not; the decision until the award; and the winner's order until its first report.", async () => {
  const market = await peopled();
  const { actors, run, requestId, on } = market;
  const { buyer, provider, provider2 } = actors;
  expect(await needs(market, buyer)).toEqual([]);
  const question = done(await run(askQuestion, provider, { requestId, question: "Which office?" }));
  expect(await needs(market, buyer)).toEqual(["question_asked of a deal"]);
  done(await run(markAllRead, buyer, {}));
  expect(await needs(market, buyer)).toEqual(["question_asked of a deal"]);
  done(await run(answerQuestion, buyer, { questionId: question.id, answer: "Horgos" }));
  expect(await needs(market, buyer)).toEqual([]);
  expect(await needs(market, provider)).toEqual([]);
  const bid = await market.bid(provider);
  await market.bid(provider2);
  await market.closeAtItsTime();
  expect(await needs(market, buyer)).toEqual(["request_opened of a deal"]);
  const [opened] = (await inboxPage(on.database.read, buyer, { cursor: null, open: null, limit: 1, now: on.clock() }))
    .needed;
  expect(opened?.by).toBe(DECIDES);
  done(await run(awardBids, buyer, { requestId, bids: [{ bidId: bid.id }] }));
  expect(await needs(market, buyer)).toEqual([]);
  expect(await needs(market, provider2)).toEqual([]);
  expect(await needs(market, provider)).toEqual(["bid_won of a deal"]);
});

test("Who was invited is needed until they have bid, and not once the request has closed.", async () => {
  const market = await peopled({ visibility: "invited", invitedIds: ["provider", "provider2"] });
  const { provider, provider2 } = market.actors;
  expect(await needs(market, provider)).toEqual(["request_invited of a deal"]);
  await market.bid(provider);
  expect(await needs(market, provider)).toEqual([]);
  expect(await needs(market, provider2)).toEqual(["request_invited of a deal"]);
  await market.closeAtItsTime();
  expect(await needs(market, provider2)).toEqual([]);
});

test("A delivery needs those of the buyer who were told of it until one of them has accepted; what was told again stands once.", async () => {
  const market = await orderMarket();
  const { on, orderId, database, now } = market;
  const report = (code: string) =>
    execute(
      reportMilestone,
      { actor: actorOf("timur"), input: { orderId, code, occurredAt: toIso(now()), ...EARLY } },
      on,
    );
  for (const code of ["booked", "picked_up", "delivered"]) done(await report(code));
  expect(await needs(market, actorOf("lin"))).toEqual(["order_delivered of a deal"]);
  expect(await needs(market, actorOf("wei"))).toEqual([]);
  const again = { kind: "order_delivered", facts: { reference: "KO-1", service: "logistics" }, href: "/orders" };
  const row = { id: "zz", eventId: "again", userId: "lin", organisationId: "buyer", createdAt: now(), ...again };
  await database.write((tx) => insertNotices(tx, [{ ...row, subjectId: orderId, isQuiet: true, readAt: now() }]));
  expect(await needs(market, actorOf("lin"))).toEqual(["order_delivered of none"]);
  market.wait(HOUR_MS);
  done(await execute(acceptOrder, { actor: actorOf("lin"), input: { orderId } }, on));
  expect(await needs(market, actorOf("lin"))).toEqual([]);
});

test("What a provider is told to report leaves once any step has been reported since.", async () => {
  const market = await orderMarket();
  const { on, orderId, database, now } = market;
  const row = { id: "a", eventId: "a", userId: "timur", organisationId: "provider", createdAt: now() };
  const notice = { kind: "order_resumed", facts: {}, href: `/orders/${orderId}`, subjectId: orderId };
  await database.write((tx) => insertNotices(tx, [{ ...row, ...notice }]));
  expect(await needs(market, actorOf("timur"))).toEqual(["order_resumed of none"]);
  market.wait(HOUR_MS);
  const input = { orderId, code: "booked", occurredAt: toIso(now()), ...EARLY };
  done(await execute(reportMilestone, { actor: actorOf("timur"), input }, on));
  expect(await needs(market, actorOf("timur"))).toEqual([]);
});
