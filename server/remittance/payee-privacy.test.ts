import { describe, expect, test } from "vitest";
import { done } from "@/test/bidding-market";
import { actorOf } from "@/test/order-market";
import { PAYMENT, paymentMarket } from "@/test/payment-market";
import { remittanceMarket } from "@/test/remittance-market";
import { PAYEE } from "@/domain/services/examples";
import { changeRequest } from "../requests/change-request";
import { amendmentsOf } from "../requests/queries/amendments";
import { requestView } from "../requests/queries/api-requests";
import { requestPage } from "../requests/queries/request-page";
import { paymentPage } from "./queries";

const OTHER = { ...PAYEE.payee, account: "6222020812345678902" };

/** An open payment whose buyer has amended the account once. */
async function amended() {
  const of = await paymentMarket();
  const spec = { ...PAYMENT, payee: OTHER };
  done(
    await of.run(changeRequest, of.actors.buyer, { requestId: of.paymentId, reason: "The seller moved banks", spec }),
  );
  const asked = { id: of.paymentId, now: of.on.clock() };
  const reads = async (who: "buyer" | "provider" | "buyer2") => {
    const { read } = of.database;
    const actor = of.actors[who];
    const texts = [
      await requestPage(read, actor, asked),
      await requestView(read, actor, asked),
      await amendmentsOf(read, actor, of.paymentId),
    ].map((view) => JSON.stringify(view, (_, value) => (typeof value === "bigint" ? String(value) : value)));
    return texts.map((text) =>
      [PAYEE.payee.name, PAYEE.payee.account, OTHER.account].some((one) => text.includes(one)),
    );
  };
  return { ...of, asked, reads };
}

describe("the payee's name and account", () => {
  test("are on the page, in the API's answer and in the amendments of the buyer alone", async () => {
    const of = await amended();
    expect(await of.reads("buyer")).toEqual([true, true, true]);
    expect(await of.reads("provider")).toEqual([false, false, false]);
    expect(await of.reads("buyer2")).toEqual([false, false, false]);
  });

  test("leave the bank and the country to bidders", async () => {
    const of = await amended();
    const page = await requestPage(of.database.read, of.actors.provider, of.asked);
    expect(page?.spec).toMatchObject({ payeeCountry: "CN", payee: { bank: OTHER.bank, bic: OTHER.bic } });
  });

  test("are told to the provider that was awarded and to the buyer, in the order's room", async () => {
    const { orderId, database, now } = await remittanceMarket();
    for (const who of ["timur", "lin"] as const) {
      const page = await paymentPage(database.read, actorOf(who), { orderId, now: now() });
      expect(page?.payee).toEqual(PAYEE.payee);
    }
  });
});
