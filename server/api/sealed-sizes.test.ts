import { reviseBid, submitBid } from "@/server/bidding/submit-bid";
import { describe, expect, test } from "vitest";
import { comparePage } from "@/server/award/queries/comparison";
import { auditLog } from "@/server/accounts/queries";
import { requestPage } from "@/server/requests/queries/request-page";
import { deskQueue } from "@/server/bidding/queries/desk";
import { inboxPage } from "@/server/notices/inbox";
import { keptMails } from "@/server/notices/queries";
import { proofOf } from "@/server/bidding/queries/proof";
import { requestList } from "@/server/requests/queries/requests";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { relayRound } from "@/server/worker/relay";
import { apiMarket, bidBody, type Holder } from "@/test/api-market";
import { steps } from "@/test/api-steps";
import { later, MINUTE_MS } from "@/domain/shared/time";
import { START } from "@/test/posting-market";
import { ENDPOINTS } from "./registry";
import { closeRequest } from "../requests/close-request";

/** All that a bid may say: how much, how many lines, how many words, which files. */
type Said = { readonly minor: number; readonly words: string; readonly lines: number; readonly file: string };

const LITTLE: Said = { minor: 7, words: "", lines: 1, file: "x" };
const MUCH: Said = {
  minor: 739_146_825_300,
  words: "Documents two days before. ".repeat(15),
  lines: 3,
  file: "y".repeat(9_000),
};

const bidOf = ({ minor, words, lines }: Said) => ({
  ...bidBody(minor, { remarks: words }),
  charges: ["EXD", "IMD", "HSC"].slice(0, lines).map((code, at) => ({
    code,
    basis: ["declaration", "shipment", "hs_line"][at],
    unitPrice: { minor, currency: "CNY" },
    note: words.slice(0, 40),
  })),
});

// Everybody but the bidder.
const VIEWERS: readonly (Holder | null)[] = ["buyer", "colleague", "viewer", "buyer2", "provider2", "admin", null];
const QUERIES = ENDPOINTS.filter(({ kind }) => kind === "query" || kind === "download");
const PLACES = { from: "CNYIU", to: "KZALA" };

const sizeOf = (value: unknown): number =>
  JSON.stringify(value, (_, one) => (typeof one === "bigint" ? `${one}n` : one))?.length ?? 0;

/** The size of everything that anybody but the bidder is answered, in a market where the bid says so much. */
async function sizesWhere(said: Said, isClosed: boolean): Promise<Record<string, number | string>> {
  const market = await apiMarket();
  const step = steps(market);
  const dealId = await step.deal();
  const requestId = await step.request(dealId, { bidding: { twoPersonOpening: true, mayCloseEarly: true } });
  const file = { subject: "bid", subjectId: requestId };
  const fileId = (await market.upload("provider", file, said.file)).id;
  const bidId = await step.bid(requestId, "provider", bidOf(said));
  const revised = { ...bidOf(said), transitDays: { min: 1, max: 3 } };
  expect((await market.call(reviseBid, { as: "provider", params: { bidId }, body: revised })).status).toBe(200);
  const again = await market.call(submitBid, { as: "provider", params: { requestId }, body: bidOf(said) });
  expect(again.status).toBe(409);
  if (isClosed) {
    market.setClock(later(START, 3 * 24 * 60 * MINUTE_MS));
    expect((await market.call(closeRequest, { as: "buyer", params: { requestId } })).status).toBe(200);
  }
  while (await relayRound(market.on)) continue;
  const sizes: Record<string, number | string> = {};
  const ids = { dealId, requestId, bidId, fileId, orderId: "none", providerId: "provider" };
  for (const endpoint of QUERIES)
    for (const as of VIEWERS) {
      const query = endpoint.path.endsWith("/routes") ? PLACES : {};
      const { status, text, headers } = await market.call(endpoint, { as, params: ids, query });
      sizes[`${endpoint.name} as ${as}`] = `${status} ${text.length} ${[...headers].flat().join("").length}`;
    }
  const listed = QUERIES.find(({ name }) => name === "listRequests");
  for (const q of [String(LITTLE.minor), String(MUCH.minor), "Documents"])
    for (const as of VIEWERS) {
      const { text } = await market.call(listed as (typeof QUERIES)[number], { as, query: { q } });
      sizes[`search for ${q} as ${as}`] = text.length;
    }
  const { read } = market.database;
  const now = market.on.clock();
  const env = { KOUAN_ENV: "production", HOST: "0.0.0.0", SMTP_URL: "" } as const;
  const admin = market.actors.administrator;
  const ask = { organisationId: null, command: null, from: null, before: null, after: null, limit: 100 };
  sizes["audit log"] = sizeOf(await auditLog(read, admin, ask));
  sizes["mail"] = sizeOf(await keptMails(read, admin, { cursor: null, limit: 50, env }));
  const { buyer, buyer2, provider2, administrator, visitor } = market.actors;
  const colleague = mintActor({ kind: "user", userId: "user-colleague", organisationId: "buyer", role: "manager" });
  for (const viewer of [buyer, colleague, buyer2, provider2, administrator, visitor]) {
    const who = `${viewer.organisationId} ${viewer.userId}`;
    sizes[`page ${who}`] = sizeOf(await requestPage(read, viewer, { id: requestId, now }));
    sizes[`proof ${who}`] = sizeOf(await proofOf(read, viewer, { id: requestId, receipt: null }));
    sizes[`list ${who}`] = sizeOf(await requestList(read, viewer, { filter: {} as never, limit: 25, now }));
    sizes[`comparison ${who}`] = sizeOf(await comparePage(read, viewer, { dealId, currency: null, now }));
    sizes[`inbox ${who}`] = sizeOf(await inboxPage(read, viewer, { cursor: null, open: dealId, limit: 50, now }));
    sizes[`desk ${who}`] = sizeOf(await deskQueue(read, viewer, { service: null, now }));
  }
  return sizes;
}

describe.each([
  ["while bids are taken", false],
  ["between the close and the second person's word", true],
])("%s", (_, isClosed) => {
  test("nobody but the bidder is answered one byte more for a larger amount, more lines, longer words or larger files", async () => {
    const little = await sizesWhere(LITTLE, isClosed);
    const much = await sizesWhere(MUCH, isClosed);
    expect(Object.keys(little).length).toBeGreaterThan(QUERIES.length * VIEWERS.length);
    expect(much).toEqual(little);
  });
});

test("one amount more in an answer would be noticed: the bidder's own is larger", async () => {
  const market = await apiMarket();
  const step = steps(market);
  const requestId = await step.request(await step.deal());
  const bids = QUERIES.find(({ name }) => name === "listBids") as (typeof QUERIES)[number];
  const sizeFor = async (said: Said, as: Holder) => {
    await step.bid(requestId, as, bidOf(said));
    return (await market.call(bids, { as, params: { requestId } })).text.length;
  };
  expect(await sizeFor(LITTLE, "provider")).toBeLessThan(await sizeFor(MUCH, "provider2"));
});
