import { and, asc, count, desc, eq, gt, inArray, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { BidState } from "../../domain/shared/vocabulary";
import { prepared, preparedList, type Reader } from "../database";
import { besideIndex } from "../dialect";
import { bids, requestInvitations, requests } from "../schema/requests";
import { deals } from "../schema/deals";
import { type AskedWords, askWords, fromFound } from "../word-search";
import { idsPassedOn } from "./passed-requests";
import { visibleTo } from "./requests";

/** What a list of requests may ask. `closes` is the latest closing time; `mine` the organisation's own, invited and bid on. */
export type RequestQuestion = {
  readonly organisationId: string | null;
  readonly service: string | null;
  readonly hub: string | null;
  readonly corridor: string | null;
  readonly state: string | null;
  readonly closesBy: number | null;
  /** Of what takes bids: those that close later; what is past its close and about to be carried out is open no more. */
  readonly closesAfter: number | null;
  readonly q: string | null;
  readonly isMine: boolean;
  /** Only what the organisation has passed on. */
  readonly isPassed?: boolean;
  readonly sort: "closing" | "-closing" | "newest";
  /** The row after which the page begins. */
  readonly after: { readonly closesAt: number; readonly id: string } | null;
  readonly limit: number;
};

const PART_LETTERS = {
  organisationId: "o",
  service: "s",
  hub: "h",
  corridor: "c",
  state: "t",
  closesBy: "b",
  closesAfter: "f",
  after: "a",
} as const;

/** Names which parts a statement has, so that one is prepared for each combination; short, for PostgreSQL cuts long names. */
function shapeOf(question: RequestQuestion, { form }: AskedWords): string {
  const parts = Object.entries(PART_LETTERS).filter(([part]) => question[part as keyof typeof PART_LETTERS] !== null);
  return `${parts.map(([, letter]) => letter).join("")}${question.isMine ? "m" : ""}${question.isPassed ? "p" : ""}_${question.sort}_${form}`;
}

const placeholder = (name: string) => sql.placeholder(name);

// A bare placeholder is sent as it is given: a time must go through its column to be written as each engine reads it.
const time = (name: string) => sql.param(sql.placeholder(name), requests.closesAt);

/** Through the organisation's own rows, its invitations and its bids: three index look-ups in place of a walk over all. */
const isMine = (db: Reader) =>
  or(
    eq(requests.buyerOrganisationId, placeholder("organisationId")),
    inArray(
      requests.id,
      db
        .select({ id: requestInvitations.requestId })
        .from(requestInvitations)
        .where(eq(requestInvitations.organisationId, placeholder("organisationId"))),
    ),
    inArray(
      requests.id,
      db
        .select({ id: bids.requestId })
        .from(bids)
        .where(eq(bids.providerOrganisationId, placeholder("organisationId"))),
    ),
  );

const isPassed = (db: Reader) => inArray(requests.id, idsPassedOn(db, placeholder("organisationId")));

function afterRow(sort: RequestQuestion["sort"]): SQL | undefined {
  const [closesAt, id] = [time("afterClosesAt"), placeholder("afterId")];
  if (sort === "newest") return lt(requests.id, id);
  return sort === "closing"
    ? or(gt(requests.closesAt, closesAt), and(eq(requests.closesAt, closesAt), gt(requests.id, id)))
    : or(lt(requests.closesAt, closesAt), and(eq(requests.closesAt, closesAt), lt(requests.id, id)));
}

/** Such a list goes by the index of its hub or its corridor. */
const isOfPlace = ({ hub, corridor }: RequestQuestion): boolean => hub !== null || corridor !== null;

/** The state as a list is asked for it: by age it stands beside the place in its index. */
const stateIn = (question: RequestQuestion): SQL =>
  isOfPlace(question) && question.sort === "newest" ? besideIndex(requests.state) : sql`${requests.state}`;

function matches(db: Reader, question: RequestQuestion, words: AskedWords): SQL | undefined {
  const has = (part: keyof RequestQuestion) => question[part] !== null;
  return and(
    has("state") ? eq(stateIn(question), placeholder("state")) : undefined,
    has("service") && !words.holds.has("service") ? eq(requests.service, placeholder("service")) : undefined,
    has("hub") && !words.holds.has("hub") ? eq(requests.hubId, placeholder("hub")) : undefined,
    has("corridor") && !words.holds.has("corridor") ? eq(requests.corridor, placeholder("corridor")) : undefined,
    has("closesBy") ? lte(requests.closesAt, time("closesBy")) : undefined,
    has("closesAfter") ? gt(requests.closesAt, time("closesAfter")) : undefined,
    words.isFound({ written: placeholder }),
    question.isMine && question.organisationId !== null ? isMine(db) : undefined,
    question.isPassed && question.organisationId !== null ? isPassed(db) : undefined,
    visibleTo(question.organisationId === null ? null : placeholder("organisationId")),
  );
}

function valuesOf(question: RequestQuestion, words: AskedWords): Record<string, unknown> {
  const { organisationId, service, hub, corridor, state, closesBy, closesAfter, after } = question;
  return {
    ...{
      organisationId,
      service,
      hub,
      corridor,
      state,
      closesBy,
      closesAfter,
      afterClosesAt: after?.closesAt,
      afterId: after?.id,
    },
    ...{ limit: question.limit + 1, ...words.values },
  };
}

const ORDERS = {
  closing: [asc(requests.closesAt), asc(requests.id)],
  "-closing": [desc(requests.closesAt), desc(requests.id)],
  newest: [desc(requests.id)],
} as const;

const columns = {
  id: requests.id,
  reference: requests.reference,
  dealId: requests.dealId,
  title: deals.title,
  service: requests.service,
  state: requests.state,
  bidMode: requests.bidMode,
  visibility: requests.visibility,
  comparisonCurrency: requests.comparisonCurrency,
  twoPersonOpening: requests.twoPersonOpening,
  buyerOrganisationId: requests.buyerOrganisationId,
  originId: deals.originId,
  destinationId: deals.destinationId,
  hubId: requests.hubId,
  mode: deals.mode,
  goodsValueMinor: deals.goodsValueMinor,
  goodsCurrency: deals.goodsCurrency,
  bidCount: requests.bidCount,
  closesAt: requests.closesAt,
  decideBy: requests.decideBy,
  isRejected: requests.isRejected,
  fallback: requests.fallback,
};

const list = (shape: string, question: RequestQuestion, words: AskedWords) =>
  prepared(
    `request_list_${shape}`,
    (db) =>
      fromFound(db.select(columns), words)
        .crossJoin(deals)
        .where(
          and(
            eq(deals.id, requests.dealId),
            matches(db, question, words),
            question.after === null || words.inOrder ? undefined : afterRow(question.sort),
          ),
        )
        .orderBy(...(words.inOrder ? [words.inOrder.order] : ORDERS[question.sort]))
        .limit(placeholder("limit")),
    words,
  );

/** The words of a question, with what else stands in their index. Where many hold them, a list of one state goes by the index of its state. */
const wordsOf = (db: Reader, question: RequestQuestion): Promise<AskedWords> => {
  const { q, service, hub, corridor, after } = question;
  const isOfAll = !question.isMine && question.sort === "newest";
  const newest = isOfAll ? { afterId: after?.id ?? null, isNarrowed: question.state !== null } : null;
  return askWords(db, requests, { text: q, facets: { service, hub, corridor }, newest, isRead: true });
};

export type ListedRequest = Awaited<ReturnType<ReturnType<typeof list>>>[number];

/** A page of the requests that the organisation (null: a visitor) may see, one row more than asked where there are more. */
export async function listRequests(db: Reader, question: RequestQuestion): Promise<ListedRequest[]> {
  const words = await wordsOf(db, question);
  return await list(shapeOf(question, words), question, words)(db, valuesOf(question, words));
}

/** How many there are in all, counted no further than `max`. */
export async function countRequests(db: Reader, question: RequestQuestion, max: number): Promise<number> {
  const words = await wordsOf(db, { ...question, after: null });
  const shape = shapeOf({ ...question, after: null }, words);
  const build = (on: Reader) => {
    const found = fromFound(on.select({ id: requests.id }), words)
      .where(matches(on, question, words))
      // In the list's order, by its index of the hub or the corridor, which holds what else is asked: another may hold less of it.
      .orderBy(...(isOfPlace(question) && !words.inOrder ? ORDERS[question.sort] : []))
      .limit(max)
      .as("found");
    return on.select({ requests: count() }).from(found);
  };
  const counted = prepared(`request_count_${max}_${shape}`, build, words);
  const [row] = await counted(db, valuesOf(question, words));
  return row?.requests ?? 0;
}

const ownBids = preparedList("own_bids_on_requests", (db, ids) =>
  db
    .select({ requestId: bids.requestId, state: bids.state })
    .from(bids)
    .where(and(eq(bids.providerOrganisationId, sql.placeholder("organisationId")), inArray(bids.requestId, ids))),
);

/** Which of these requests the organisation has or had a bid on, and how that stands. */
export async function ownBidStates(
  db: Reader,
  organisationId: string,
  requestIds: readonly string[],
): Promise<Map<string, BidState>> {
  const rows = await ownBids(db, requestIds, { organisationId });
  return new Map(rows.map((row) => [row.requestId, row.state]));
}
