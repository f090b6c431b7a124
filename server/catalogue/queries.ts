import "server-only";
import { and, asc, desc, count, eq, exists, gt, inArray, or, sql } from "drizzle-orm";
import type { Reader } from "../../db/database";
import { type AskedWords, askWords, holdsWord } from "../../db/word-search";
import { listingsOf } from "../../db/repositories/listings";
import { answersOf, findPage, type StoredAnswer, type StoredPage } from "../../db/repositories/provider-pages";
import { milestonesOfOrders, type TakenBack, takenBackOf } from "../../db/repositories/order-lists";
import { isNotBarred } from "../../db/repositories/organisations";
import { organisations } from "../../db/schema/accounts";
import { requests } from "../../db/schema/requests";
import { listingHubs, listings } from "../../db/schema/catalogue";
import { orderMilestones, orders } from "../../db/schema/orders";
import { corridorWord, languageWord } from "../../domain/catalogue/listing";
import {
  DAYS_RUN_FROM,
  DELIVERED_STATES,
  DELIVERED_WITH,
  type Delivery,
  onTimeOf,
  type OnTime,
  RECORD_DAYS,
} from "../../domain/catalogue/track-record";
import { type CompletedOrder, examplesOf, lanesOf } from "../../domain/catalogue/own-figures";
import { awaitedStep, daysAlsoFrom } from "../../domain/orders/chain/holds";
import type { ChainOrder } from "../../domain/orders/chain/chain-facts";
import { runsFrom } from "../../domain/services/due-time";
import { type Service, SERVICES } from "../../domain/shared/vocabulary";
import { DAY_MS, type Instant } from "../../domain/shared/time";
import type { OwnListing, Provider, ProviderRow } from "../../views/providers";
import { shownCheck } from "../accounts/checks/queries";
import { priceDistanceOf } from "./price-distance";

export type ProviderQuestion = {
  readonly q?: string | null;
  readonly service?: Service | null;
  readonly hubId?: string | null;
  readonly corridor?: string | null;
  readonly language?: string | null;
  readonly cursor?: string | null;
  readonly limit: number;
};

type Facts = Omit<ProviderRow, "services" | "hubIds" | "languages">;

const RECENT_DELIVERIES = 200;

const facts = {
  id: organisations.id,
  nameOwn: organisations.nameOwn,
  nameLatin: organisations.nameLatin,
  country: organisations.country,
  city: organisations.city,
};

/** The directory is in the order of Latin names, so a cursor is the name and the id of the last row shown. */
const cursorOf = ({ nameLatin, id }: Facts): string =>
  Buffer.from(JSON.stringify([nameLatin, id])).toString("base64url");

