import type { Database } from "@/db/database";
import { findDemoUser } from "@/db/repositories/users";
import { listMembershipsOf } from "@/db/repositories/members";
import type { Actor } from "@/domain/access/policy";
import { HOUR_MS, type Instant, instant } from "@/domain/shared/time";
import { buildMarket } from "@/demo/build-market";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { expect } from "vitest";
import { bidsOfRequest } from "@/db/repositories/bidding";
import type { RequestPage } from "@/views/requests";
import { requestFilterSchema } from "@/domain/requests/request-filter";
import type { RequestLine } from "@/views/requests";
import { termsOf } from "@/domain/requests/request";
import { amendmentsShown } from "@/server/requests/queries/amendments";
import { comparePage } from "@/server/award/queries/comparison";
import { requestPage } from "@/server/requests/queries/request-page";
import { buyerCard, decidePage } from "@/server/award/queries/decisions";
import { deskQueue, ownBids } from "@/server/bidding/queries/desk";
import { negotiationPage, placeOf } from "@/server/bidding/queries/bids";
import { questionsPage } from "@/server/requests/queries/questions";
import { requestList } from "@/server/requests/queries/requests";

export const NOW = instant(Date.parse("2026-11-24T06:00:00Z"));

/** The demo's present alone, without the year before it. */
export const fillWithDemo = (database: Database, now: Instant = NOW) =>
  buildMarket(database, { now, passwordHash: "", progress: () => undefined, deals: 0 });

/** One of the demo's people, as their button of the sign-in page lets them in. */
export async function person({ read }: Database, handle: string): Promise<Actor & { organisationId: string }> {
  const user = await findDemoUser(read, handle);
  const [membership] = user ? await listMembershipsOf(read, user.id) : [];
  if (!user || !membership) throw new Error(`The demo has nobody called ${handle}`);
  const { organisationId, role } = membership;
  return { ...mintActor({ kind: "user", userId: user.id, organisationId, role }), organisationId };
}

const EVERY_REQUEST = 100;

/** What the demo's buyer has asked for, and who may read what of it. */
async function biddingOf(database: Database) {
  const { read } = database;
  const buyer = await person(database, "buyer");
  const rows: RequestLine[] = [];
  for (const state of ["open", "closed", "opened", "no_decision", "cancelled"]) {
    const filter = requestFilterSchema.parse({ state, mine: "1" });
    rows.push(...(await requestList(read, buyer, { filter, limit: EVERY_REQUEST, now: NOW })).items);
  }
  const pageOf = async (viewer: Actor, id: string): Promise<RequestPage> => {
    const page = await requestPage(read, viewer, { id, now: NOW });
    if (!page) throw new Error(`${id} is not for them`);
    return page;
  };
  /** The demo buyer's requests as somebody else may read them, where it is theirs to read. */
  const seenBy = async (viewer: Actor): Promise<RequestPage[]> => {
    const pages: RequestPage[] = [];
    for (const { id } of rows) {
      const page = await requestPage(read, viewer, { id, now: NOW });
      if (page) pages.push(page);
    }
    return pages;
  };
  return { database, read, buyer, rows, pageOf, seenBy };
}

const found = <T>(one: T | undefined, what: string): T => {
  if (one === undefined) throw new Error(`The demo has no ${what}`);
  return one;
};

type Demo = Awaited<ReturnType<typeof biddingOf>>;

async function expectOfTheBuyer(of: Demo): Promise<void> {
  const { read, database, buyer, rows } = of;
  const colleague = await person(database, "buyer-colleague");
  const asBuyer = await of.seenBy(buyer);

  const half = found(
    asBuyer.find(({ state, twoPersonOpening }) => state === "closed" && twoPersonOpening),
    "request that waits for a second person",
  );
  expect(half.opening, "one has said open").toMatchObject({ isApprovedByViewer: true, agreed: [expect.any(String)] });
  expect(half.bids, "and nobody reads a bid").toBeNull();
  const theirs = await of.pageOf(colleague, half.id);
  expect(theirs.opening, "the colleague's word is missing").toEqual({
    ...half.opening,
    isApprovedByViewer: false,
  });

  const due = asBuyer.filter(({ state, decideBy }) => state === "opened" && decideBy < NOW + 8 * HOUR_MS);
  expect(due.length, "a decision is due within hours").toBeGreaterThan(0);
  expect(
    asBuyer.some(({ visibility, state }) => visibility === "invited" && state === "open"),
    "invited",
  ).toBe(true);
  expect(
    asBuyer.some(({ visibility, state }) => visibility === "checked" && state === "open"),
    "checked",
  ).toBe(true);
  expect(
    asBuyer.some((one) => termsOf(one).gates.length > 0 && termsOf(one).criteria.length > 0),
    "gates",
  ).toBe(true);
  expect(
    asBuyer.some((one) => termsOf(one).criteria.some(({ kind }) => kind === "own")),
    "own criterion",
  ).toBe(true);

  const amended = found(
    asBuyer.find(({ amendmentCount }) => amendmentCount > 0),
    "amended request",
  );
  const [amendment] = await amendmentsShown(read, buyer, amended);
  expect(amendment).toMatchObject({ number: 1, isSpecChanged: true, staleCount: 3 });
  const talk = await questionsPage(read, buyer, { requestId: amended.id, now: NOW });
  expect(talk?.questions.map(({ answers }) => answers.length > 0).sort(), "one question waits").toEqual([false, true]);

  const deals = new Set(rows.filter(({ state }) => state === "opened").map(({ dealId }) => dealId));
  const reached: boolean[] = [];
  for (const dealId of deals) {
    const compared = await comparePage(read, buyer, { dealId, currency: null, now: NOW });
    const cells = compared?.services.flatMap((one) => one.cells) ?? [];
    reached.push(cells.filter(({ packages }) => packages.length > 0).length === 2);
  }
  expect(reached, "one house is cheaper with carriage and customs together").toContain(true);
}

