import { expect, test } from "vitest";
import { START } from "@/test/order-market";
import { slotMarket } from "@/test/slot-market";
import { insertRule } from "@/db/repositories/market-rules";
import { HOUR_MS, instant, later, toIso } from "@/domain/shared/instant";
import { feeIndexAt } from "./fee-index";

test("a slot costs the index that administrators have entered, from its hour on, and its day is that of the country", async () => {
  const market = await slotMarket({ trucks: 2 });
  // 19:30 in London is half past midnight in Almaty.
  const effectiveFrom = instant(Date.parse("2026-12-31T19:30:00Z"));
  await market.database.write((tx) =>
    insertRule(tx, {
      ...{ id: "index", name: "calculation_index_kzt", value: 4_700, reason: "Budget law", enteredAt: START },
      effectiveFrom,
    }),
  );
  const fee = async () => {
    const { id } = await market.request({
      windowFrom: toIso(later(market.now(), 24 * HOUR_MS)),
      windowTo: toIso(later(market.now(), 25 * HOUR_MS)),
      tractorPlate: `${(await market.slots()).length + 1} AA 05`,
    });
    return (await market.slots()).find((slot) => slot.id === id)?.fee;
  };
  market.wait(effectiveFrom - 1 - market.now());
  expect(await feeIndexAt(market.database.read, market.now())).toMatchObject({ value: 4_325, since: "2026-01-01" });
  expect(await fee()).toEqual({ minor: 432_500n, currency: "KZT" });
  market.wait(1);
  expect(await feeIndexAt(market.database.read, market.now())).toEqual({
    value: 4_700,
    since: "2027-01-01",
    day: "2027-01-01",
  });
  expect(await fee()).toEqual({ minor: 470_000n, currency: "KZT" });
});
