import "server-only";
import { and, desc, eq, getTableColumns, lt, sql } from "drizzle-orm";
import { prepared, type Reader } from "@/db/database";
import { findDeal, type StoredDeal } from "@/db/repositories/deals";
import { invitedTo, type StoredRequest, visibleTo } from "@/db/repositories/requests";
import { organisations } from "@/db/schema/accounts";
import { deals } from "@/db/schema/deals";
import { besideIndex } from "@/db/dialect";
import { requests } from "@/db/schema/requests";
import { type AskedWords, askWords, fromFound } from "@/db/word-search";
import { type Actor, may } from "@/domain/access/policy";
import { shipmentOf, withoutMarks } from "@/domain/deals/deal";
import { type RequestState, termsOf } from "@/domain/requests/request";
import { isTurnOf } from "@/domain/requests/request-turn";
import { kindOf, publicSpec, storedSpec } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import { assert } from "@/domain/shared/result";
import type { Instant } from "@/domain/shared/time";
import type { Request, RequestRow } from "@/views/requests";
import { requestTurns } from "../../orders/queries/request-turns";
import { dutyEstimateOf } from "../../tariff/duty-queries";
import { referenceData } from "../../hubs/queries/network";
import { readerSides } from "./requests";
import { type Page, pageOf, writeCursor } from "../../platform/api/cursor";

const { spec: _spec, searchText: _words, cancelReason: _reason, ...listed } = getTableColumns(requests);

// A list is read far more often than one request: it takes neither the specs nor the words that are searched.
const ofList = {
  request: listed,
  title: deals.title,
  direction: deals.direction,
  originId: deals.originId,
  destinationId: deals.destinationId,
  mode: deals.mode,
  readyDate: deals.readyDate,
  buyer: {
    id: organisations.id,
    nameOwn: organisations.nameOwn,
    nameLatin: organisations.nameLatin,
    country: organisations.country,
  },
};

// A cross join tells SQLite to go by requests: it would take all of the few organisations first, and sort all that they ever asked for.
const selectListed = (read: Reader, words: AskedWords) =>
  fromFound(read.select(ofList), words).crossJoin(deals).crossJoin(organisations);

const selectWhole = (read: Reader) =>
  read
    .select({ ...ofList, request: getTableColumns(requests) })
    .from(requests)
    .innerJoin(deals, eq(deals.id, requests.dealId))
    .innerJoin(organisations, eq(organisations.id, requests.buyerOrganisationId));

type Found = Awaited<ReturnType<typeof selectListed>>[number];

/** A request with what of its deal everybody may know who sees it; visitors are not told whose it is. */
function rowOf({ request, buyer, ...ofDeal }: Found, viewer: Actor) {
  const { buyerOrganisationId, bidMode, comparisonCurrency, terms, ...row } = request as Omit<
    StoredRequest,
    "spec" | "searchText" | "cancelReason"
  >;
  const { visibility, closesAt, decideBy, mayCloseEarly, twoPersonOpening } = row;
  return {
    ...row,
    ...ofDeal,
    buyer: viewer.organisationId === null ? null : buyer,
    isOwn: viewer.organisationId === buyerOrganisationId,
    bidding: {
      ...{ mode: bidMode, visibility, closesAt, decideBy, currency: comparisonCurrency },
      ...{ mayCloseEarly, twoPersonOpening, ...termsOf({ terms }) },
    },
  } satisfies RequestRow;
}

export type RequestQuestion = {
  readonly service?: Service | undefined;
  readonly hubId?: string | undefined;
  readonly state?: RequestState | undefined;
  readonly q?: string | undefined;
  readonly afterId: string | null;
  readonly limit: number;
};

const p = sql.placeholder;

type Asked = Omit<RequestQuestion, "q" | "limit"> & { readonly words: AskedWords };

const listStatement = (read: Reader, viewer: Actor, { service, hubId, state, afterId, words }: Asked) =>
  selectListed(read, words)
    .where(
      and(
        eq(deals.id, requests.dealId),
        eq(organisations.id, requests.buyerOrganisationId),
        visibleTo(viewer.organisationId === null ? null : p("organisationId")),
        service && !words.holds.has("service") ? eq(requests.service, p("service")) : undefined,
        hubId && !words.holds.has("hub") ? eq(requests.hubId, p("hubId")) : undefined,
        state ? eq(hubId ? besideIndex(requests.state) : sql`${requests.state}`, p("state")) : undefined,
        afterId === null || words.inOrder ? undefined : lt(requests.id, p("afterId")),
        words.isFound({ written: p }),
      ),
    )
    .orderBy(words.inOrder?.order ?? desc(requests.id))
    .limit(p("limit"));

