import type { Database } from "@/db/database";
import { statementsOf } from "@/db/drivers/statement-count";
import { DAY_MS, instant } from "@/domain/shared/time";
import { awardBids } from "@/server/award/award-bids";
import { submitBid } from "@/server/bidding/submit-bid";
import { closeRequest } from "@/server/requests/close-request";
import { listRequests, requestView } from "@/server/requests/queries/api-requests";
import { requestPage } from "@/server/requests/queries/request-page";
import { requestList } from "@/server/requests/queries/requests";
import { must } from "@/test/must";
import { actorOf, bidBody, type Keys, makePairs, quiet } from "./market";

/** What a line sends to the database. */
type Sent = { readonly name: string; readonly reads: number; readonly writes: number };

async function sentBy(name: string, work: () => Promise<unknown>): Promise<Sent> {
  const { reads, writes } = await statementsOf(work);
  return { name, reads: reads.length, writes: writes.length };
}

/** The life of a sealed request with so many bids, and lists of so many rows; each query is asked once before it is counted. */
async function sentWith(database: Database, keys: Keys, count: number): Promise<Sent[]> {
  const pairs = (await makePairs(database, keys, { count: 1, mode: "sealed" })).slice(0, count);
  const [{ requestId }] = pairs as [(typeof pairs)[number]];
  if (pairs.length < count) throw new Error(`The market has no ${count} providers for customs`);
  const buyer = await actorOf(keys.buyer);
  const now = instant(Date.now());
  const closed = instant(now + 6 * DAY_MS);
  const open = quiet(database);
  const after = { ...open, clock: () => closed };
  const { read } = database;
  const twice = async (name: string, query: () => Promise<unknown>) => {
    await query();
    return await sentBy(name, query);
  };
  const bidIds: string[] = [];
  const bid = async ({ key }: (typeof pairs)[number]) => {
    const actor = await actorOf(key);
    bidIds.push((await must(open, submitBid, { actor, input: { requestId, ...bidBody(now) } })).id);
  };
  for (const pair of pairs.slice(0, -1)) await bid(pair);
  const award = () => ({ requestId, bids: [{ bidId: bidIds[0], reason: "Known to us" }] });
  return [
    await twice("list of requests", () => requestList(read, buyer, { filter: {}, limit: count, now })),
    await twice("API list", () => listRequests(read, buyer, { state: "open", afterId: null, limit: count })),
    await sentBy("bid, the last one", () => bid(pairs.at(-1) as (typeof pairs)[number])),
    await sentBy("close, with the opening", () => must(after, closeRequest, { actor: buyer, input: { requestId } })),
    await twice("request page of its buyer", () => requestPage(read, buyer, { id: requestId, now: closed })),
    await twice("API request", () => requestView(read, buyer, { id: requestId, now: closed })),
    await sentBy("award", () => must(after, awardBids, { actor: buyer, input: award() })),
  ];
}

/** Statements of each line with one bid and with ten (a list: rows), to show what grows with them. */
export async function statementTable(database: Database, keys: Keys): Promise<string> {
  const [one, ten] = [await sentWith(database, keys, 1), await sentWith(database, keys, 10)];
  const head = "statements, reads + writes".padEnd(28) + "1 bid or row".padStart(14) + "10".padStart(10);
  const cell = (sent: Sent | undefined) => (sent ? `${sent.reads} + ${sent.writes}` : "");
  const rows = one.map((line, at) => line.name.padEnd(28) + cell(line).padStart(14) + cell(ten[at]).padStart(10));
  return [head, ...rows].join("\n");
}
