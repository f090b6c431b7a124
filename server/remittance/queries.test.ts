import { describe, expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { chainMarket } from "@/test/chain-market";
import { actorOf, START } from "@/test/order-market";
import { newUetr } from "@/test/new-uetr";
import { HELD, remittanceMarket, TO_SUPPLIER } from "@/test/remittance-market";
import { findOrder, type OrderChange, saveOrder } from "@/db/repositories/orders";
import { locksOfOrders, remittancesOfOrders } from "@/db/repositories/remittances";
import type { PaymentTransition } from "@/domain/remittance/transitions";
import { assert } from "@/domain/shared/result";
import { MINUTE_MS } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import { bearReturnCost } from "./return-payment";
import { confirmLock } from "./lock-rate";
import { freezePayment, recallPayment, unfreezePayment } from "./freeze-payment";
import { recordReceipt, sendPayment } from "./send-payment";
import { returnCalledOffFunds } from "./return-funds";
import { listOrders } from "../orders/queries/orders";
import { paymentPage } from "./queries";
import { workList } from "../orders/queries/work";

type OfFunds = Extract<PaymentTransition, `${string}_surplus` | `${string}_payer`>;
type OfProvider = Exclude<PaymentTransition, "confirm" | "bear" | "tell_payee" | OfFunds>;

/** A payment with what its provider may report of it, each as its form sends it. */
async function payment() {
  const of = await remittanceMarket();
  const { orderId, run, at, database } = of;
  const verbs: Record<OfProvider, () => Promise<{ readonly kind: string }>> = {
    lock: () => of.lock(),
    send: () => run("timur", sendPayment, { orderId, referenceKind: "uetr", reference: newUetr(), occurredAt: at() }),
    receive: () => run("timur", recordReceipt, { orderId, occurredAt: at() }),
    freeze: () => run("timur", freezePayment, { orderId, reason: "papers_asked", occurredAt: at() }),
    unfreeze: () => run("timur", unfreezePayment, { orderId, occurredAt: at() }),
    recall: () => run("timur", recallPayment, { orderId, reason: "wrong_amount", occurredAt: at() }),
    return: () => of.comeBack(),
    return_funds: () =>
      run("timur", returnCalledOffFunds, { orderId, valueDate: "2026-11-24", reference: "RTN-26112" }),
  };
  return {
    ...of,
    verbs,
    keep: (change: OrderChange) =>
      database.write(async (tx) => {
        const order = await findOrder(tx, orderId);
        assert(order, "the order is there");
        await saveOrder(tx, order, change);
      }),
    transitions: async (who: "timur" | "lin" = "timur") =>
      (await paymentPage(database.read, actorOf(who), { orderId, now: of.now() }))?.transitions ?? [],
    turn: async () => (await listOrders(database.read, actorOf("timur"), { limit: 9, now: of.now() })).items[0]?.turn,
    group: async () => (await workList(database.read, actorOf("timur"), { limit: 9, now: of.now() })).rows[0]?.group,
  };
}

type Payment = Awaited<ReturnType<typeof payment>>;

const LEFT = 20 * MINUTE_MS;

const STAGES = {
  "whose first rate is to be locked": async () => undefined,
  "whose money has not come in": async (of: Payment) => void done(await of.lock()),
  "whose rate holds": async (of: Payment) => {
    done(await of.lock());
    done(await of.report("funds_received"));
    done(await of.report("compliance_cleared"));
  },
  "whose rate has run out": async (of: Payment) => {
    done(await of.lock());
    of.wait(LEFT);
  },
  "that is on its way": async (of: Payment) => {
    done(await of.lock());
    done(await of.send());
  },
  "that is frozen": async (of: Payment) => {
    done(await of.lock());
    done(await of.send());
    await of.verbs.freeze();
  },
  "that came back": async (of: Payment) => {
    done(await of.lock());
    done(await of.send());
    done(await of.comeBack());
  },
};

const KEPT = {
  nothing: {},
  "a gate": { heldSince: START },
  "a party's word": { exceptionSince: START },
  "a dispute": { disputedSince: START },
  "its end": { state: "cancelled" },
} as const satisfies Record<string, OrderChange>;

describe.each(Object.entries(STAGES))("a payment %s", (_, reach) => {
  test.each(Object.entries(KEPT))("that %s keeps offers what its commands take, and nothing else", async (__, kept) => {
    const reached = async () => {
      const of = await payment();
      await reach(of);
      await of.keep(kept);
      return of;
    };
    const of = await reached();
    const offered = await of.transitions();
    for (const [transition, report] of Object.entries(of.verbs))
      if (!offered.includes(transition as PaymentTransition))
        expect((await report()).kind, `${transition} is not offered`).toBe("refused");
    for (const transition of offered)
      expect((await (await reached()).verbs[transition as OfProvider]()).kind, `${transition} is offered`).toBe("done");
  });
});

describe("while a gate holds a payment", () => {
  test("the buyer is asked for a worse rate, and takes it", async () => {
    const of = await payment();
    done(await of.lock({ rate: "7.1" }));
    await of.keep({ heldSince: of.now() });
    expect(await of.turn()).toMatchObject({ holder: "task", task: { side: "buyer", code: "remittance.confirm" } });
    expect(await of.transitions("lin")).toEqual(["confirm"]);
    const [lock] = await locksOfOrders(of.database.read, [of.orderId]);
    done(await of.run("lin", confirmLock, { orderId: of.orderId, lockId: lock?.id }));
  });

  test("it is the provider's work where its rate has run out, and not where money is to be sent again", async () => {
    const of = await payment();
    done(await of.lock());
    const dollars = { minor: 10_000_000, currency: "USD" };
    done(await of.send({ amount: dollars }));
    done(await of.comeBack({ amountReturned: dollars }));
    expect([await of.turn(), await of.group()]).toMatchObject([{ task: { code: "remittance.resend" } }, "yours"]);
    await of.keep({ heldSince: of.now() });
    expect([await of.turn(), await of.group(), await of.transitions()]).toMatchObject([{ holder: "gate" }, "held", []]);
    of.wait(LEFT);
    expect([await of.turn(), await of.group()]).toMatchObject([{ task: { code: "remittance.lock" } }, "yours"]);
    expect(await of.transitions()).toEqual(["lock"]);
  });

  test("no rate is asked for where money came back exchanged, and its amount is told", async () => {
    const of = await payment();
    done(await of.lock());
    done(await of.send());
    done(await of.comeBack());
    of.wait(LEFT);
    expect([await of.turn(), await of.transitions()]).toMatchObject([
      { task: { code: "remittance.resend" } },
      ["send"],
    ]);
    const page = await paymentPage(of.database.read, actorOf("timur"), { orderId: of.orderId, now: of.now() });
    expect(page?.exchanged).toEqual(money(71_100_000n, "CNY"));
  });
});

test("its parties see each sending of a payment with its own history and return, and which rate holds now", async () => {
  const of = await payment();
  const { database, orderId } = of;
  const page = (who: Parameters<typeof actorOf>[0], id = orderId) =>
    paymentPage(database.read, actorOf(who), { orderId: id, now: of.now() });
  done(await of.lock());
  of.wait(LEFT);
  done(await of.lock({ rate: "7.13" }));
  done(await of.send());
  done(await of.comeBack());
  done(await of.send());
  await of.verbs.freeze();
  const shown = await page("wei");
  expect(shown).toMatchObject({
    ...{ pair: { payerCurrency: "USD", payeeCurrency: "CNY" }, currencies: ["USD", "CNY"], promisedLockMinutes: 15 },
    ...{
      amount: money(10_000_000n, "USD"),
      channel: "cips",
      returnCostBorneBy: "payer",
      openCostOf: null,
      transitions: [],
    },
    sendings: [
      {
        ...{ attempt: 1, state: "returned", amount: money(71_300_000n, "CNY") },
        returned: {
          ...{ amount: money(71_100_000n, "CNY"), cost: money(200_000n, "CNY"), reason: "bank_policy" },
          ...{ borneBy: "payer", basis: "bid" },
        },
      },
      { attempt: 2, state: "frozen", returned: null },
    ],
  });
  expect(shown?.locks.map(({ rate, isLive, isUsed }) => [rate, isLive, isUsed])).toEqual([
    ["7.12", false, false],
    ["7.13", true, true],
  ]);
  expect(shown?.sendings.map(({ entries }) => entries.map(({ event }) => event))).toEqual([
    ["send", "return"],
    ["send", "freeze"],
  ]);
  expect(await page("stranger")).toBeNull();
  const one = await remittanceMarket({}, { ...TO_SUPPLIER, payeeCurrency: "USD" });
  const alike = await paymentPage(one.database.read, actorOf("lin"), { orderId: one.orderId, now: one.now() });
  expect(alike).toMatchObject({ pair: null, currencies: ["USD"], promisedLockMinutes: null, locks: [] });
});

test("of two returns whose cost is open the first is asked about, and then the next", async () => {
  const of = await remittanceMarket({ channel: "cips", lockMinutes: 240, midRate: "7.12" });
  const open = async () =>
    (await paymentPage(of.database.read, actorOf("lin"), { orderId: of.orderId, now: of.now() }))?.openCostOf;
  done(await of.lock());
  for (const attempt of [1, 2]) {
    expect(done(await of.send()).attempt).toBe(attempt);
    done(await of.comeBack());
    expect(await open()).toBe(1);
  }
  done(await of.run("lin", bearReturnCost, { orderId: of.orderId, attempt: 1 }));
  expect(await open()).toBe(2);
  done(await of.run("aigul", bearReturnCost, { orderId: of.orderId, attempt: 2 }));
  expect(await open()).toBeNull();
  const borne = (await remittancesOfOrders(of.database.read, [of.orderId])).map(({ costBorneBy }) => costBorneBy);
  expect(borne).toEqual(["payer", "provider"]);
});

test("a sending is offered once the gates before it are open", async () => {
  const market = await chainMarket();
  const transitions = async () => {
    const asked = { orderId: market.idOf("payment"), now: market.now() };
    return (await paymentPage(market.database.read, actorOf("timur"), asked))?.transitions;
  };
  await market.reportTo("payment", "compliance_cleared");
  expect(await transitions()).toEqual([]);
  await market.reportTo("inspection", "report_issued");
  await market.accept("inspection");
  expect(await transitions()).toEqual(["send"]);
});

describe("money that comes back", () => {
  test.each([
    ["what came back, where the payer bears its cost", HELD, 71_100_000n],
    ["all of it, where the provider does", { ...HELD, returnCostBorneBy: "provider" }, 71_200_000n],
  ])(
    "in the payee's currency is exchanged already, and is sent again under no other rate: %s",
    async (_, terms, minor) => {
      const of = await remittanceMarket(terms);
      done(await of.lock());
      done(await of.report("funds_received"));
      done(await of.send());
      done(await of.comeBack());
      of.wait(20 * MINUTE_MS);
      const dollars = { amount: { minor: 10_000_000, currency: "USD" } };
      expect(refusalOf(await of.send(dollars))).toBe("money_exchanged");
      done(await of.send());
      expect((await remittancesOfOrders(of.database.read, [of.orderId])).at(-1)).toMatchObject({
        attempt: 2,
        amountMinor: minor,
        amountCurrency: "CNY",
        lockId: null,
      });
    },
  );

  test("is sent again in full where the provider bears the cost, by the bid or by its own word", async () => {
    const short = { amount: { minor: 71_199_999, currency: "CNY" } };
    for (const returnCostBorneBy of ["provider", "payer", undefined]) {
      const of = await remittanceMarket({ ...HELD, returnCostBorneBy });
      done(await of.lock());
      done(await of.report("funds_received"));
      done(await of.send());
      done(await of.comeBack());
      if (returnCostBorneBy === "payer") {
        const { refusal } = (await of.send({ amount: { minor: 71_099_999, currency: "CNY" } })) as { refusal?: object };
        expect(refusal).toMatchObject({ code: "sent_below_due", details: { least: "711000.00" } });
        done(await of.send(short));
        continue;
      }
      const { orderId } = of;
      if (returnCostBorneBy === undefined) done(await of.run("aigul", bearReturnCost, { orderId, attempt: 1 }));
      expect(refusalOf(await of.send(short))).toBe("sent_short");
      done(await of.send({ amount: { minor: 71_200_000, currency: "CNY" } }));
    }
  });

  test("in the payer's currency is sent again only under a rate that holds", async () => {
    const of = await remittanceMarket();
    const dollars = { amount: { minor: 10_000_000, currency: "USD" } };
    done(await of.lock());
    done(await of.report("funds_received"));
    done(await of.send(dollars));
    done(await of.comeBack({ amountReturned: dollars.amount }));
    of.wait(20 * MINUTE_MS);
    expect(refusalOf(await of.send())).toBe("lock_expired");
    done(await of.lock());
    for (const amount of [
      { minor: 9_999_999, currency: "USD" },
      { minor: 71_199_999, currency: "CNY" },
    ])
      expect(refusalOf(await of.send({ amount })), amount.currency).toBe("sent_below_due");
    done(await of.send());
  });
});