async function expectOfTheProvider(of: Demo): Promise<void> {
  const { read, database } = of;
  const provider = await person(database, "provider");
  const asProvider = await of.seenBy(provider);
  const own = (test: (page: RequestPage) => boolean, what: string) => found(asProvider.find(test), what);

  own(({ ownBid, state }) => ownBid?.state === "stale" && state === "open", "stale bid to confirm");
  own(({ visibility, ownBid }) => visibility === "invited" && !ownBid, "invitation to bid");
  const checked = own(({ visibility }) => visibility === "checked", "request for checked organisations");
  expect(checked.needsCheck, "the demo's provider is checked").toBe(false);
  for (const feedback of ["rank", "gap"] as const) {
    const open = own((one) => one.bidMode === "open" && termsOf(one).feedback === feedback, `feedback by ${feedback}`);
    const place = await placeOf(read, provider, { requestId: open.id, now: NOW });
    expect(place, feedback).toMatchObject({ count: 3, feedback });
  }

  const bids = (await ownBids(read, provider, { state: null, cursor: null, limit: 100, now: NOW })).items;
  expect(
    bids.some(({ waiting }) => waiting?.act === "cure" && waiting.by > NOW),
    "a paper to send until tomorrow",
  ).toBe(true);
  const pending: unknown[] = [];
  for (const { id, requestId } of bids)
    pending.push((await negotiationPage(read, provider, { requestId, bidId: id, now: NOW }))?.pending);
  expect(pending.filter(Boolean), "a counter-offer to answer").toHaveLength(1);
  const table = own((one) => one.state === "opened" && termsOf(one).negotiationRounds > 0, "negotiated request");
  expect(table.turn, "which its request says").toMatchObject({ holder: "bidder", act: "answer" });
  expect(table.waiting.map(({ bidId }) => bidId)).toEqual([table.ownBid?.id]);
  expect((await of.pageOf(of.buyer, table.id)).turn, "and its buyer waits for").toEqual(table.turn);
  expect((await of.pageOf(await person(database, "provider2"), table.id)).turn.act, "unknown to others").toBe("decide");
  const told = bids.flatMap(({ debrief }) => (debrief ? [debrief.code] : []));
  expect(told, "why its bids did not win").toEqual(expect.arrayContaining(["no_decision", "all_rejected"]));

  const content = found(
    asProvider.map(({ ownBid }) => ownBid?.versions[0].content).find((one) => one?.alternatives),
    "bid that says all it can",
  );
  expect(Object.keys(content)).toEqual(
    expect.arrayContaining(["alternatives", "conditions", "subcontractors", "lateDelivery", "relatedParty"]),
  );
  expect(
    content.lines.some(({ tiers }) => tiers),
    "prices by the truck",
  ).toBe(true);
  const other = await person(database, "buyer2");
  const card = await buyerCard(read, { buyerId: other.organisationId, now: NOW });
  expect(card.undecidedCount, "a buyer that did not decide").toBeGreaterThan(1);
  const page = await decidePage(read, { request: checked, viewer: provider, now: NOW });
  expect(page.buyerRecord?.closedCount, "the card of the one whose request it reads").toBeGreaterThan(0);
}

async function expectOfTheOffices(of: Demo): Promise<void> {
  const { read, database } = of;
  for (const [handle, service] of [
    ["broker", "customs"],
    ["inspector", "inspection"],
  ] as const) {
    const { items, services } = await deskQueue(read, await person(database, handle), { service: null, now: NOW });
    expect(services, handle).toEqual([service]);
    const pages = await of.seenBy(await person(database, handle));
    const unanswered = pages.filter((one) => one.service === service && one.state === "open" && !one.ownBid);
    expect(
      items.filter(({ id }) => unanswered.some((one) => one.id === id)).length,
      `${handle} has a form to fill`,
    ).toBeGreaterThan(0);
  }
}

/** The demo's people each find what bidding can say, in a state in which they can act on it. */
export async function expectOfPeople(database: Database): Promise<void> {
  const of = await biddingOf(database);
  await expectOfTheBuyer(of);
  await expectOfTheProvider(of);
  await expectOfTheOffices(of);
  // Nothing of a sealed request is readable before its opening, a scene's neither.
  for (const { id, state, bidMode } of of.rows) {
    if (bidMode !== "sealed" || (state !== "open" && state !== "closed")) continue;
    for (const bid of await bidsOfRequest(of.read, id)) expect(bid.totalMinor).toBeNull();
  }
}
