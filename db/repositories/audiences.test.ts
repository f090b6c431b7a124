import { and, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Audience } from "@/domain/notices/notification-rule";
import type { BidState, LineState } from "@/domain/shared/vocabulary";
import type { Mode } from "@/domain/hubs/place";
import { dealExample } from "@/domain/deals/deal-example";
import { createDeal } from "@/server/deals/create-deal";
import { biddingMarket, done } from "@/test/bidding-market";
import { orderMarket, START } from "@/test/order-market";
import { contractDeal } from "@/test/traffic-market";
import { organisations } from "../schema/accounts";
import { bids, requests } from "../schema/requests";
import { listings } from "../schema/catalogue";
import { orderMilestones, orders } from "../schema/orders";
import { requestQuestions } from "../schema/questions";
import { audienceOf } from "./audiences";
import { insertListing } from "./listings";
import { insertInvitations } from "./requests";

/** A market with two requests that are alike, and as many companies as a test names. */
async function told() {
  const market = await biddingMarket();
  const { database, requestId } = market;
  const otherId = "another";
  const dealId = done(await market.run(createDeal, market.actors.buyer, dealExample())).id;
  await database.write(async (tx) => {
    const [one] = await tx.select().from(requests);
    await tx
      .insert(requests)
      .values({ ...(one as typeof requests.$inferInsert), dealId, id: otherId, reference: otherId });
  });
  return {
    ...{ database, requestId, otherId },
    to: (audience: Audience) => audienceOf(database.read, audience),
    company: (id: string, more: Partial<typeof organisations.$inferInsert> = {}) =>
      database.write(async (tx) => {
        const [one] = await tx.select().from(organisations).where(eq(organisations.id, "provider"));
        const copy = one as typeof organisations.$inferInsert;
        await tx.insert(organisations).values({ ...copy, id, registrationNumber: id, ...more });
      }),
    list: (organisationId: string, more: Partial<typeof listings.$inferInsert> = {}) =>
      database.write((tx) =>
        insertListing(tx, {
          ...{ id: `l-${organisationId}`, organisationId, service: "customs", summary: "", hubIds: ["horgos"] },
          ...{ corridors: [], languages: [], licences: [], isActive: true, searchText: "", createdAt: START },
          ...{ updatedAt: START, ...more },
        } as typeof listings.$inferInsert),
      ),
    bid: (organisationId: string, state: BidState, on = requestId) =>
      database.write((tx) =>
        tx.insert(bids).values({
          ...{ id: `b-${organisationId}-${on}`, requestId: on, providerOrganisationId: organisationId, state },
          ...{ version: 1, submittedAt: START, updatedAt: START },
        }),
      ),
    invite: (organisationIds: readonly string[], on = requestId) =>
      database.write((tx) => insertInvitations(tx, on, { organisationIds, now: START })),
    asked: (organisationId: string, on = requestId) =>
      database.write((tx) =>
        tx.insert(requestQuestions).values({
          ...{ id: `q-${organisationId}-${on}`, auditId: `a-${organisationId}-${on}`, requestId: on },
          ...{ askerOrganisationId: organisationId, question: "When?", askedAt: START },
        }),
      ),
  };
}

test("A request is told of to who offers its service at its hub now, and not to its buyer, the suspended or who has paused.", async () => {
  const of = await told();
  await of.company("railway");
  await of.company("suspended", { suspendedAt: START });
  await of.company("paused");
  await of.company("elsewhere");
  await of.list("railway", { service: "logistics" });
  await of.list("suspended");
  await of.list("paused", { isActive: false });
  await of.list("elsewhere", { hubIds: ["pingxiang"] });
  await of.list("buyer");
  const { requestId } = of;
  expect(await of.to({ listedFor: requestId })).toEqual(["provider", "provider2"]);
  await of.database.write((tx) => tx.update(requests).set({ visibility: "invited" }).where(eq(requests.id, requestId)));
  expect(await of.to({ listedFor: requestId })).toEqual([]);
  expect(await of.to({ listedFor: of.otherId })).toEqual(["provider", "provider2"]);
});

test("Bidders of a request are told whose bid stands or stood to the end, and of one moment only those whose bid stands.", async () => {
  const of = await told();
  const states = ["submitted", "stale", "lost", "expired", "withdrawn", "draft", "won"] as const;
  for (const state of states) {
    await of.company(state);
    await of.bid(state, state);
  }
  await of.bid("provider", "submitted", of.otherId);
  expect(await of.to({ biddersOf: of.requestId })).toEqual(["expired", "lost", "stale", "submitted"]);
  expect(await of.to({ standingOn: of.requestId })).toEqual(["submitted"]);
});

