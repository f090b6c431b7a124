import { count, countDistinct, isNull, sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { biddingMarket, offerOfThree } from "@/test/bidding-market";
import { restartableDatabase } from "@/test/database";
import { processOfPlan } from "@/test/process-of-plan";
import { bidVersions } from "../../db/schema/requests";
import { organisationEvents, outbox } from "../../db/schema/notices";

const CLIENTS = 4;
const REVISIONS = 20;
const TEST_MS = 180_000;

type Answers = { readonly answers: Readonly<Record<string, number>> };

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
    const ended = await Promise.all(
      [0, 1].map((serial) => processOfPlan<Answers>("bidding-process", { url: copy.at, plan: { ...plan, serial } })),
    );
    const done = { code: 0, answers: { done: CLIENTS * REVISIONS }, errors: [] };
    const said = ended.map(({ answers, ...one }) => ({ ...one, answers: answers?.answers ?? {} }));
    expect(said).toEqual([done, done]);
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
