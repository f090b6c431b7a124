import { randomInt } from "node:crypto";
import { asc, eq, isNull, ne } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import type { Database } from "@/db/database";
import { dealLog } from "@/db/schema/chain";
import { hubTraffic } from "@/db/schema/hubs";
import { outbox } from "@/db/schema/notices";
import { awards, orderMilestones, orders } from "@/db/schema/orders";
import { rateLocks, remittances } from "@/db/schema/remittance";
import { bids, bidVersions, requestLog, requests } from "@/db/schema/requests";
import { dealExample } from "@/domain/deals/deal-example";
import { EXPORTER } from "@/domain/services/examples";
import type { Service } from "@/domain/shared/vocabulary";
import { toIso } from "@/domain/shared/time";
import { createDeal } from "@/server/deals/create-deal";
import { createRequest } from "@/server/requests/create-request";
import { addProviders, biddingMarket, CLOSES, DECIDES, done } from "@/test/bidding-market";
import { restartableDatabase } from "@/test/database";
import { PAYMENT } from "@/test/payment-market";
import { processOfPlan } from "@/test/process-of-plan";
import { settledChains } from "@/test/settled-chains";
import type { TradingAnswers, TradingPlan } from "@/test/trading-process";

// The long run plays on for longer.
const ACTS = process.env.OTHER_WAYS === "1" ? 400 : 40;
const SEED = Number(process.env.KOUAN_SEED ?? randomInt(1_000_000));
const CLIENTS = 4;
const DEALS = 5;
const PROVIDERS = ["provider", "provider2", "crowd"];
const REFERENCES = ["BANK-1", "BANK-2", "BANK-3"];
const TEST_MS = 600_000;

/** Deals with a request for customs and one for a payment each, on which three may bid and which their buyer may close early. */
async function tradingMarket(database: Database): Promise<string[]> {
  const market = await biddingMarket({}, database);
  await addProviders(market, ["crowd"]);
  for (const provider of PROVIDERS) await market.list(provider, "payment");
  const { run, actors } = market;
  const bidding = { mode: "sealed", closesAt: toIso(CLOSES), decideBy: toIso(DECIDES), mayCloseEarly: true };
  const ask = async (dealId: string, service: Service, spec: object, currency: string) =>
    done(
      await run(createRequest, actors.buyer, {
        ...{ dealId, service, spec, publish: true },
        bidding: { ...bidding, currency },
      }),
    ).id;
  const ids: string[] = [];
  for (let deal = 0; deal < DEALS; deal++) {
    const dealId = done(await run(createDeal, actors.buyer, dealExample())).id;
    ids.push(await ask(dealId, "customs", { side: "export", supervisionMode: "0110", ...EXPORTER }, "CNY"));
    ids.push(await ask(dealId, "payment", PAYMENT, "USD"));
  }
  return ids;
}

async function tradeIn(url: string, plan: TradingPlan): Promise<TradingAnswers> {
  const { code, answers, errors } = await processOfPlan<TradingAnswers>("trading-process", { url, plan });
  expect({ code, errors }).toEqual({ code: 0, errors: [] });
  return answers as TradingAnswers;
}

const acts = (all: readonly string[], verb: string): string[] =>
  all.flatMap((one) => (one.startsWith(`${verb} `) ? [one.slice(verb.length + 1)] : [])).sort();

const numbered = (rows: readonly { readonly id: string; readonly seq: number }[]) => {
  for (const own of Map.groupBy(rows, ({ id }) => id).values())
    expect(own.map(({ seq }) => seq)).toEqual(own.map((_, at) => at + 1));
};

/** What has to be so of a market however its people came between each other. */
async function holdsTogether({ read, write }: Database, all: readonly string[]): Promise<void> {
  const made = await read.select().from(orders);
  expect(acts(all, "award.award-bids"), "one award a request, and its order").toEqual(
    made.map(({ requestId }) => requestId).sort(),
  );
  expect((await read.select().from(awards)).length).toBe(made.length);
  const told = await read.select().from(orderMilestones);
  const steps = told.flatMap(({ orderId, code, occurredAt }) => (occurredAt === null ? [] : [`${orderId} ${code}`]));
  const reported = [...acts(all, "orders.report-milestone"), ...acts(all, "remittance.send-payment")];
  expect(reported.sort(), "each step is told once").toEqual(steps.filter((one) => !one.endsWith("rate_locked")).sort());
  for (const request of await read.select().from(requests)) {
    const own = await read.select().from(bids).where(eq(bids.requestId, request.id));
    for (const { id } of own)
      for (const { submittedAt } of await read.select().from(bidVersions).where(eq(bidVersions.bidId, id)))
        expect(submittedAt, "no bid after the close").toBeLessThan(request.closedAt ?? Number.POSITIVE_INFINITY);
    expect(request.bidCount).toBe(own.filter(({ state }) => state !== "withdrawn").length);
  }
  // Two providers' banks may give the same reference to a lock; a sending's names one among all.
  const providerOf = new Map(made.map(({ id, providerOrganisationId }) => [id, providerOrganisationId]));
  const locked = (await read.select().from(rateLocks)).map(
    (lock) => `${providerOf.get(lock.orderId)} ${lock.reference}`,
  );
  const sent = (await read.select().from(remittances)).map(({ reference }) => reference);
  for (const used of [locked, sent])
    expect(used.length, `a reference names one: ${used.join(", ")}`).toBe(new Set(used).size);
  const counted = await read.select().from(hubTraffic).where(ne(hubTraffic.service, "deal"));
  const standing = made.filter(({ state }) => state !== "cancelled").length;
  expect(
    counted.reduce((sum, row) => sum + row.count, 0),
    "traffic is the orders that stand",
  ).toBe(standing);
  numbered(
    await read
      .select({ id: requestLog.requestId, seq: requestLog.seq })
      .from(requestLog)
      .orderBy(asc(requestLog.requestId), asc(requestLog.seq)),
  );
  numbered(
    await read
      .select({ id: dealLog.dealId, seq: dealLog.seq })
      .from(dealLog)
      .orderBy(asc(dealLog.dealId), asc(dealLog.seq)),
  );
  expect(await read.select().from(outbox).where(isNull(outbox.deliveredAt))).toEqual([]);
  await write(async (tx) => settledChains({ tx, now: CLOSES }));
}

test(
  "Whatever two processes bid, close, award, carry out, pay, call off and dispute in whatever order, no rule is broken and none meets a fault.",
  async () => {
    const copy = await restartableDatabase();
    onTestFinished(copy.drop);
    const database = copy.open();
    const requestIds = await tradingMarket(database);
    const plan = { seed: SEED, clients: CLIENTS, acts: ACTS, requestIds, providers: PROVIDERS, references: REFERENCES };
    console.log(`trade of two processes by KOUAN_SEED=${SEED}`);
    const answers = await Promise.all([0, 1].map((serial) => tradeIn(copy.at, { ...plan, serial })));
    const refused = answers.flatMap((one) => Object.keys(one.refused));
    expect(refused.filter((answer) => / (fault|malformed)/.test(answer))).toEqual([]);
    const all = answers.flatMap((one) => one.done);
    expect(acts(all, "award.award-bids").length).toBeGreaterThan(0);
    await holdsTogether(database, all);
    await database.close();
  },
  TEST_MS,
);
