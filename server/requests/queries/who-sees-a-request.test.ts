import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { findVisibleRequest, insertInvitations, isInvited, visibleTo } from "@/db/repositories/requests";
import type { Database, Writer } from "@/db/database";
import { memberships, organisations, sessions, users } from "@/db/schema/accounts";
import { bids, bidVersions, requests } from "@/db/schema/requests";
import { deals } from "@/db/schema/deals";
import { type Actor, MEMBER_ROLES } from "@/domain/access/policy";
import type { Offer } from "@/domain/bidding/bid";
import { offerSchema } from "@/domain/bidding/offer/offer-schema";
import { mayBeFound, maySeeRequest, type SeenRequest } from "@/domain/requests/request-visibility";
import { REQUEST_STATES } from "@/domain/requests/request";
import { BID_MODES, VISIBILITIES } from "@/domain/requests/request-choices";
import { requestFilterSchema } from "@/domain/requests/request-filter";
import { HOUR_MS, later } from "@/domain/shared/time";
import { loadRequest } from "@/server/bidding/bid-context";
import { loadFileContext } from "@/server/files/load-file-context";
import { maySeeFile } from "@/domain/files/file-access";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { sessionBehind } from "@/server/platform/identity/session";
import { SESSION_LIFE_MS, hashOf } from "@/server/platform/identity/tokens";
import { platformOver, usePlatform } from "@/server/platform/platform";
import { checkOffer } from "@/server/bidding/pricing";
import { biddingMarket, offerOfThree } from "@/test/bidding-market";
import { filledDatabase } from "@/test/database";
import { START } from "@/test/posting-market";
import { amendmentsOf } from "./amendments";
import { addressesOf } from "../../about/found-addresses";
import { bidsOf } from "../../bidding/queries/bids";
import { listRequests, requestView } from "./api-requests";
import { requestPage } from "./request-page";
import { landingView } from "./landing";
import { proofOf } from "../../bidding/queries/proof";
import { questionsPage, watchedRequest } from "./questions";
import { requestList } from "./requests";

const NOW = later(START, HOUR_MS);
const user = (organisationId: string | null, role: Actor["role"]): Actor =>
  mintActor({ kind: "user", userId: `user-${organisationId}`, organisationId, role });

/** Who asks, one a kind. The name of a provider says what it is to every request of the table that is for invited ones. */
const VIEWERS: Readonly<Record<string, Actor>> = {
  visitor: mintActor({ kind: "anonymous" }),
  "a person without an organisation": user(null, null),
  ...Object.fromEntries(MEMBER_ROLES.map((role) => [`the buyer's ${role}`, user("buyer", role)])),
  "another buyer": user("buyer2", "owner"),
  "an invited provider": user("provider", "quoter"),
  "an invited provider's key": mintActor({
    kind: "api_key",
    apiKeyId: "key",
    userId: "user-provider",
    organisationId: "provider",
    role: "owner",
    scopes: new Set(["requests:read", "bids:read", "bids:write", "files:read"] as const),
  }),
  "an uninvited provider": user("provider2", "owner"),
  "a bidder that withdrew": user("withdrawn", "owner"),
  "the awarded provider": user("awarded", "owner"),
  "an administrator": user("platform", "administrator"),
};
const INVITED = ["provider", "withdrawn", "awarded", "suspended"];
const BIDDERS = { withdrawn: "withdrawn", awarded: "won" } as const;

const TABLE = REQUEST_STATES.flatMap((state) =>
  VISIBILITIES.flatMap((visibility) =>
    BID_MODES.flatMap((bidMode) => {
      const isHeld = state === "draft" || state === "in_review";
      const published = state === "cancelled" ? [true, false] : [!isHeld];
      return published.map((isPublished) => ({
        id: ["seen", state, visibility, bidMode, isPublished ? "p" : "u"].join("_"),
        state,
        visibility,
        bidMode,
        isPublished,
      }));
    }),
  ),
);
type Row = (typeof TABLE)[number];

/** What the market promises, said a second time and in other words than the rule. */
function isPromised({ visibility, isPublished }: Row, { organisationId }: Actor): boolean {
  if (organisationId === "buyer") return true;
  return isPublished && (visibility !== "invited" || INVITED.includes(organisationId ?? ""));
}

const OFFER = offerSchema.parse(offerOfThree()) as Offer;

/** A person of the organisation, with a session that stands. */
async function signIn(tx: Writer, organisationId: string): Promise<void> {
  const userId = `person-${organisationId}`;
  const [someone] = await tx.select().from(users).limit(1);
  if (!someone) throw new Error("the market has nobody to copy");
  await tx.insert(users).values({ ...someone, id: userId, email: `${userId}@example.com` });
  await tx.insert(memberships).values({ userId, organisationId, role: "owner", createdAt: START });
  const idHash = hashOf(`session of ${organisationId}`);
  const times = { createdAt: START, lastSeenAt: START, expiresAt: later(START, SESSION_LIFE_MS) };
  await tx.insert(sessions).values({ idHash, userId, organisationId, ...times });
}

