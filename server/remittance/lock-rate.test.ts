import { expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { actorOf } from "@/test/order-market";
import { remittanceMarket } from "@/test/remittance-market";
import { locksOfOrders } from "../../db/repositories/remittances";
import { MINUTE_MS } from "../../domain/shared/instant";
import { paymentPage } from "./queries/remittance";

test("a rate is locked neither while money is on its way nor after it has come back exchanged, as the page offers", async () => {
  const of = await remittanceMarket();
  const deeds = async () =>
    (await paymentPage(of.database.read, actorOf("timur"), { orderId: of.orderId, now: of.now() }))?.deeds;
  done(await of.lock());
  done(await of.send());
  of.wait(20 * MINUTE_MS);
  expect(refusalOf(await of.lock())).toBe("payment_on_its_way");
  expect(await deeds()).not.toContain("lock");
  done(await of.comeBack());
  expect(await of.lock()).toMatchObject({ refusal: { code: "exchanged_already", details: { currency: "CNY" } } });
  expect(await deeds()).not.toContain("lock");
  expect(await locksOfOrders(of.database.read, [of.orderId])).toHaveLength(1);
  expect(done(await of.send()).attempt).toBe(2);
});
