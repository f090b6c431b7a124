import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { bidsOfRequest } from "@/db/repositories/bidding";
import type { Database } from "@/db/database";
import { bidVersions, requestLog } from "@/db/schema/requests";
import { dealExample } from "@/domain/deals/deal-example";
import { EXPORTER } from "@/domain/services/examples";
import { type Instant, instant, toIso } from "@/domain/shared/time";
import { createDeal } from "@/server/deals/create-deal";
import { createRequest } from "@/server/requests/create-request";
import { closeDueRequest } from "@/server/requests/close-request";
import { execute } from "@/server/platform/execute";
import { platformOver } from "@/server/platform/platform";
import { addProviders, biddingMarket, CLOSES, DECIDES, done, offerOfThree, SYSTEM } from "@/test/bidding-market";
import { countTries } from "@/test/count-tries";
import { restartableDatabase } from "@/test/database";
import { START } from "@/test/posting-market";
import { submitBid } from "./submit-bid";

type Market = Awaited<ReturnType<typeof biddingMarket>>;

const BIDDERS = 8;
const ROUNDS = 4;

/** A market with as many providers more, on a database that stands open twice, as for two processes. */
async function crowdedMarket() {
  const copy = await restartableDatabase();
  const [database, other] = [copy.open(), copy.open()];
  onTestFinished(async () => {
    await Promise.all([database.close(), other.close()]);
    await copy.drop();
  });
  const market = await biddingMarket({}, database);
  const bidders = await addProviders(
    market,
    Array.from({ length: BIDDERS }, (_, at) => `crowd${at}`),
  );
  return { market, database, other, bidders };
}

/** The market's request once more, for a deal of its own. */
async function anotherRequest({ run, actors }: Market): Promise<string> {
  const deal = done(await run(createDeal, actors.buyer, dealExample()));
  const bidding = { mode: "sealed", closesAt: toIso(CLOSES), decideBy: toIso(DECIDES), currency: "CNY" };
  const spec = { side: "export", supervisionMode: "0110", ...EXPORTER };
  const input = { dealId: deal.id, service: "customs", spec, bidding, publish: true };
  return done(await run(createRequest, actors.buyer, input)).id;
}

const at = (database: Database, now: Instant) => platformOver(database, () => now);

test("Bids that come at once on one request are each made at the first try.", async () => {
  const { market, database, bidders } = await crowdedMarket();
  const { counted, tries } = countTries(database);
  const on = at(counted, START);
  const answers = await Promise.all(
    bidders.map((actor) =>
      execute(submitBid, { actor, input: { requestId: market.requestId, ...offerOfThree() } }, on),
    ),
  );
  for (const answer of answers) done(answer);
  expect(tries()).toBe(BIDDERS);
  expect((await market.request()).bidCount).toBe(BIDDERS);
});

test("A bid that meets the close, in another process, is among those that are opened, or refused.", async () => {
  const { market, database, other, bidders } = await crowdedMarket();
  for (let round = 0; round < ROUNDS; round++) {
    const requestId = await anotherRequest(market);
    const before = at(database, instant(CLOSES - 1));
    const bidding = bidders.map((actor) =>
      execute(submitBid, { actor, input: { requestId, ...offerOfThree() } }, before),
    );
    const closing = execute(closeDueRequest, { actor: SYSTEM, input: { requestId } }, at(other, CLOSES));
    const answers = await Promise.all(bidding);
    const closed = done(await closing);
    const bids = await bidsOfRequest(database.read, requestId);
    const made = answers.filter(({ kind }) => kind === "done");
    for (const answer of answers)
      if (answer.kind !== "done") expect(answer).toMatchObject({ refusal: { code: "request_not_open" } });
    expect(bids).toHaveLength(made.length);
    expect(closed.state).toBe(made.length === 0 ? "no_bids" : "opened");
    expect((await market.request(requestId)).bidCount).toBe(made.length);
    for (const { id } of bids) {
      const [version] = await database.read.select().from(bidVersions).where(eq(bidVersions.bidId, id));
      expect(version?.content).not.toBeNull();
    }
    const log = await database.read.select().from(requestLog).where(eq(requestLog.requestId, requestId));
    expect(log.map(({ seq }) => seq).toSorted((one, next) => one - next)).toEqual(log.map((_, place) => place + 1));
  }
});
