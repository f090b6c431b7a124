import { withdrawBid } from "@/server/bidding/withdraw-bid";
import { reviseBid } from "@/server/bidding/submit-bid";
import { describe, expect, test } from "vitest";
import { type ApiMarket, apiMarket } from "@/test/api-market";
import { steps, tradeToOrder } from "@/test/api-steps";
import { acceptOrder } from "../orders/accept-order";
import { getRequest } from "../requests/api";
import { changeRequest } from "../requests/change-request";
import { cancelRequest } from "../requests/cancel-request";
import { closeRequest } from "../requests/close-request";
import { openRequest } from "../requests/open-request";

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
      market.call(changeRequest, { as: "buyer", params, body, headers: { "if-match": ifMatch } });
    const first = await change(etag);
    expect(first).toMatchObject({ status: 200 });
    expect(await change(etag)).toMatchObject({ status: 412, body: { code: "stale_version" } });
    expect(await change(`W/${etag}`)).toMatchObject({ status: 412 });
    expect(await change("nonsense")).toMatchObject({ status: 412 });
    expect(await change(first.headers.get("etag") ?? "")).toMatchObject({ status: 200 });
    expect(await change("*")).toMatchObject({ status: 200 });
  });

  test.each([
    ["close", closeRequest, undefined],
    ["cancel", cancelRequest, { reason: "The goods are not ready" }],
  ] as const)("must be the one that a %s of a request means", async (_, endpoint, body) => {
    const market = await apiMarket();
    const requestId = await request(market);
    const act = (ifMatch: string) =>
      market.call(endpoint, { as: "buyer", params: { requestId }, body, headers: { "if-match": ifMatch } });
    const seen = (await market.call(getRequest, { as: "buyer", params: { requestId } })).headers.get("etag") ?? "";
    await steps(market).bid(requestId);
    expect(await act(seen)).toMatchObject({ status: 412, body: { code: "stale_version" } });
    const now = (await market.call(getRequest, { as: "buyer", params: { requestId } })).headers.get("etag") ?? "";
    expect(await act(now)).toMatchObject({ status: 200 });
  });

  test("must be the one that an opening by two people means", async () => {
    const market = await apiMarket();
    const requestId = await request(market, { bidding: { twoPersonOpening: true } });
    await steps(market).bid(requestId);
    const params = { requestId };
    const open = (ifMatch: string) =>
      market.call(openRequest, { as: "buyer", params, headers: { "if-match": ifMatch } });
    const seen = (await market.call(getRequest, { as: "buyer", params })).headers.get("etag") ?? "";
    await market.call(closeRequest, { as: "buyer", params });
    expect(await open(seen)).toMatchObject({ status: 412, body: { code: "stale_version" } });
    const now = (await market.call(getRequest, { as: "buyer", params })).headers.get("etag") ?? "";
    expect(await open(now)).toMatchObject({ status: 200, body: { approvals: 1 } });
  });

  test("must be the one that a withdrawal of a bid means", async () => {
    const market = await apiMarket();
    const bidId = await steps(market).bid(await request(market));
    const withdraw = (ifMatch: string) =>
      market.call(withdrawBid, { as: "provider", params: { bidId }, headers: { "if-match": ifMatch } });
    await market.call(reviseBid, { as: "provider", params: { bidId }, body: { remarks: "soon" } });
    expect(await withdraw('"1"')).toMatchObject({ status: 412, body: { code: "stale_version" } });
    expect(await withdraw('"2"')).toMatchObject({ status: 200, body: { state: "withdrawn" } });
  });

  test("holds for bids and orders too", async () => {
    const market = await apiMarket();
    const bidId = await steps(market).bid(await request(market));
    const stale = { headers: { "if-match": '"7"' } };
    expect(
      await market.call(reviseBid, { as: "provider", params: { bidId }, body: { remarks: "soon" }, ...stale }),
    ).toMatchObject({ status: 412 });
    const { orderId } = await tradeToOrder(market);
    expect(await market.call(acceptOrder, { as: "buyer", params: { orderId }, ...stale })).toMatchObject({
      status: 412,
    });
  });
});
