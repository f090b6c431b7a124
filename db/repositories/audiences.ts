import { and, asc, eq, inArray, isNotNull, like, ne, sql } from "drizzle-orm";
import type { Audience } from "../../domain/notices/notification-rule";
import type { BidState, LineState } from "../../domain/shared/vocabulary";
import { unreachable } from "../../domain/shared/result";
import { prepared, preparedList, type Reader } from "../database";
import { organisations } from "../schema/accounts";
import { bids, requests } from "../schema/requests";
import { listingHubs, listings } from "../schema/catalogue";
import { deals } from "../schema/deals";
import { orderMilestones, orders } from "../schema/orders";
import { requestQuestions } from "../schema/questions";
import { isNotBarred } from "./organisations";
import { invitedTo } from "./requests";

// Beyond so many a request is found in the list rather than told of.
const LISTED_MAX = 300;

const p = sql.placeholder;
type OfRequest = { readonly requestId: string };
const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

const biddersIn = (name: string, states: readonly BidState[]) =>
  prepared<{ id: string }[], OfRequest>(name, (db) =>
    db
      .select({ id: bids.providerOrganisationId })
      .from(bids)
      .where(and(eq(bids.requestId, p("requestId")), inArray(bids.state, [...states])))
      .orderBy(asc(bids.providerOrganisationId)),
  );

/** Whose bid stands, or stood until the request ended. */
const bidders = biddersIn("bidders_of_request", ["submitted", "stale", "lost", "expired"]);
/** Whose bid stands at the time of telling. */
const standing = biddersIn("standing_on_request", ["submitted"]);

const everBid = prepared("ever_bid_on_request", (db) =>
  db
    .select({ id: bids.providerOrganisationId })
    .from(bids)
    .where(eq(bids.requestId, p("requestId"))),
);

/** Those of the organisations that never sent a bid. */
async function withoutBid(db: Reader, requestId: string, organisationIds: readonly string[]): Promise<string[]> {
  const bidding = new Set(idsOf(await everBid(db, { requestId })));
  return [...new Set(organisationIds)].filter((id) => !bidding.has(id));
}

const askers = prepared("askers_of_request", (db) =>
  db
    .selectDistinct({ id: requestQuestions.askerOrganisationId })
    .from(requestQuestions)
    .where(eq(requestQuestions.requestId, p("requestId"))),
);

/** Who has bid, is invited, or has asked a question: each once, in an order that says nothing of why. */
async function partakersOf(db: Reader, requestId: string): Promise<string[]> {
  const asking = idsOf(await askers(db, { requestId }));
  const ids = [...idsOf(await bidders(db, { requestId })), ...(await invitedTo(db, requestId)), ...asking];
  return [...new Set(ids)].sort();
}

const awarded = prepared("awarded_request", (db) =>
  db
    .select({ id: requests.id })
    .from(requests)
    .where(and(eq(requests.id, p("requestId")), eq(requests.state, "awarded"))),
);

const listed = prepared("listed_for_request", (db) =>
  db
    .select({ id: listings.organisationId })
    .from(requests)
    .innerJoin(listings, and(eq(listings.service, requests.service), eq(listings.isActive, true)))
    .innerJoin(listingHubs, and(eq(listingHubs.listingId, listings.id), eq(listingHubs.hubId, requests.hubId)))
    .innerJoin(organisations, and(eq(organisations.id, listings.organisationId), isNotBarred))
    .where(
      and(
        eq(requests.id, p("requestId")),
        ne(requests.visibility, "invited"),
        ne(listings.organisationId, requests.buyerOrganisationId),
      ),
    )
    .orderBy(asc(listings.organisationId))
    .limit(LISTED_MAX),
);

/** Who offers the service at the hub of a request that everybody sees; nobody where only invited ones see it. */
const listedFor = async (db: Reader, requestId: string): Promise<string[]> => idsOf(await listed(db, { requestId }));

const DEALS_AT_ONCE = 500;

/** Those of the deals whose goods are beyond the border, or aboard a ship or a flight that has left. */
async function acrossAlready(db: Reader, dealIds: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (let start = 0; start < dealIds.length; start += DEALS_AT_ONCE) {
    const rows = await db
      .select({ dealId: orders.dealId })
      .from(orders)
      .innerJoin(orderMilestones, eq(orderMilestones.orderId, orders.id))
      .where(
        and(
          inArray(orders.dealId, dealIds.slice(start, start + DEALS_AT_ONCE)),
          inArray(orderMilestones.code, ["crossed_border", "departed"]),
          isNotNull(orderMilestones.occurredAt),
        ),
      );
    for (const { dealId } of rows) found.add(dealId);
  }
  return found;
}

type Crossing = Extract<Audience, { readonly crossingAt: string }>;

/** Both parties of every order that is under way through the hub by the mode and in the direction, as long as its deal's goods are not beyond the border. */
async function crossingAt(db: Reader, { crossingAt: hubId, mode, direction }: Crossing): Promise<string[]> {
  const rows = await db
    .select({ dealId: orders.dealId, buyer: orders.buyerOrganisationId, provider: orders.providerOrganisationId })
    .from(orders)
    .where(
      and(
        eq(orders.hubId, hubId),
        mode === null ? undefined : eq(orders.mode, mode),
        direction && like(orders.corridor, direction === "export" ? "CN-%" : "%-CN"),
        inArray(orders.state, ["placed", "scheduled", "in_progress", "changes_requested"] satisfies LineState[]),
      ),
    );
  const across = await acrossAlready(db, [...new Set(rows.map(({ dealId }) => dealId))]);
  const waiting = rows.filter(({ dealId }) => !across.has(dealId));
  return [...new Set(waiting.flatMap(({ buyer, provider }) => [buyer, provider]))].sort();
}

const platformOrganisations = prepared("platform_organisations", (db) =>
  db.select({ id: organisations.id }).from(organisations).where(eq(organisations.kind, "platform")),
);

/** The organisations that are meant. */
export async function audienceOf(db: Reader, audience: Audience): Promise<string[]> {
  if ("organisationId" in audience) return [audience.organisationId];
  if ("beaten" in audience)
    return (await awarded(db, { requestId: audience.onRequest })).length > 0 ? [audience.beaten] : [];
  if ("biddersOf" in audience) return idsOf(await bidders(db, { requestId: audience.biddersOf }));
  if ("standingOn" in audience) return idsOf(await standing(db, { requestId: audience.standingOn }));
  if ("invitedUnbidOn" in audience)
    return withoutBid(db, audience.invitedUnbidOn, await invitedTo(db, audience.invitedUnbidOn));
  if ("unbidOn" in audience) {
    const { unbidOn: id } = audience;
    return withoutBid(db, id, [...(await invitedTo(db, id)), ...(await listedFor(db, id))]);
  }
  if ("partakersOf" in audience) return partakersOf(db, audience.partakersOf);
  if ("listedFor" in audience) return listedFor(db, audience.listedFor);
  if ("crossingAt" in audience) return crossingAt(db, audience);
  if ("platform" in audience) return idsOf(await platformOrganisations(db, {}));
  return unreachable(audience);
}

const titles = preparedList("titles_of_deals", (db, ids) =>
  db.select({ id: deals.id, title: deals.title }).from(deals).where(inArray(deals.id, ids)),
);

/** What goods each of the deals is about. */
export async function titlesOfDeals(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await titles(db, [...new Set(ids)])).map(({ id, title }) => [id, title]));
}
