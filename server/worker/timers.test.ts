import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { orderMarket, START } from "@/test/order-market";
import { findOrder, saveOrder } from "../../db/repositories/orders";
import { findRequest } from "../../db/repositories/requests";
import { sessions } from "../../db/schema/accounts";
import { idempotencyKeys } from "../../db/schema/platform";
import { requests } from "../../db/schema/requests";
import type { RequestState } from "../../domain/requests/request";
import { DAY_MS, HOUR_MS, later } from "../../domain/shared/time";
import { deadlineRound, housekeepingRound } from "./timers";

type Market = Awaited<ReturnType<typeof orderMarket>>;

/** The market's one request, put back to a state with these times. */
async function requestAt(
  market: Market,
  state: RequestState,
  of: { closesAt: number; decideBy: number; bidCount?: number },
): Promise<string> {
  const [request] = await market.database.read.select({ id: requests.id }).from(requests);
  const id = request?.id ?? "";
  await market.database.write((tx) =>
    tx
      .update(requests)
      .set({ state, bidMode: "open", ...of })
      .where(eq(requests.id, id))
      .returning(),
  );
  return id;
}

const stateOf = async (market: Market, id: string) => (await findRequest(market.database.read, id))?.state;

test.each([
  [0, "no_bids"],
  [1, "opened"],
] as const)("a request with %i bids closes at its time, and not a millisecond earlier: %s", async (bidCount, state) => {
  const market = await orderMarket();
  const id = await requestAt(market, "open", { closesAt: START + HOUR_MS, decideBy: START + DAY_MS, bidCount });
  market.wait(HOUR_MS - 1);
  await deadlineRound(market.on);
  expect(await stateOf(market, id)).toBe("open");
  market.wait(1);
  await deadlineRound(market.on);
  expect(await stateOf(market, id)).toBe(state);
});

test.each(["closed", "opened"] as const)(
  "a request that is %s lapses when the time to decide is over",
  async (state) => {
    const market = await orderMarket();
    const id = await requestAt(market, state, { closesAt: START, decideBy: START + DAY_MS });
    market.wait(DAY_MS - 1);
    await deadlineRound(market.on);
    expect(await stateOf(market, id)).toBe(state);
    market.wait(1);
    await deadlineRound(market.on);
    expect(await stateOf(market, id)).toBe("no_decision");
  },
);

test("a delivered order is accepted when its time is over, once, though two clocks tick at once", async () => {
  const market = await orderMarket();
  await market.database.write(async (tx) => {
    const order = await findOrder(tx, market.orderId);
    if (order)
      await saveOrder(tx, order, { state: "delivered", deliveredAt: START, autoAcceptAt: later(START, DAY_MS) });
  });
  market.wait(DAY_MS - 1);
  await deadlineRound(market.on);
  expect((await findOrder(market.database.read, market.orderId))?.state).toBe("delivered");
  market.wait(1);
  await Promise.all([deadlineRound(market.on), deadlineRound(market.on)]);
  expect(await findOrder(market.database.read, market.orderId)).toMatchObject({
    state: "accepted",
    version: 3,
    acceptedAt: START + DAY_MS,
  });
});

test("answers of keys older than seven days and sessions long over are forgotten; younger ones stay", async () => {
  const market = await orderMarket();
  const key = (name: string, createdAt: number) => ({
    scope: "buyer",
    key: name,
    requestHash: "",
    status: 200,
    response: {},
    createdAt,
  });
  const session = (idHash: string, more: object) => ({
    idHash,
    userId: "lin",
    createdAt: START,
    lastSeenAt: START,
    expiresAt: START + 90 * DAY_MS,
    ...more,
  });
  await market.database.write(async (tx) => {
    await tx.insert(idempotencyKeys).values([key("old", START), key("young", START + 3 * DAY_MS)]);
    await tx
      .insert(sessions)
      .values([session("over", { expiresAt: START }), session("revoked", { revokedAt: START }), session("live", {})]);
  });
  market.wait(8 * DAY_MS);
  await housekeepingRound(market.on);
  expect((await market.database.read.select().from(idempotencyKeys)).map((row) => row.key)).toEqual(["young"]);
  market.wait(23 * DAY_MS);
  await housekeepingRound(market.on);
  expect((await market.database.read.select().from(sessions)).map((row) => row.idHash)).toEqual(["live"]);
});
