import { expect, test } from "vitest";
import { everyRefusal, type Refusal } from "../../domain/shared/result";
import { toIso } from "../../domain/shared/time";
import { doAs } from "../../test/held-order";
import { EARLY, orderMarket } from "../../test/order-market";
import { reportMilestone } from "./report-milestone";

const NUMBERS = { tractorPlate: "123 ABC 05", wagonNumber: "45488855", airWaybill: "784-12345675" };

test("a step is not told with the numbers of another mode, and each of them is named", async () => {
  const market = await orderMarket();
  const report = (evidence: object) =>
    doAs(market)("timur", reportMilestone, {
      ...{ orderId: market.orderId, code: "booked", occurredAt: toIso(market.now()), ...EARLY, evidence },
    });
  const refused = (await report(NUMBERS)) as { readonly refusal?: Refusal };
  expect(refused.refusal && everyRefusal(refused.refusal)).toMatchObject([
    { code: "number_not_of_order", details: { field: "evidence.wagonNumber", mode: "road" } },
    { code: "number_not_of_order", details: { field: "evidence.airWaybill", mode: "road" } },
  ]);
  expect(await report({ tractorPlate: NUMBERS.tractorPlate })).toMatchObject({ kind: "done" });
});
