import { describe, expect, test } from "vitest";
import { type ApiMarket, apiMarket } from "@/test/api-market";
import { steps, tradeToOrder } from "@/test/api-steps";
import { patchBid } from "./bidding";
import { postAccept } from "./orders";
import { getRequest, patchRequest } from "./requests";

const request = async (market: ApiMarket, asked?: object) => {
  const step = steps(market);
  return step.request(await step.deal(), asked);
};

describe("a version that was seen", () => {
  test("lets a change pass while it is the one, and no longer", async () => {
    const market = await apiMarket();
    const requestId = await request(market, { publish: false });
    const params = { requestId };
    const etag = (await market.call(getRequest, { as: "buyer", params })).headers.get("etag") ?? "";
    const body = { bidding: { mayCloseEarly: false } };
    const change = (ifMatch: string) =>
      market.call(patchRequest, { as: "buyer", params, body, headers: { "if-match": ifMatch } });
    const first = await change(etag);
    expect(first).toMatchObject({ status: 200 });
    expect(await change(etag)).toMatchObject({ status: 412, body: { code: "stale_version" } });
    expect(await change(`W/${etag}`)).toMatchObject({ status: 412 });
    expect(await change("nonsense")).toMatchObject({ status: 412 });
    expect(await change(first.headers.get("etag") ?? "")).toMatchObject({ status: 200 });
    expect(await change("*")).toMatchObject({ status: 200 });
  });

  test("holds for bids and orders too", async () => {
    const market = await apiMarket();
    const bidId = await steps(market).bid(await request(market));
    const stale = { headers: { "if-match": '"7"' } };
    expect(
      await market.call(patchBid, { as: "provider", params: { bidId }, body: { remarks: "soon" }, ...stale }),
    ).toMatchObject({ status: 412 });
    const { orderId } = await tradeToOrder(market);
    expect(await market.call(postAccept, { as: "buyer", params: { orderId }, ...stale })).toMatchObject({
      status: 412,
    });
  });
});