/** Names which parts the statement has, so that one is prepared for each combination. */
const shapeOf = (viewer: Actor, { service, hubId, state, afterId, words }: Asked): string =>
  [viewer.organisationId, service, hubId, state, afterId].map((part) => (part ? "1" : "0")).join("") + words.form;

/** Requests that the viewer may see, the newest first: its organisation's own, those it is invited to, and the public ones. */
export async function listRequests(read: Reader, viewer: Actor, question: RequestQuestion): Promise<Page<RequestRow>> {
  const { q, limit, ...rest } = question;
  const words = await askWords(read, requests, {
    text: q,
    isRead: true,
    facets: { service: rest.service, hub: rest.hubId },
    newest: { afterId: rest.afterId, isNarrowed: rest.state !== undefined },
  });
  const asked = { ...rest, words };
  const list = prepared(`api_requests_${shapeOf(viewer, asked)}`, (db) => listStatement(db, viewer, asked), words);
  const rows = await list(read, {
    ...rest,
    ...words.values,
    organisationId: viewer.organisationId,
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => writeCursor(row.request.id));
  return { ...page, items: page.items.map((row) => rowOf(row, viewer)) };
}

/** The spec as it travels, with what its kind reckons from it, such as a sampling plan, and what the state would charge. */
async function reckoned(
  read: Reader,
  request: StoredRequest,
  of: { readonly deal: StoredDeal; readonly now: Instant; readonly isBuyer: boolean },
) {
  const { deal, now, isBuyer } = of;
  const { places } = await referenceData(read);
  const countryOf = (id: string): string => places.get(id)?.country ?? "";
  const shipment = shipmentOf(deal, { origin: countryOf(deal.originId), destination: countryOf(deal.destinationId) });
  const kind = kindOf(request.service);
  const spec = storedSpec(kind, request.spec);
  // Which members are private is said of today's form alone: one of an older form is its buyer's to read.
  if (spec === null) return { spec: (isBuyer ? request.spec : {}) as Record<string, unknown>, dutyEstimate: null };
  const shown = isBuyer ? request.spec : publicSpec(request.service, request.spec);
  return {
    spec: { ...(shown as object), ...kind.answerFields(spec, shipment) } as Record<string, unknown>,
    dutyEstimate: await dutyEstimateOf(read, { service: request.service, spec, shipment, now }),
  };
}

const one = (organisationId: Parameters<typeof visibleTo>[0]) => (db: Reader) =>
  selectWhole(db)
    .where(and(eq(requests.id, p("id")), visibleTo(organisationId)))
    .limit(1);
const publicOne = prepared("api_request_public", one(null));
const visibleOne = prepared("api_request_visible", one(p("organisationId")));

/** Whose turn the request is to this reader, by the rule of its page. */
async function turnOfRequest(
  read: Reader,
  viewer: Actor,
  { request, now }: { readonly request: StoredRequest; readonly now: Instant },
): Promise<Request["turn"]> {
  const asked = { ...request, ...(await readerSides(read, viewer, { requests: [request], now }))(request) };
  const { turn } = (await requestTurns(read, viewer, { requests: [asked], now }))(request.id);
  const { holder, act, by, order, step = null, task = null } = turn;
  return { holder, act, by, isYours: isTurnOf(turn, asked.side), orderId: order?.id ?? null, step, task };
}

/** One request as the viewer may see it; null where it may not. Visitors are told no spec and no marks: they name addresses, tax numbers and people. */
export async function requestView(
  read: Reader,
  viewer: Actor,
  of: { readonly id: string; readonly now: Instant },
): Promise<Request | null> {
  const { id, now } = of;
  const { organisationId } = viewer;
  const [found] = await (organisationId === null ? publicOne : visibleOne)(read, { id, organisationId });
  if (!found) return null;
  const request = found.request as StoredRequest;
  const { spec: _, searchText: __, cancelReason: ___, ...rowOnly } = found.request;
  const [turn, deal] = await Promise.all([
    turnOfRequest(read, viewer, { request, now }),
    findDeal(read, request.dealId),
  ]);
  assert(deal, `request ${id} has its deal`);
  const row = { ...rowOf({ ...found, request: rowOnly }, viewer), turn };
  const { incoterm, goodsValue, cargo } = deal;
  if (viewer.organisationId === null) {
    const shown = { incoterm, goodsValue, cargo: withoutMarks(cargo) };
    return {
      ...row,
      cancelReason: request.cancelReason,
      spec: null,
      deal: shown,
      dutyEstimate: null,
      invitedIds: null,
    };
  }
  const isBuyer = may(viewer, "deal.read", { organisationIds: [request.buyerOrganisationId] });
  return {
    ...row,
    cancelReason: request.cancelReason,
    ...(await reckoned(read, request, { deal, now, isBuyer })),
    deal: { incoterm, goodsValue, cargo },
    invitedIds: isBuyer ? await invitedTo(read, id) : null,
  };
}
