import { expect, test } from "vitest";
import { later } from "@/domain/shared/time";
import { biddingMarket, CLOSES, done, refusalOf, SYSTEM } from "@/test/bidding-market";
import { closeDueRequest } from "./close-request";

test.each([
  ["without a bid", {}, false],
  ["that may close early", { mayCloseEarly: true }, true],
])("The clock closes a request %s at its time, and not a millisecond earlier.", async (_, bidding, hasBid) => {
  const of = await biddingMarket(bidding);
  if (hasBid) await of.bid();
  const tick = () => of.run(closeDueRequest, SYSTEM, { requestId: of.requestId });
  of.setClock(later(CLOSES, -1));
  expect(refusalOf(await tick())).toBe("not_yet");
  expect(await of.request()).toMatchObject({ state: "open", closedAt: null });
  of.setClock(CLOSES);
  done(await tick());
  expect(await of.request()).toMatchObject({ state: hasBid ? "opened" : "no_bids", closedAt: CLOSES });
});

test("Nobody but the clock calls it.", async () => {
  const of = await biddingMarket();
  of.setClock(CLOSES);
  for (const actor of [of.actors.buyer, of.actors.administrator, of.actors.visitor])
    expect((await of.run(closeDueRequest, actor, { requestId: of.requestId })).kind).toBe("refused");
  expect((await of.request()).state).toBe("open");
});