test("Who was asked and has never bid on the request is told, also though it has bid on another.", async () => {
  const of = await told();
  await of.company("invited");
  await of.company("gone");
  await of.invite(["invited", "provider2", "gone"]);
  await of.invite(["provider"], of.otherId);
  await of.bid("provider2", "submitted", of.otherId);
  await of.bid("gone", "withdrawn");
  expect(await of.to({ invitedUnbidOn: of.requestId })).toEqual(["invited", "provider2"]);
  expect((await of.to({ unbidOn: of.requestId })).sort()).toEqual(["invited", "provider", "provider2"]);
  await of.bid("provider", "submitted");
  expect((await of.to({ unbidOn: of.requestId })).sort()).toEqual(["invited", "provider2"]);
});

test("Of an answer those are told who have bid, are invited or have asked on its own request, each once.", async () => {
  const of = await told();
  for (const id of ["asker", "guest", "stranger"]) await of.company(id);
  await of.bid("provider", "submitted");
  await of.bid("stranger", "submitted", of.otherId);
  await of.invite(["guest", "provider"]);
  await of.invite(["stranger"], of.otherId);
  await of.asked("asker");
  await of.asked("provider");
  await of.asked("stranger", of.otherId);
  expect(await of.to({ partakersOf: of.requestId })).toEqual(["asker", "guest", "provider"]);
});

test("That another was chosen is told of an award alone, and the platform is its own organisations.", async () => {
  const of = await told();
  const beaten = { beaten: "provider2", onRequest: of.requestId };
  expect(await of.to(beaten)).toEqual([]);
  await of.database.write((tx) => tx.update(requests).set({ state: "awarded" }).where(eq(requests.id, of.otherId)));
  expect(await of.to(beaten)).toEqual([]);
  await of.database.write((tx) => tx.update(requests).set({ state: "awarded" }).where(eq(requests.id, of.requestId)));
  expect(await of.to(beaten)).toEqual(["provider2"]);
  expect(await of.to({ platform: true })).toEqual(["platform"]);
});

const CONCERNED: readonly LineState[] = ["placed", "scheduled", "in_progress", "changes_requested"];
const OTHERS: readonly LineState[] = ["delivered", "accepted", "completed", "cancelled"];

test("A hub is told of to the parties of each order that has still to pass it, while its deal's goods are this side of the border.", async () => {
  const { database, orders: own } = await orderMarket({ services: ["logistics", "customs"] });
  const [logistics = "", customs = ""] = [own.logistics, own.customs];
  const at = (mode: Mode | null, hubId = "horgos") => audienceOf(database.read, { crossingAt: hubId, mode });
  const set = (id: string, change: Partial<typeof orders.$inferInsert>) =>
    database.write((tx) => tx.update(orders).set(change).where(eq(orders.id, id)));
  await set(customs, { providerOrganisationId: "elsewhere" });
  expect([await at("road"), await at(null), await at("rail"), await at("road", "alashankou")]).toEqual([
    ...[["buyer", "elsewhere", "provider"], ["buyer", "elsewhere", "provider"], [], []],
  ]);
  const towards = (direction: "export" | "import") =>
    audienceOf(database.read, { crossingAt: "horgos", mode: "road", direction });
  expect([await towards("export"), await towards("import")]).toEqual([["buyer", "elsewhere", "provider"], []]);
  await set(logistics, { state: "completed" });
  for (const state of [...CONCERNED, ...OTHERS]) {
    await set(customs, { state });
    expect([state, await at("road")]).toEqual([state, CONCERNED.includes(state) ? ["buyer", "elsewhere"] : []]);
  }
  // What is across by one order of the deal is across for all of them, and for no other deal's.
  await set(customs, { state: "placed" });
  await contractDeal(database, { hubId: "horgos", isBorderHub: true, services: ["logistics"], at: START });
  const tell = (...codes: string[]) =>
    database.write((tx) =>
      tx
        .update(orderMilestones)
        .set({ occurredAt: START })
        .where(and(eq(orderMilestones.orderId, logistics), inArray(orderMilestones.code, codes))),
    );
  await tell("picked_up", "arrived_hub");
  expect(await at("road")).toEqual(["buyer", "elsewhere", "provider"]);
  await tell("crossed_border");
  expect(await at("road")).toEqual(["buyer", "provider"]);
});