function afterCursor(cursor: string) {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as [unknown, unknown];
    if (typeof name !== "string" || typeof id !== "string") return undefined;
    return or(gt(organisations.nameLatin, name), and(eq(organisations.nameLatin, name), gt(organisations.id, id)));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const isOffered = ({ service, hubId, corridor, language }: ProviderQuestion, words: AskedWords) =>
  and(
    eq(listings.isActive, true),
    service ? eq(listings.service, service) : undefined,
    words.isFound(),
    corridor ? holdsWord(listings.searchText, corridorWord(corridor)) : undefined,
    language ? holdsWord(listings.searchText, languageWord(language)) : undefined,
    hubId
      ? sql`exists (select 1 from ${listingHubs} where ${listingHubs.listingId} = ${listings.id} and ${listingHubs.hubId} = ${hubId})`
      : undefined,
  );

async function withListings(read: Reader, found: readonly Facts[]): Promise<ProviderRow[]> {
  if (found.length === 0) return [];
  const offers = await read
    .select({
      organisationId: listings.organisationId,
      service: listings.service,
      hubIds: listings.hubIds,
      languages: listings.languages,
    })
    .from(listings)
    .where(
      and(
        eq(listings.isActive, true),
        inArray(
          listings.organisationId,
          found.map((provider) => provider.id),
        ),
      ),
    );
  return found.map((provider) => {
    const own = offers.filter((offer) => offer.organisationId === provider.id);
    return {
      ...provider,
      services: SERVICES.filter((service) => own.some((offer) => offer.service === service)),
      hubIds: [...new Set(own.flatMap((offer) => offer.hubIds))],
      languages: [...new Set(own.flatMap((offer) => offer.languages))],
    };
  });
}

/** Providers with an active listing that answers the question, a page at a time. */
export async function searchProviders(
  read: Reader,
  question: ProviderQuestion,
): Promise<{ items: ProviderRow[]; nextCursor: string | null }> {
  const words = await askWords(read, listings, { text: question.q, isRead: true });
  const offered = read
    .select({ organisationId: listings.organisationId })
    .from(listings)
    .where(isOffered(question, words));
  // Words that few have are looked up; where many have them, or without any, a page of the directory is soon full.
  const hasOffer =
    question.q && !words.isOfMany
      ? inArray(organisations.id, offered)
      : exists(
          read
            .select({ one: sql`1` })
            .from(listings)
            .where(and(eq(listings.organisationId, organisations.id), isOffered(question, words))),
        );
  const found = await read
    .select(facts)
    .from(organisations)
    .where(and(isNotBarred, hasOffer, question.cursor ? afterCursor(question.cursor) : undefined))
    .orderBy(asc(organisations.nameLatin), asc(organisations.id))
    .limit(question.limit + 1);
  const shown = found.slice(0, question.limit);
  const last = shown.at(-1);
  return {
    items: await withListings(read, shown),
    nextCursor: found.length > question.limit && last ? cursorOf(last) : null,
  };
}

async function completedBy(read: Reader, organisationId: string): Promise<Partial<Record<Service, number>>> {
  const rows = await read
    .select({ service: orders.service, count: count() })
    .from(orders)
    .where(and(eq(orders.providerOrganisationId, organisationId), eq(orders.state, "completed")))
    .groupBy(orders.service);
  return Object.fromEntries(rows.map((row) => [row.service, row.count]));
}

type DealOrder = Pick<ChainOrder, "service" | "state" | "milestones">;
type Delivered = Parameters<typeof daysAlsoFrom>[0] & { readonly dealId: string };

/** Of delivered orders whose days also wait for another order of their deal, the orders of that deal which may have the step. */
async function waitedFor(read: Reader, delivered: readonly Delivered[]): Promise<ReadonlyMap<string, DealOrder[]>> {
  const waits = delivered.flatMap((one) => {
    const step = daysAlsoFrom(one);
    return step ? [{ dealId: one.dealId, service: step.service }] : [];
  });
  if (waits.length === 0) return new Map();
  const found = await read
    .select({ id: orders.id, dealId: orders.dealId, service: orders.service, state: orders.state, mode: orders.mode })
    .from(orders)
    .where(
      and(
        inArray(orders.dealId, [...new Set(waits.map(({ dealId }) => dealId))]),
        inArray(orders.service, [...new Set(waits.map(({ service }) => service))]),
      ),
    );
  const milestones = await milestonesOfOrders(read, found);
  const told = found.map((order) => ({ ...order, milestones: milestones.get(order.id) ?? [] }));
  return Map.groupBy(told, ({ dealId }) => dealId);
}

/** Those of these orders whose delivery was late, as it was kept when it was reported. */
async function lateAmong(read: Reader, orderIds: readonly string[]): Promise<ReadonlySet<string>> {
  const told = await read
    .select({ orderId: orderMilestones.orderId, evidence: orderMilestones.evidence })
    .from(orderMilestones)
    .where(and(inArray(orderMilestones.orderId, [...orderIds]), inArray(orderMilestones.code, [...DELIVERED_WITH])));
  return new Set(told.flatMap(({ orderId, evidence }) => (evidence?.late ? [orderId] : [])));
}

type FirstTold = {
  /** The first report of each delivery that was sent back, by its order. */
  readonly deliveries: ReadonlyMap<string, TakenBack>;
  /** The orders of which a step had been told as sooner than it can have happened before it was reopened. */
  readonly early: ReadonlySet<string>;
};

/** What was told of these orders before their steps were told anew. */
async function firstTold(read: Reader, orderIds: readonly string[]): Promise<FirstTold> {
  const back = await takenBackOf(read, orderIds);
  const deliveries = back.filter(({ code }) => DELIVERED_WITH.includes(code)).toReversed();
  return {
    deliveries: new Map(deliveries.map((one) => [one.orderId, one])),
    early: new Set(back.flatMap(({ orderId, earliestAt }) => (earliestAt === null ? [] : [orderId]))),
  };
}

/** A delivered order with what a provider's own figures are broken down by. */
type DeliveredOrder = Delivery &
  Omit<CompletedOrder, keyof Delivery | "completedAt"> & { readonly completedAt: Instant | null };

/** The latest delivered orders of a provider, at most two hundred: of one that was sent back the first delivery decides. */
async function deliveriesBy(read: Reader, organisationId: string): Promise<DeliveredOrder[]> {
  const rows = await read
    .select({
      ...{ id: orders.id, dealId: orders.dealId, service: orders.service, mode: orders.mode, spec: requests.spec },
      ...{ corridor: orders.corridor, contractedAt: orders.contractedAt, completedAt: orders.completedAt },
      startedAt: orderMilestones.occurredAt,
      deliveredAt: orders.deliveredAt,
      hasEarlyStep: sql<number>`exists (select 1 from ${orderMilestones} early where early.order_id = ${orders.id} and early.earliest_at is not null)`,
    })
    .from(orders)
    .innerJoin(requests, eq(requests.id, orders.requestId))
    // Each service has at most one of these, so an order is one row.
    .leftJoin(
      orderMilestones,
      and(
        eq(orderMilestones.orderId, orders.id),
        or(
          ...DAYS_RUN_FROM.map(({ service, code }) => and(eq(orders.service, service), eq(orderMilestones.code, code))),
        ),
      ),
    )
    .where(and(eq(orders.providerOrganisationId, organisationId), inArray(orders.state, DELIVERED_STATES)))
    .orderBy(desc(orders.contractedAt), desc(orders.id))
    .limit(RECENT_DELIVERIES);
  const others = await waitedFor(read, rows);
  const ids = rows.map(({ id }) => id);
  const late = await lateAmong(read, ids);
  const before = await firstTold(read, ids);
  return rows.flatMap(({ contractedAt, completedAt, startedAt: reportedAt, deliveredAt, hasEarlyStep, ...order }) => {
    if (deliveredAt === null) return [];
    const from = (reportedAt ?? contractedAt) as Instant;
    const startedAt = runsFrom(from, awaitedStep(order, others.get(order.dealId) ?? []));
    const first = before.deliveries.get(order.id);
    return [
      {
        ...{ service: order.service, corridor: order.corridor, contractedAt: contractedAt as Instant },
        completedAt: completedAt as Instant | null,
        startedAt,
        deliveredAt: first?.occurredAt ?? (deliveredAt as Instant),
        isLate: first ? first.evidence?.late !== undefined : late.has(order.id),
        hasEarlyStep: Boolean(hasEarlyStep) || before.early.has(order.id),
      },
    ];
  });
}

/** How many of the latest delivered orders of a provider were delivered on time. */
export const onTimeBy = async (read: Reader, organisationId: string): Promise<OnTime> =>
  onTimeOf(await deliveriesBy(read, organisationId));

/** Those of the orders that were completed within a year. */
const completedOf = (delivered: readonly DeliveredOrder[], now: Instant): CompletedOrder[] =>
  delivered.flatMap(({ completedAt, ...order }) =>
    completedAt !== null && completedAt > now - RECORD_DAYS * DAY_MS ? [{ ...order, completedAt }] : [],
  );

/** A provider's public page; null where there is none, or no active listing, or the market has shut it out. */
export async function providerPage(read: Reader, id: string, now: Instant): Promise<Provider | null> {
  const [found] = await read
    .select({
      ...facts,
      description: organisations.description,
      foundedYear: organisations.foundedYear,
      memberSince: organisations.createdAt,
    })
    .from(organisations)
    .where(and(eq(organisations.id, id), isNotBarred))
    .limit(1);
  const offers = found ? (await listingsOf(read, id)).filter((listing) => listing.isActive) : [];
  if (!found || offers.length === 0) return null;
  const delivered = await deliveriesBy(read, id);
  const completed = completedOf(delivered, now);
  return {
    ...found,
    memberSince: found.memberSince as Instant,
    listings: SERVICES.flatMap((service) => offers.filter((offer) => offer.service === service)).map(viewOf),
    check: await shownCheck(read, id, now),
    completedOrders: await completedBy(read, id),
    onTime: onTimeOf(delivered),
    ...(await findPage(read, id)),
    answers: (await answersOf(read, id)).map(({ language, question, answer }) => ({ language, question, answer })),
    lanes: lanesOf(completed),
    examples: examplesOf(completed, now),
    priceDistance: await priceDistanceOf(read, id, now),
  };
}

const viewOf = (row: Awaited<ReturnType<typeof listingsOf>>[number]): OwnListing => ({
  service: row.service,
  summary: row.summary,
  hubIds: row.hubIds,
  corridors: row.corridors,
  languages: row.languages,
  licences: row.licences,
  equipment: row.equipment,
  isActive: row.isActive,
  updatedAt: row.updatedAt,
});

/** An organisation's own listings, paused ones too. */
export const ownListings = async (read: Reader, organisationId: string): Promise<OwnListing[]> =>
  (await listingsOf(read, organisationId)).map(viewOf);

export type OwnPage = { readonly page: StoredPage; readonly answers: readonly StoredAnswer[] };

/** What an organisation has written for its own page, with the ids of its answers. */
export const ownPage = async (read: Reader, organisationId: string): Promise<OwnPage> => ({
  page: await findPage(read, organisationId),
  answers: await answersOf(read, organisationId),
});
