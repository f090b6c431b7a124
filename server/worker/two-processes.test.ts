import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { count, countDistinct, isNull, sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { biddingMarket, offerOfThree } from "@/test/bidding-market";
import { restartableDatabase } from "@/test/database";
import { bidVersions } from "../../db/schema/requests";
import { organisationEvents, outbox } from "../../db/schema/notices";

const ROOT = join(import.meta.dirname, "../..");
const AS_A_START = ["--import", "./scripts/setup/typescript/on-the-server.mjs", "--import", "tsx"];
const CLIENTS = 4;
const REVISIONS = 20;
const TEST_MS = 180_000;
const ERROR_LEVEL = 50;

type Ended = { readonly code: number | null; readonly answers: Record<string, number>; readonly errors: string[] };

async function bidIn(url: string, plan: object): Promise<Ended> {
  const child = spawn(process.execPath, [...AS_A_START, "test/bidding-process.ts", JSON.stringify(plan)], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stdout.on("data", (part) => (said += part));
  const [code] = await once(child, "close");
  const lines = said.split("\n");
  const result = lines.find((line) => line.startsWith("answers "))?.slice("answers ".length) ?? "{}";
  return {
    code: code as number | null,
    answers: (JSON.parse(result) as { answers?: Record<string, number> }).answers ?? {},
    errors: lines.filter(
      (line) => line.startsWith("{") && (JSON.parse(line) as { level: number }).level >= ERROR_LEVEL,
    ),
  };
}

test(
  "Of two processes that take bids on one request and deliver what follows, none meets a fault, and each event is delivered once.",
  async () => {
    const copy = await restartableDatabase();
    onTestFinished(copy.drop);
    const database = copy.open();
    const market = await biddingMarket({ mode: "open" }, database);
    const bids = [
      await market.bid(),
      await market.bid(market.actors.provider2, offerOfThree("CNY", [134_000, 144_676, 14_000])),
    ];
    const plan = { bidIds: bids.map(({ id: bidId }) => bidId), clients: CLIENTS, revisions: REVISIONS };
    const ended = await Promise.all([0, 1].map((serial) => bidIn(copy.at, { ...plan, serial })));
    const done = { code: 0, answers: { done: CLIENTS * REVISIONS }, errors: [] };
    expect(ended).toEqual([done, done]);
    const sent = 2 * CLIENTS * REVISIONS;
    expect((await database.read.select({ rows: count() }).from(bidVersions))[0]?.rows).toBe(sent + bids.length);
    expect(await database.read.select({ rows: count() }).from(outbox).where(isNull(outbox.deliveredAt))).toEqual([
      { rows: 0 },
    ]);
    expect(
      await database.read.select({ most: sql<number>`max(${outbox.attempts})`.mapWith(Number) }).from(outbox),
    ).toEqual([{ most: 1 }]);
    const [heard] = await database.read
      .select({ rows: count(), events: countDistinct(organisationEvents.eventId) })
      .from(organisationEvents);
    expect(heard?.events).toBeGreaterThan(0);
    await database.close();
  },
  TEST_MS,
);