async function fill(database: Database) {
  const of = await biddingMarket({}, database);
  await of.bid();
  const [deal] = await database.read.select().from(deals).limit(1);
  const [request] = await database.read.select().from(requests).limit(1);
  const [bid] = await database.read.select().from(bids).limit(1);
  const offered = await checkOffer(database.read, of.actors.provider, {
    requestId: of.requestId,
    offer: OFFER,
    now: START,
  });
  if (!offered.ok) throw new Error(offered.refusal.code);
  const [buyer] = await database.read.select().from(organisations).where(eq(organisations.id, "buyer"));
  if (!deal || !request || !bid || !buyer) throw new Error("the market has nothing to copy");
  await database.write(async (tx) => {
    for (const id of ["withdrawn", "awarded", "suspended"])
      await tx.insert(organisations).values({
        ...buyer,
        ...{ id, nameOwn: id, nameLatin: id, registrationNumber: id, suspendedAt: id === "suspended" ? START : null },
      });
    await signIn(tx, "provider");
    await signIn(tx, "suspended");
    for (const { id, isPublished, ...row } of TABLE) {
      await tx.insert(deals).values({ ...deal, id: `d_${id}`, reference: `D-${id}` });
      const times = { publishedAt: isPublished ? START : null, openedAt: row.state === "opened" ? START : null };
      await tx.insert(requests).values({ ...request, ...row, ...times, id, reference: id, dealId: `d_${id}` });
      await insertInvitations(tx, id, { organisationIds: row.visibility === "invited" ? INVITED : [], now: START });
      if (isPublished)
        for (const [providerOrganisationId, state] of Object.entries(BIDDERS)) {
          const bidId = `${id}_${state}`;
          await tx.insert(bids).values({ ...bid, id: bidId, requestId: id, providerOrganisationId, state });
          await tx
            .insert(bidVersions)
            .values({ bidId, version: 1, submittedAt: START, receipt: bidId, content: offered.value });
        }
    }
  });
}

let market: Awaited<ReturnType<typeof filledDatabase<void>>>;
beforeAll(async () => {
  market = await filledDatabase(fill);
  return () => market.drop();
});

type Ask = (database: Database, viewer: Actor, id: string) => Promise<unknown>;
const told: Ask = async (database, viewer, requestId) =>
  loadRequest(database.read, viewer, requestId).then((loaded) => (loaded.ok ? loaded.value : null));

/** Every door through which one request is asked for by its id. */
const DOORS: Readonly<Record<string, Ask>> = {
  "the row": ({ read }, viewer, id) => findVisibleRequest(read, viewer, id),
  "its page": ({ read }, viewer, id) => requestPage(read, viewer, { id, now: NOW }),
  "its amendments": ({ read }, viewer, id) => amendmentsOf(read, viewer, id),
  "its proof": ({ read }, viewer, id) => proofOf(read, viewer, { id, receipt: null }),
  "its stream": ({ read }, viewer, id) => watchedRequest(read, viewer, id),
  "the API's request": ({ read }, viewer, id) => requestView(read, viewer, { id, now: NOW }),
  "the API's bids": ({ read }, viewer, requestId) => bidsOf(read, viewer, { requestId, now: NOW }),
  "a command of a bidder": told,
};

const seenBy = async (ask: (viewer: Actor, row: Row) => Promise<unknown>, viewer: Actor) => {
  const seen: string[] = [];
  for (const row of TABLE) if ((await ask(viewer, row)) ?? null) seen.push(row.id);
  return seen.sort();
};
const promisedTo = (viewer: Actor) =>
  TABLE.filter((row) => isPromised(row, viewer))
    .map(({ id }) => id)
    .sort();

