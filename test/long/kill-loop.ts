import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { count, eq, isNull, and } from "drizzle-orm";
import type { Database } from "@/db/database";
import { openDatabase } from "@/db/open-database";
import { mails, outbox } from "@/db/schema/notices";
import { between, randomFrom } from "@/demo/plan/random";
import { env } from "@/server/platform/process/env";
import { bidOnAll, repeat, type Sent } from "./bidding";
import { type Caller, callerOf } from "./caller";
import { type Judged, judge } from "./judge";
import { catchMail } from "./mail-catcher";
import { makeKillMarket } from "./market";
import { type Server, serverOf } from "./server";

const REQUESTS_PER_ROUND = 24;
const LIFE_MIN_MS = 200;
const LIFE_MAX_MS = 2_500;
const UNTIL_BUSY_MS = 10;
const DRAIN_POLL_MS = 500;
// A mail that a killed process had taken is taken again after five minutes, an event after one.
const DRAIN_MAX_MS = 8 * 60_000;
const REPEATED_AT_ONCE = 24;

export type Plan = { readonly rounds: number; readonly seed: number };

type Kills = { count: number; cutOff: number };

/** Lets the server live for a random while, kills it in the middle of calls, and starts it again. */
async function killRounds(server: Server, caller: Caller, { rounds, seed }: Plan): Promise<Kills> {
  const random = randomFrom(seed);
  const kills: Kills = { count: 0, cutOff: 0 };
  while (kills.count < rounds) {
    await pause(between(random, LIFE_MIN_MS, LIFE_MAX_MS));
    while (caller.underWay() === 0) await pause(UNTIL_BUSY_MS);
    kills.cutOff += caller.underWay();
    await server.kill();
    kills.count++;
    await server.start();
  }
  return kills;
}

/** Waits until every event is delivered and every mail has gone out; answers how long that took. */
async function drain({ read }: Database): Promise<number> {
  const startMs = performance.now();
  const waiting = async () => {
    const [events] = await read.select({ rows: count() }).from(outbox).where(isNull(outbox.deliveredAt));
    const [letters] = await read
      .select({ rows: count() })
      .from(mails)
      .where(and(isNull(mails.sentAt), eq(mails.isDead, false)));
    return (events?.rows ?? 0) + (letters?.rows ?? 0);
  };
  while ((await waiting()) > 0 && performance.now() - startMs < DRAIN_MAX_MS) await pause(DRAIN_POLL_MS);
  return performance.now() - startMs;
}

/** Sends every acknowledged call again with its key, on a server that nobody kills any more. */
async function repeatAll(caller: Caller, sent: Sent): Promise<void> {
  const waiting = [...sent.bids, ...sent.closes];
  const take = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await repeat(caller, sent, one);
  };
  await Promise.all(Array.from({ length: REPEATED_AT_ONCE }, take));
}

export type Loop = { readonly judged: readonly Judged[]; readonly figures: Readonly<Record<string, string>> };

/** Bids on a real server that is killed again and again, and what of it is there in the end. */
export async function killLoop(plan: Plan): Promise<Loop> {
  const startMs = performance.now();
  const database = openDatabase();
  const market = await makeKillMarket(database, plan.rounds * REQUESTS_PER_ROUND);
  const catcher = await catchMail();
  const server = serverOf(
    { KOUAN_ENV: "production", BASE_URL: "https://market.example", SMTP_URL: catcher.url, LOG_LEVEL: "warn" },
    join(env().DATA_DIR, "server.log"),
  );
  const caller = callerOf(server.url);
  const sent: Sent = { bids: [], closes: [], repeated: 0, differing: [] };
  await server.start();
  let isOver = false;
  const bidding = bidOnAll({ caller, market, sent, seed: plan.seed, isOver: () => isOver });
  const kills = await killRounds(server, caller, plan);
  isOver = true;
  await bidding;
  await repeatAll(caller, sent);
  const drainMs = await drain(database);
  await server.stop();
  await catcher.stop();
  const { judged, left } = await judge(database, market, { sent, caught: catcher.caught });
  await database.close();
  const calls = [...sent.bids, ...sent.closes].map(({ answer }) => answer);
  const breachesOf = (at: number) => String(judged[at]?.breaches.length ?? 0);
  return {
    judged: [...judged, { name: "no call met a fault", breaches: explained(server, caller.faults) }],
    figures: {
      kills: String(kills.count),
      "calls cut off by a kill": String(kills.cutOff),
      "acknowledged bids": String(sent.bids.length),
      "acknowledged closes": String(sent.closes.length),
      "calls acknowledged on a later try": String(calls.filter(({ cutOff }) => cutOff > 0).length),
      "of those carried out before the kill": String(calls.filter(({ isReplay }) => isReplay).length),
      "calls sent again after their answer": String(sent.repeated),
      lost: breachesOf(0),
      doubled: breachesOf(1),
      notices: String(left.notices.length),
      "mails (and further copies of one)": `${new Set(catcher.caught.map(({ messageId }) => messageId)).size} (${copies(catcher.caught)})`,
      "seconds to empty outbox and mail": (drainMs / 1000).toFixed(0),
      seconds: ((performance.now() - startMs) / 1000).toFixed(0),
    },
  };
}

/** Each fault with what the server's log says of it. */
const explained = (server: Server, faults: readonly string[]): string[] =>
  faults.map((fault) => {
    const [, reference] = /Reference ([0-9A-Z]{8})/.exec(fault) ?? [];
    return reference ? `${fault}\n      ${server.logOf(reference)}` : fault;
  });

const copies = (caught: readonly { readonly messageId: string }[]): number =>
  caught.length - new Set(caught.map(({ messageId }) => messageId)).size;
