import { prepareDatabase } from "@/db/prepare-database";
import type { Database } from "@/db/database";
import { databaseOver } from "@/db/database";
import { postgresDriver } from "@/db/drivers/postgres";
import { sqliteDriver } from "@/db/drivers/sqlite";
import { findRequest } from "@/db/repositories/requests";
import { buildBulkMarket } from "@/demo/bulk/main";
import { addDays, DAY_MS, dayOf, instant, toIso } from "@/domain/shared/time";
import { awardBids } from "@/server/award/award-bids";
import { submitBid } from "@/server/bidding/submit-bid";
import { createDeal } from "@/server/deals/create-deal";
import { DEAL_BODY } from "@/server/deals/examples";
import { makeSecrets } from "@/server/platform/process/secrets";
import { reportMilestone } from "@/server/orders/report-milestone";
import { closeRequest } from "@/server/requests/close-request";
import { createRequest } from "@/server/requests/create-request";
import { REQUEST_BODY } from "@/server/requests/examples";
import { must } from "@/test/must";
import { actorOf, bidBody, type Keys, makeKeys, quiet } from "./market";

const CALLERS = [1, 8] as const;
const DEALS = 64;
const BIDS_EACH = 3;
const ORDERS = 1_000;
// A deal with its order is five commands, and is counted as one.
const COMMANDS_MORE = 4;

/** An act, how often a second, and how many of its transactions were begun for nothing. */
type Written = { readonly name: string; readonly rate: number; readonly lost: number };

/**
 * Deals that are posted, asked for, bid on, closed and awarded, and the first step of their orders, by so many callers at once: each act by all of
 * them before the next, and then all five that lead to an order one after the other.
 */
async function writtenBy(database: Database, keys: Keys, callers: number): Promise<Written[]> {
  let tries = 0;
  const on = quiet({
    ...database,
    write: (work, how) =>
      database.write((tx) => {
        tries++;
        return work(tx);
      }, how),
  });
  const now = instant(Date.now());
  const buyer = await actorOf(keys.buyer);
  const bidders = await Promise.all(keys.bidders.slice(0, BIDS_EACH).map(actorOf));
  const bidding = {
    ...REQUEST_BODY.bidding,
    closesAt: toIso(instant(now + 5 * DAY_MS)),
    decideBy: toIso(instant(now + 9 * DAY_MS)),
  };
  const written: Written[] = [];
  async function act<Made>(name: string, count: number, make: (at: number) => Promise<Made>): Promise<Made[]> {
    const made: Made[] = [];
    let at = 0;
    tries = 0;
    const startMs = performance.now();
    const caller = async () => {
      for (let own = at++; own < count; own = at++) made[own] = await make(own);
    };
    await Promise.all(Array.from({ length: callers }, caller));
    written.push({ name, rate: (count * 1_000) / (performance.now() - startMs), lost: tries - count });
    return made;
  }
  const deal = { ...DEAL_BODY, readyDate: addDays(dayOf(now), 20) };
  const deals = await act("deal", DEALS, () => must(on, createDeal, { actor: buyer, input: deal }));
  const requests = await act("request", DEALS, (at) =>
    must(on, createRequest, { actor: buyer, input: { ...REQUEST_BODY, dealId: deals[at]?.id, bidding } }),
  );
  const requestId = (at: number) => requests[at]?.id as string;
  const offer = bidBody(now);
  const bids = await act("sealed bid", DEALS * BIDS_EACH, (at) => {
    const input = { requestId: requestId(Math.floor(at / BIDS_EACH)), ...offer };
    return must(on, submitBid, { actor: bidders[at % BIDS_EACH] as (typeof bidders)[number], input });
  });
  await act("close and opening", DEALS, async (at) => {
    const version = (await findRequest(database.read, requestId(at)))?.version;
    return must(on, closeRequest, { actor: buyer, input: { requestId: requestId(at), version } });
  });
  const awarded = await act("award", DEALS, (at) => {
    const chosen = [{ bidId: bids[at * BIDS_EACH]?.id, reason: "Known to us" }];
    return must(on, awardBids, { actor: buyer, input: { requestId: requestId(at), bids: chosen } });
  });
  const [winner] = bidders;
  await act("step of an order", DEALS, (at) => {
    const step = { code: "documents_requested", occurredAt: toIso(instant(Date.now())), note: "List sent" };
    const input = { orderId: awarded[at]?.orders[0], ...step };
    return must(on, reportMilestone, { actor: winner as (typeof bidders)[number], input });
  });
  await act("deal to order", DEALS, async () => {
    const { id: dealId } = await must(on, createDeal, { actor: buyer, input: deal });
    const asked = await must(on, createRequest, { actor: buyer, input: { ...REQUEST_BODY, dealId, bidding } });
    const of = { requestId: asked.id };
    const bid = await must(on, submitBid, { actor: winner as (typeof bidders)[number], input: { ...of, ...offer } });
    await must(on, closeRequest, { actor: buyer, input: of });
    return must(on, awardBids, { actor: buyer, input: { ...of, bids: [{ bidId: bid.id }] } });
  });
  return written.map((one) =>
    one.name === "deal to order" ? { ...one, lost: one.lost - DEALS * COMMANDS_MORE } : one,
  );
}

/** How often a second each act is done by one caller and by eight, and the transactions that were lost to conflicts. */
async function writesTable(database: Database): Promise<string> {
  const keys = await makeKeys(database);
  const measured: Written[][] = [];
  for (const callers of CALLERS) measured.push(await writtenBy(database, keys, callers));
  const head =
    "a second (lost tries)".padEnd(24) + CALLERS.map((callers) => `${callers} at once`.padStart(16)).join("");
  const cell = (one: Written | undefined) => `${one?.rate.toFixed(0)} (${one?.lost})`.padStart(16);
  const [alone = []] = measured;
  return [head, ...alone.map(({ name }, at) => name.padEnd(24) + measured.map((run) => cell(run[at])).join(""))].join(
    "\n",
  );
}

/** The writes of a market at this address, which is empty: of a PostgreSQL server, or a file's. */
export async function measureWrites(at: { readonly url: string } | { readonly file: string }): Promise<string> {
  makeSecrets();
  await prepareDatabase("url" in at ? { dialect: "postgres", ...at } : { dialect: "sqlite", ...at });
  const database = databaseOver("url" in at ? postgresDriver(at.url) : sqliteDriver(at.file));
  const progress = (line: string) => console.log(`  ${line}`);
  await buildBulkMarket(database, { orders: ORDERS, now: instant(Date.now()), passwordHash: "", progress });
  if ("url" in at) await database.execute("ANALYZE");
  else await database.refreshStatistics();
  const table = await writesTable(database);
  await database.close();
  return table;
}