/** One role stands for the organisation where the rule is only asked for it: what the roles share is shown by the first test. */
const ASKING = Object.entries(VIEWERS).filter(([name]) => !/^the buyer's (?!viewer|owner)/.test(name));

describe("A request is seen by those whom the rule names and by nobody else", () => {
  test("The table has what it takes: everybody sees some, and nobody but the buyer sees all.", () => {
    for (const viewer of Object.values(VIEWERS)) {
      const seen = promisedTo(viewer).length;
      expect(seen).toBeGreaterThan(20);
      expect(seen === TABLE.length).toBe(viewer.organisationId === "buyer");
    }
  });

  test("The rule of the domain and its SQL form answer alike for every request and viewer.", async () => {
    const database = await market.copy();
    for (const [name, viewer] of Object.entries(VIEWERS)) {
      const rows = await database.read
        .select({ id: requests.id })
        .from(requests)
        .where(visibleTo(viewer.organisationId));
      const known = new Set(TABLE.map(({ id }) => id));
      const inSql = rows.map(({ id }) => id).filter((id) => known.has(id));
      expect([name, inSql.sort()]).toEqual([name, promisedTo(viewer)]);
      const byRule = await seenBy(async (actor, { id }) => {
        const [request] = await database.read.select().from(requests).where(eq(requests.id, id));
        const { organisationId } = actor;
        const isAsked = organisationId !== null && (await isInvited(database.read, { requestId: id, organisationId }));
        return maySeeRequest(actor, request as unknown as SeenRequest, isAsked) || null;
      }, viewer);
      expect([name, byRule]).toEqual([name, promisedTo(viewer)]);
    }
  });

  test.each(Object.entries(DOORS))("%s", async (_, ask) => {
    const database = await market.copy();
    for (const [name, viewer] of ASKING)
      expect([name, await seenBy((actor, { id }) => ask(database, actor, id), viewer)]).toEqual([
        name,
        promisedTo(viewer),
      ]);
  });

  test("its questions, of which visitors without an account read none", async () => {
    const { read } = await market.copy();
    for (const [name, viewer] of ASKING) {
      const seen = await seenBy((actor, { id }) => questionsPage(read, actor, { requestId: id, now: NOW }), viewer);
      expect([name, seen]).toEqual([name, viewer.kind === "anonymous" ? [] : promisedTo(viewer)]);
    }
  });

  test("its files, of which nobody reads any without an organisation, nor an administrator", async () => {
    const { read } = await market.copy();
    const file = { id: "file", organisationId: "buyer", state: "clean" } as const;
    for (const [name, viewer] of ASKING) {
      const seen = await seenBy(async (actor, { id }) => {
        const context = await loadFileContext(read, { kind: "request", id }, { viewerId: actor.organisationId ?? "" });
        return maySeeFile(actor, file, context) || null;
      }, viewer);
      const readsNone = viewer.organisationId === null || viewer.role === "administrator";
      expect([name, seen]).toEqual([name, readsNone ? [] : promisedTo(viewer)]);
    }
  });

  test("the check of an offer, once it is published, for whoever may bid at all", async () => {
    const { read } = await market.copy();
    for (const [name, viewer] of ASKING) {
      const seen = await seenBy(async (actor, { id, isPublished }) => {
        const checked = await checkOffer(read, actor, { requestId: id, offer: OFFER, now: NOW });
        // What is not published is not there for its buyer either: there is nothing to offer on.
        if (!isPublished) expect(checked.ok).toBe(false);
        return checked.ok || checked.refusal.code !== "not_found" ? id : null;
      }, viewer);
      const published = TABLE.filter((row) => row.isPublished && isPromised(row, viewer)).map(({ id }) => id);
      const mayOffer = ["owner", "quoter"].includes(viewer.role ?? "");
      expect([name, seen]).toEqual([name, mayOffer ? published.sort() : TABLE.map(({ id }) => id).sort()]);
    }
  });

  test("the lists of the pages and of the API, in every state", async () => {
    const { read } = await market.copy();
    const known = new Set(TABLE.map(({ id }) => id));
    const filter = requestFilterSchema.parse({ state: "any" });
    for (const [name, viewer] of ASKING) {
      const page = await requestList(read, viewer, { filter, limit: 100, now: NOW });
      const api = await listRequests(read, viewer, { afterId: null, limit: 100 });
      for (const { items } of [page, api])
        expect([
          name,
          items
            .map(({ id }) => id)
            .filter((id) => known.has(id))
            .sort(),
        ]).toEqual([name, promisedTo(viewer)]);
    }
  });

  test("People of a suspended organisation ask as visitors, invited or not.", async () => {
    const database = await market.copy();
    usePlatform(platformOver(database, () => NOW));
    const actorOf = async (organisationId: string) => (await sessionBehind(`session of ${organisationId}`))?.actor;
    expect(await actorOf("suspended")).toBeUndefined();
    const invited = await actorOf("provider");
    if (!invited) throw new Error("the session of whoever is not suspended stands");
    expect(await seenBy((actor, { id }) => findVisibleRequest(database.read, actor, id), invited)).toEqual(
      promisedTo(VIEWERS["an invited provider"] as Actor),
    );
  });

  test("the front page counts what a visitor sees", async () => {
    const { read } = await market.copy();
    const open = TABLE.filter((row) => row.state === "open" && row.visibility !== "invited").length;
    // The market's own request beside the table's.
    expect((await landingView(read, NOW)).openRequests).toBe(open + 1);
  });
});

test("sitemaps name those that everybody sees while they take bids, and no other.", async () => {
  const { read } = await market.copy();
  const named: string[] = [];
  for await (const { path } of addressesOf(read, { section: "requests", after: "", now: NOW }))
    named.push(path.slice("/requests/".length));
  const rows = await read.select().from(requests);
  const mayBe = rows.filter((row) => mayBeFound(row as never, NOW)).map(({ id }) => id);
  expect(named).toEqual(mayBe.sort());
  expect(named.length).toBeGreaterThan(1);
  for (const { id, visibility } of TABLE) if (named.includes(id)) expect(visibility).toBe("open");
});
