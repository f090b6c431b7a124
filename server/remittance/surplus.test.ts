import { describe, expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { actorOf, EARLY } from "@/test/order-market";
import { remittanceMarket, TO_SUPPLIER } from "@/test/remittance-market";
import { notices } from "../../db/schema/notices";
import { instant } from "../../domain/shared/time";
import { acceptOrder } from "../orders/accept-order";
import { orderPage } from "../orders/queries/orders";
import { reportMilestone } from "../orders/report-milestone";
import { relayRound } from "../worker/relay";
import { answerSurplus, keepSurplus } from "./keep-surplus";
import { paymentPage } from "./queries";
import { returnSurplusFunds } from "./return-funds";

const usd = (minor: number) => ({ minor, currency: "USD" });
const CREDIT = { valueDate: "2026-11-24", remitter: "Buyer Co., Ltd." };
const SPLIT = { ...TO_SUPPLIER, depositPercent: 30, balanceDue: "before_shipment" };

/** An order of a hundred thousand dollars whose payer has paid two hundred and fifty more. */
async function overpaid(spec: object = TO_SUPPLIER, amount = usd(10_025_000)) {
  const of = await remittanceMarket(undefined, spec);
  done(await of.lock());
  const { orderId, database } = of;
  const funds = { ...CREDIT, amount };
  done(
    await of.run("timur", reportMilestone, { orderId, code: "funds_received", occurredAt: of.at(), ...EARLY, funds }),
  );
  const read = () => ({ orderId, now: instant(of.now()) });
  return {
    ...of,
    page: () => paymentPage(database.read, actorOf("timur"), read()),
    turn: async () => (await orderPage(database.read, actorOf("lin"), { id: orderId, now: instant(of.now()) }))?.turn,
    giveBack: (more: object = {}) => {
      const told = { amount: usd(25_000), valueDate: "2026-11-24", reference: "RTN26112400317" };
      return of.run("timur", returnSurplusFunds, { orderId, ...told, ...more });
    },
    ask: () => of.run("timur", keepSurplus, { orderId }),
    answer: (answer: string) => of.run("lin", answerSurplus, { orderId, answer }),
    kinds: async () => {
      while (await relayRound(of.on));
      const rows = await database.read.select().from(notices);
      return rows.flatMap(({ kind, userId }) => (kind.startsWith("payment_surplus") ? [`${userId} ${kind}`] : []));
    },
  };
}

describe("funds above what was asked for", () => {
  test("are returned to the remitter by the bank's advice; the account closes and both sides read it", async () => {
    const of = await overpaid();
    expect(await of.turn()).toMatchObject({
      holder: "task",
      task: { side: "provider", code: "remittance.surplus_return" },
    });
    expect((await of.page())?.transitions).toContain("return_surplus");
    done(await of.giveBack());
    expect(await of.turn()).toMatchObject({ holder: "provider", code: "compliance_cleared" });
    done(await of.send());
    expect((await of.page())?.funds).toEqual({
      ...{ received: usd(10_025_000), sent: usd(10_000_000), fees: usd(0), returned: usd(25_000), held: usd(0) },
      ...{ surplus: null, hold: null, refund: null, refunds: [] },
    });
    expect(refusalOf(await of.giveBack())).toBe("no_surplus");
    expect(await of.kinds()).toEqual(
      expect.arrayContaining(["lin payment_surplus_received", "lin payment_surplus_returned"]),
    );
  });

  test("are not sent on, also where the amount is in the payee's currency", async () => {
    const of = await overpaid();
    expect(refusalOf(await of.send({ amount: usd(10_000_001) }))).toBe("sent_above_received");
    const inYuan = await overpaid({ ...TO_SUPPLIER, amount: { minor: 71_200_000, currency: "CNY" } });
    expect((await inYuan.page())?.funds?.surplus).toEqual({ amount: usd(25_000), state: "open", mayBeKept: false });
    expect(refusalOf(await inYuan.send({ amount: { minor: 71_200_001, currency: "CNY" } }))).toBe(
      "sent_above_received",
    );
    done(await inYuan.send());
    expect((await inYuan.page())?.funds).toMatchObject({ sent: usd(10_000_000), fees: usd(0), held: usd(25_000) });
  });

  test("are no surplus where the rate alone makes the difference", async () => {
    const of = await overpaid({ ...TO_SUPPLIER, amount: { minor: 71_200_001, currency: "CNY" } }, usd(10_000_001));
    expect((await of.page())?.funds).toMatchObject({ surplus: null });
    done(await of.send());
    expect((await of.page())?.funds).toMatchObject({ sent: usd(10_000_001), fees: usd(0), held: usd(0) });
  });

  test("are held for the next instalment with the buyer's word, and can go back later", async () => {
    const of = await overpaid(SPLIT);
    expect(await of.turn()).toMatchObject({ task: { side: "provider", code: "remittance.surplus" } });
    expect((await of.page())?.funds?.surplus).toMatchObject({ state: "open", mayBeKept: true });
    done(await of.ask());
    expect(await of.turn()).toMatchObject({ task: { side: "buyer", code: "remittance.surplus_answer" } });
    done(await of.answer("keep"));
    expect(await of.turn()).toMatchObject({ holder: "provider", code: "compliance_cleared" });
    done(await of.send());
    expect((await of.page())?.funds).toMatchObject({ held: usd(25_000), surplus: { state: "kept" } });
    expect(await of.kinds()).toEqual(
      expect.arrayContaining(["lin payment_surplus_asked", "timur payment_surplus_kept"]),
    );
    done(await of.giveBack());
    expect((await of.page())?.funds).toMatchObject({ held: usd(0), returned: usd(25_000), surplus: null });
  });

  test("are the provider's to return where the buyer declines, or before it has answered", async () => {
    const declined = await overpaid(SPLIT);
    done(await declined.ask());
    done(await declined.answer("return"));
    expect(await declined.turn()).toMatchObject({ task: { side: "provider", code: "remittance.surplus_return" } });
    expect(await declined.kinds()).toContain("timur payment_surplus_declined");
    const waiting = await overpaid(SPLIT);
    done(await waiting.ask());
    done(await waiting.giveBack());
    expect(refusalOf(await waiting.answer("keep"))).toBe("no_surplus");
  });

  test("are asked for by the provider alone, and kept by no order without another instalment", async () => {
    const of = await overpaid();
    expect(refusalOf(await of.ask())).toBe("no_next_instalment");
    expect(refusalOf(await of.run("lin", returnSurplusFunds, { orderId: of.orderId, ...CREDIT_BACK }))).toBe(
      "not_permitted",
    );
    expect(refusalOf(await of.giveBack({ reference: "no" }))).toBe("reference_malformed");
  });

  test("keep the papers that close the payment waiting until they are settled", async () => {
    const of = await overpaid();
    done(await of.send());
    done(await of.report("received_by_payee"));
    const close = () => of.told("control_documents_delivered", of.at());
    done(await of.run("lin", acceptOrder, { orderId: of.orderId }));
    expect(await of.turn()).toMatchObject({ holder: "task", task: { code: "remittance.surplus_return" } });
    expect(refusalOf(await close())).toBe("surplus_unsettled");
    done(await of.giveBack());
    expect(refusalOf(await close())).not.toBe("surplus_unsettled");
  });
});

const CREDIT_BACK = { amount: usd(25_000), valueDate: "2026-11-24", reference: "RTN26112400317" };
