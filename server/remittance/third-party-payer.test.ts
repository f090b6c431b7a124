import { describe, expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { actorOf, EARLY } from "@/test/order-market";
import { remittanceMarket } from "@/test/remittance-market";
import { findOrder, saveOrder } from "../../db/repositories/orders";
import { notices } from "../../db/schema/notices";
import { assert } from "../../domain/shared/result";
import { DAY_MS, instant, later, toIso } from "../../domain/shared/time";
import { orderPage } from "../orders/queries/orders";
import { reportMilestone } from "../orders/report-milestone";
import { relayRound } from "../worker/relay";
import { paymentPage } from "./queries";
import { returnPayerFunds, returnSurplusFunds } from "./return-funds";
import { acceptPayerOfFunds, askPayer, explainPayerOfFunds } from "./third-party-payer";

const usd = (minor: number) => ({ minor, currency: "USD" });
const OWN = { valueDate: "2026-11-24", remitter: "Buyer Co., Ltd." };
const THIRD = { ...OWN, remitter: "Almaty Holding JSC", thirdPartyReason: "Not known yet" };

/** An order of a hundred thousand dollars that somebody else than the buyer has paid. */
async function paidByThird(amount = usd(10_000_000)) {
  const of = await remittanceMarket();
  const { orderId, database } = of;
  done(await of.lock({ expiresAt: toIso(later(instant(of.now()), 20 * DAY_MS)) }));
  const credit = (funds: object) =>
    of.run("timur", reportMilestone, { orderId, code: "funds_received", occurredAt: of.at(), ...EARLY, funds });
  done(await credit({ ...THIRD, amount }));
  const read = () => ({ orderId, now: instant(of.now()) });
  const order = async () => orderPage(database.read, actorOf("lin"), { id: orderId, now: instant(of.now()) });
  return {
    ...of,
    credit,
    page: (who: "timur" | "lin" = "timur") => paymentPage(database.read, actorOf(who), read()),
    order,
    turn: async () => (await order())?.turn,
    due: async () => (await order())?.due?.at ?? null,
    ask: () => of.run("timur", askPayer, { orderId, question: "Who is Almaty Holding JSC to you?" }),
    explain: (who: "timur" | "lin" = "lin") =>
      of.run(who, explainPayerOfFunds, { orderId, relationship: "group_company", explanation: "Our shareholder" }),
    take: () =>
      of.run("timur", acceptPayerOfFunds, {
        orderId,
        relationship: "group_company",
        document: "Payment letter no. 14",
      }),
    giveBack: () =>
      of.run("timur", returnPayerFunds, { orderId, valueDate: "2026-11-24", reference: "RTN26112400318" }),
    clear: () => of.told("compliance_cleared", of.at()),
    kinds: async () => {
      while (await relayRound(of.on));
      const rows = await database.read.select().from(notices);
      return rows.flatMap(({ kind, userId }) => (kind.startsWith("payment_payer") ? [`${userId} ${kind}`] : []));
    },
  };
}

describe("money of a third-party payer", () => {
  test("is held: it is neither cleared nor sent, and the provider accepts it by relationship and document", async () => {
    const of = await paidByThird();
    expect(await of.turn()).toMatchObject({ task: { side: "provider", code: "remittance.third_party" } });
    expect((await of.page())?.funds?.hold).toMatchObject({ remitter: THIRD.remitter, state: "to_decide" });
    expect((await of.page())?.transitions).toEqual(["accept_payer", "ask_payer", "return_payer"]);
    expect(refusalOf(await of.clear())).toBe("third_party_held");
    expect(refusalOf(await of.send())).toBe("step_owed");
    done(await of.take());
    expect((await of.page())?.funds?.hold).toBeNull();
    done(await of.clear());
    done(await of.send());
    expect(await of.kinds()).toEqual(expect.arrayContaining(["lin payment_payer_held", "lin payment_payer_accepted"]));
    expect(refusalOf(await of.take())).toBe("no_payer_held");
  });

  test("is the buyer's turn while it owes the explanation, and the provider's days stand still that long", async () => {
    const of = await paidByThird();
    done(await of.ask());
    expect(await of.turn()).toMatchObject({ task: { side: "buyer", code: "remittance.explain_payer" } });
    expect((await of.page("lin"))?.transitions).toEqual(["explain_payer"]);
    expect(refusalOf(await of.explain("timur"))).toBe("not_permitted");
    of.wait(7 * DAY_MS);
    done(await of.explain());
    expect(await of.turn()).toMatchObject({ task: { side: "provider", code: "remittance.third_party" } });
    const [unasked, asked] = [await paidByThird(), of];
    for (const one of [unasked, asked]) {
      done(await one.take());
      done(await one.clear());
    }
    const [before, moved] = [await unasked.due(), await asked.due()];
    assert(before, "the bid promises days");
    expect(moved).toBe(later(before, 7 * DAY_MS));
    expect(await of.kinds()).toEqual(
      expect.arrayContaining(["lin payment_payer_asked", "timur payment_payer_explained"]),
    );
  });

  test("that goes back leaves the funds short: the buyer's own completes them, and the account closes", async () => {
    const of = await paidByThird();
    done(await of.giveBack());
    expect(await of.turn()).toMatchObject({ task: { side: "buyer", code: "remittance.funds_short" } });
    expect(await of.kinds()).toContain("lin payment_payer_returned");
    expect(refusalOf(await of.clear())).toBe("step_owed");
    done(await of.credit({ ...OWN, amount: usd(10_000_000) }));
    done(await of.clear());
    done(await of.send());
    expect((await of.page())?.funds).toMatchObject({
      ...{ received: usd(20_000_000), sent: usd(10_000_000), fees: usd(0), returned: usd(10_000_000), held: usd(0) },
    });
  });

  test("of which a surplus went back is held for what is left of it, and that is what is returned", async () => {
    const of = await paidByThird(usd(10_100_000));
    const { orderId } = of;
    const surplus = { amount: usd(100_000), valueDate: "2026-11-24", reference: "RTN26112400317" };
    done(await of.run("timur", returnSurplusFunds, { orderId, ...surplus }));
    for (const who of ["timur", "lin"] as const)
      expect((await of.page(who))?.funds).toMatchObject({ held: usd(10_000_000), hold: { amount: usd(10_000_000) } });
    done(await of.giveBack());
    expect((await of.page())?.funds).toMatchObject({ returned: usd(10_100_000), held: usd(0), hold: null });
  });

  test("that is a part goes back as one, and can be paid back alone once the order is called off", async () => {
    const part = await paidByThird(usd(4_000_000));
    done(await part.giveBack());
    expect((await part.page())?.funds).toMatchObject({
      received: usd(4_000_000),
      returned: usd(4_000_000),
      held: usd(0),
    });
    const over = await paidByThird();
    await over.database.write(async (tx) => {
      const order = await findOrder(tx, over.orderId);
      assert(order, "the order is there");
      await saveOrder(tx, order, { state: "cancelled" });
    });
    expect((await over.page())?.transitions).toEqual(["return_funds"]);
    expect(refusalOf(await over.take())).toBe("no_payer_held");
    done(await over.giveBack());
    expect((await over.page())?.transitions).toEqual([]);
  });
});
