import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/database";
import { dialect } from "@/db/dialect";
import { arbitraryOf, hostileText, hostileValue, nearly, withEachText } from "@/test/arbitrary-of";
import { apiMarket, bidBody, type Holder } from "@/test/api-market";
import { carriage, steps, tradeToOrder } from "@/test/api-steps";
import { filledDatabase } from "@/test/database";
import { orderRooms } from "@/test/order-rooms";
import type { Endpoint } from "../platform/api/endpoint-kinds";
import { usePlatform } from "../platform/platform";
import { announceClosure } from "../hubs/hub-state";
import { askQuestion } from "../requests/ask-question";
import { ENDPOINTS } from "./registry";

// What the schemas promise is the same over each database; on PostgreSQL it is asked what no text may hold, which fewer runs find.
const RUNS = Number(process.env.FUZZ_RUNS ?? (dialect === "postgres" ? 20 : 60));
const HOLDERS: readonly (Holder | null)[] = [
  "buyer",
  "buyer2",
  "provider",
  "provider2",
  "colleague",
  "viewer",
  "admin",
  null,
];

/** Ids that are there, so that a call gets as far as its command. */
async function lively(database: Database) {
  const market = await apiMarket(database);
  const step = steps(market);
  const done = await tradeToOrder(market);
  const dealId = await step.deal();
  const draft = await step.request(dealId, { publish: false });
  const open = await step.request(await step.deal());
  const bidId = await step.bid(open);
  const negotiated = await step.request(await step.deal(), { bidding: { negotiationRounds: 1 } });
  const countered = await step.bid(negotiated);
  await step.close(negotiated);
  const asked = await market.call(askQuestion, {
    as: "provider",
    params: { requestId: open },
    body: { question: "When?" },
  });
  const carried = await carriage(market);
  const { id: closureId } = (
    await market.call(announceClosure, {
      as: "admin",
      params: { hubId: "horgos" },
      body: announceClosure.http?.example,
    })
  ).body as { id: string };
  const { orderId: disputedId } = await tradeToOrder(market);
  const rooms = await orderRooms(market, disputedId);
  const { id: fileId } = await market.upload("provider", { subject: "order", subjectId: disputedId });
  const ids: Record<string, readonly string[]> = {
    fileId: [fileId],
    declarationId: [rooms.declarationId],
    disputeId: [rooms.disputeId],
    lockId: [rooms.lockId],
    linkId: [rooms.linkId],
    reportId: [rooms.reportId],
    hubId: ["horgos"],
    closureId: [closureId],
    questionId: [(asked.body as { id: string }).id],
    dealId: [dealId, done.dealId],
    requestId: [open, draft, done.requestId],
    bidId: [bidId, done.bidId],
    orderId: [done.orderId, carried.orderId, disputedId],
    slotId: [carried.slotId],
    segmentId: [carried.segmentId],
    counterOfferId: [await step.counter(countered)],
    providerId: ["provider"],
  };
  return { market, ids, dealId, bidId };
}

type Lively = Awaited<ReturnType<typeof lively>>;

let filled: Awaited<ReturnType<typeof filledDatabase<Lively>>>;

// To trade anew for each endpoint would take longer than all that is sent to it.
beforeAll(async () => {
  filled = await filledDatabase(lively);
});

afterAll(() => filled.drop());

/** The same trade for each test, in a database of its own. */
async function ownTrade(): Promise<Lively> {
  usePlatform({ ...filled.filled.market.on, database: await filled.copy() });
  return filled.filled;
}

/** The endpoint's example with ids that are there. */
function goodBody(endpoint: Endpoint, { dealId, bidId }: Lively): unknown {
  if (endpoint.name === "createRequest") return { ...(endpoint.example as object), dealId };
  if (endpoint.name === "submitBid" || endpoint.name === "checkBid") return bidBody();
  return endpoint.name.startsWith("award") ? { bids: [{ bidId }] } : endpoint.example;
}

function bodyOf(endpoint: Endpoint, of: Lively): fc.Arbitrary<unknown> {
  if (endpoint.kind !== "command" && endpoint.kind !== "check") return fc.constant(undefined);
  if (!endpoint.body) return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, hostileValue);
  const good = goodBody(endpoint, of);
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(good) },
    { weight: 4, arbitrary: nearly(good) },
    { weight: 3, arbitrary: arbitraryOf(endpoint.body) },
    { weight: 1, arbitrary: hostileValue },
    { weight: 1, arbitrary: hostileText },
  );
}

function queryOf(endpoint: Endpoint): fc.Arbitrary<Record<string, string>> {
  const known = endpoint.kind === "query" ? Object.keys(endpoint.query?.shape ?? {}) : [];
  const name = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known, "limit") }, hostileText);
  const value = fc.oneof(
    hostileText,
    fc.constantFrom(
      "1",
      "100",
      "CNYIU",
      "KZALA",
      "customs",
      "open",
      "2026-11",
      "2026-10-15",
      "value",
      "W10",
      "WyJhIl0",
    ),
  );
  return fc.dictionary(name, value, { maxKeys: 3 });
}

const paramsOf = (endpoint: Endpoint, { ids }: Lively) =>
  fc.record(
    Object.fromEntries(
      [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [
        name,
        fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...(ids[name] ?? [""])) }, hostileText),
      ]),
    ),
  ) as fc.Arbitrary<Record<string, string>>;

const headersOf = fc.record(
  { "if-match": fc.constantFrom('"1"', '"2"', "*", "x", '"99999999999999999999"', 'W/"1"') },
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, string>>;

// An open stream has no end to wait for; its headers are held in its own test.
const ANSWERING = ENDPOINTS.filter(({ kind }) => kind !== "stream");

test.each(ANSWERING)(
  "$name answers whatever is sent as its schemas promise, and never with a fault",
  async (endpoint) => {
    const of = await ownTrade();
    const call = fc.record({
      as: fc.constantFrom(...HOLDERS),
      params: paramsOf(endpoint, of),
      query: fc.oneof(
        { weight: endpoint.kind === "query" ? 4 : 0, arbitrary: queryOf(endpoint) },
        { weight: 2, arbitrary: fc.constant({}) },
      ),
      body: bodyOf(endpoint, of),
      headers: headersOf,
    });
    await fc.assert(
      fc.asyncProperty(call, async (sent) => {
        const answered = await of.market.call(endpoint, sent);
        expect(answered.status, answered.text).toBeLessThan(500);
      }),
      { numRuns: RUNS },
    );
  },
);

test("the null character, which PostgreSQL keeps in no text, is refused wherever it stands", async () => {
  const of = await ownTrade();
  const params = Object.fromEntries(Object.entries(of.ids).map(([name, ids]) => [name, ids[0] as string]));
  let sent = 0;
  for (const endpoint of ANSWERING) {
    if ((endpoint.kind !== "command" && endpoint.kind !== "check") || !endpoint.body) continue;
    const good = {
      ...(goodBody(endpoint, of) as object),
      ...(endpoint.name === "submitBid" ? { remarks: "soon" } : {}),
    };
    for (const body of withEachText(good, "a\0b")) {
      const as =
        endpoint.scope === "admin:write"
          ? "admin"
          : endpoint.scope === "bids:write" || endpoint.name === "reportMilestone"
            ? "provider"
            : "buyer";
      const answered = await of.market.call(endpoint, { as, params, body });
      expect(answered, `${endpoint.name} ${JSON.stringify(body)}`).toMatchObject({
        status: 422,
        body: { code: "invalid" },
      });
      sent++;
    }
  }
  expect(sent).toBeGreaterThan(30);
});
