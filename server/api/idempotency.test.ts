import { submitBid } from "@/server/bidding/submit-bid";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { deals } from "../../db/schema/deals";
import { idempotencyKeys } from "../../db/schema/platform";
import { dealExample } from "../../domain/deals/deal-example";
import { type ApiMarket, apiMarket, bidBody } from "@/test/api-market";
import { steps, truckOrder } from "@/test/api-steps";
import { listBids } from "../bidding/api";
import { createDeal } from "../deals/create-deal";
import { makeLink } from "../field/links";
import { closeRequest } from "../requests/close-request";

const request = async (market: ApiMarket, asked?: object) => {
  const step = steps(market);
  return step.request(await step.deal(), asked);
};

describe("an idempotency key", () => {
  test("sent twenty times at once makes one deal, and every answer is that deal or 'still in progress'", async () => {
    const { call, database } = await apiMarket();
    const send = () => call(createDeal, { as: "buyer", body: dealExample(), key: "k1" });
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    const done = answers.filter(({ status }) => status === 201);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    for (const one of answers.filter(({ status }) => status !== 201)) {
      expect(one).toMatchObject({ status: 409, body: { code: "in_progress" } });
      expect(one.headers.get("retry-after")).toBe("1");
    }
    expect(await database.read.$count(deals)).toBe(1);
    const replay = await send();
    expect([replay.status, replay.text, replay.headers.get("idempotent-replayed")]).toEqual([
      201,
      done[0]?.text,
      "true",
    ]);
    expect(done.filter(({ headers }) => headers.get("idempotent-replayed") === null)).toHaveLength(1);
  });

  test("with another body, or for another command, is refused and does nothing", async () => {
    const market = await apiMarket();
    const { call, database } = market;
    await call(createDeal, { as: "buyer", body: dealExample(), key: "k1" });
    const other = await call(createDeal, { as: "buyer", body: dealExample({ title: "Another" }), key: "k1" });
    expect(other).toMatchObject({ status: 422, body: { code: "idempotency_key_reused" } });
    const requestId = await request(market);
    expect(await call(closeRequest, { as: "buyer", params: { requestId }, key: "k1" })).toMatchObject({ status: 422 });
    expect(await database.read.$count(deals)).toBe(2);
  });

  test("of one organisation is another's to use", async () => {
    const { call, database } = await apiMarket();
    for (const as of ["buyer", "buyer2"] as const)
      expect(await call(createDeal, { as, body: dealExample(), key: "k1" })).toMatchObject({ status: 201 });
    expect(await database.read.$count(deals)).toBe(2);
    const atOnce = (["buyer", "buyer2"] as const).map((as) => call(createDeal, { as, body: dealExample(), key: "k2" }));
    expect((await Promise.all(atOnce)).map(({ status }) => status)).toEqual([201, 201]);
  });

  test("of a refused call may be sent again once the call is right", async () => {
    const { call } = await apiMarket();
    expect(
      await call(createDeal, { as: "buyer", body: dealExample({ direction: "import" }), key: "k1" }),
    ).toMatchObject({
      status: 422,
    });
    expect(await call(createDeal, { as: "buyer", body: dealExample(), key: "k1" })).toMatchObject({ status: 201 });
  });

  test("replays a bid's receipt, which tells no amount", async () => {
    const market = await apiMarket();
    const requestId = await request(market);
    const bid = () =>
      market.call(submitBid, { as: "provider", params: { requestId }, body: bidBody(77_123), key: "b1" });
    const [first, second] = [await bid(), await bid()];
    expect(second.text).toBe(first.text);
    expect(Object.keys(first.body).sort()).toEqual(["id", "receipt", "version"]);
    expect((await market.call(listBids, { as: "provider", params: { requestId } })).body).toMatchObject({ count: 1 });
  });

  test("replays the address of a link, which is signed anew and kept in no answer", async () => {
    const market = await apiMarket();
    const { orderId } = await truckOrder(market);
    const body = makeLink.http?.example;
    const make = () => market.call(makeLink, { as: "provider", params: { orderId }, body, key: "l1" });
    const [first, second] = [await make(), await make()];
    expect([first.status, second.text]).toEqual([201, first.text]);
    const { id, address } = first.body as { id: string; address: string };
    const [kept] = await market.database.read
      .select({ response: idempotencyKeys.response })
      .from(idempotencyKeys)
      .where(eq(idempotencyKeys.key, "l1"));
    expect(kept?.response).toMatchObject({ id });
    expect(JSON.stringify(kept)).not.toContain(address.split("/").at(-1));
  });
});
