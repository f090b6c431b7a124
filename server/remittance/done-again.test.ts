import { describe, expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { actorOf } from "@/test/order-market";
import { remittanceMarket, TO_SUPPLIER } from "@/test/remittance-market";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import { lastRemittance, remittanceEntriesOf, remittancesOfOrders } from "../../db/repositories/remittances";
import { toIso } from "../../domain/shared/time";
import { paymentPage } from "./queries";
import { openDispute, writeEntry } from "../disputes/dispute";
import { takeOffer } from "../disputes/take-offer";
import { requestChanges } from "../orders/accept-order";
import { freezePayment, recallPayment, unfreezePayment } from "./freeze-payment";
import { recordReceipt } from "./send-payment";

/** A payment that the payee has by its provider's word. */
async function received() {
  const of = await remittanceMarket();
  done(await of.lock());
  done(await of.send());
  const { orderId, run, at, database } = of;
  const receive = (occurredAt = at()) => run("timur", recordReceipt, { orderId, occurredAt });
  done(await receive());
  return {
    ...of,
    receive,
    recall: () => run("timur", recallPayment, { orderId, reason: "wrong_payee", occurredAt: at() }),
    last: () => lastRemittance(database.read, orderId),
    order: () => findOrder(database.read, orderId),
    history: async () => {
      const ids = (await remittancesOfOrders(database.read, [orderId])).map(({ id }) => id);
      return await remittanceEntriesOf(database.read, ids);
    },
  };
}

type Received = Awaited<ReturnType<typeof received>>;

const askForChanges = async (of: Received) => {
  of.at();
  done(await of.run("lin", requestChanges, { orderId: of.orderId, words: "The payee has nothing." }));
};

const settleDispute = async (of: Received) => {
  of.at();
  const dispute = { orderId: of.orderId, code: "other", words: "The payee has nothing." };
  const disputeId = done(await of.run("lin", openDispute, dispute)).id;
  const offer = { outcome: "split", shareBps: 5_000, effect: "done_again" };
  done(await of.run("aigul", writeEntry, { disputeId, words: "We look for it.", offer }));
  done(await of.run("lin", takeOffer, { disputeId, seq: 1 }));
};

describe.each([
  ["the buyer's word", askForChanges],
  ["the end of a dispute", settleDispute],
] as const)("a payment whose delivery is to be done again by %s", (_, sendBack) => {
  test("is on its way once more, with its receipt in the history, and nothing is sent beside it", async () => {
    const of = await received();
    await sendBack(of);
    expect(await of.order()).toMatchObject({ state: "changes_requested", deliveredAt: null });
    expect(await of.last()).toMatchObject({ attempt: 1, state: "sent", receivedAt: null });
    const entries = await of.history();
    expect(entries.map(({ event }) => event)).toEqual(["send", "receive", "reopen"]);
    expect(entries.at(-1)).toMatchObject({ occurredAt: of.now(), recordedAt: of.now(), byUserId: "lin" });
    const page = await paymentPage(of.database.read, actorOf("timur"), { orderId: of.orderId, now: of.now() });
    expect(page?.transitions).toEqual(["receive", "freeze", "recall", "return"]);
    expect(refusalOf(await of.send())).toBe("payment_on_its_way");
  });

  test("is received again", async () => {
    const of = await received();
    await sendBack(of);
    done(await of.receive());
    expect(await of.last()).toMatchObject({ state: "received", receivedAt: of.now() });
    expect(await of.order()).toMatchObject({ state: "delivered", deliveredAt: of.now() });
    expect((await of.history()).map(({ event }) => event)).toEqual(["send", "receive", "reopen", "receive"]);
    await askForChanges(of);
    expect(await of.last()).toMatchObject({ state: "sent", receivedAt: null });
  });

  test("comes back after it was called back, and is sent again", async () => {
    const of = await received();
    await sendBack(of);
    done(await of.recall());
    done(await of.comeBack({ reason: "recalled" }));
    const steps = await findMilestones(of.database.read, { id: of.orderId, service: "payment" });
    expect(steps.find(({ code }) => code === "sent")?.occurredAt).toBeNull();
    expect(done(await of.send()).attempt).toBe(2);
    done(await of.receive());
    expect(await of.order()).toMatchObject({ state: "delivered" });
  });
});

test("what a bank did before the receipt that was taken back is told with its own time, and after all that it did before that", async () => {
  const of = await remittanceMarket();
  done(await of.lock());
  done(await of.send());
  const { orderId, run, at } = of;
  const tooEarly = at();
  done(await run("timur", freezePayment, { orderId, reason: "papers_asked", occurredAt: at() }));
  done(await run("timur", unfreezePayment, { orderId, occurredAt: at() }));
  const cameBackAt = at();
  done(await run("timur", recordReceipt, { orderId, occurredAt: at() }));
  at();
  done(await run("lin", requestChanges, { orderId, words: "The payee has nothing." }));
  expect(refusalOf(await of.comeBack({ occurredAt: tooEarly }))).toBe("occurred_out_of_order");
  done(await of.comeBack({ occurredAt: cameBackAt }));
  const last = await lastRemittance(of.database.read, orderId);
  expect(last && last.returnedAt !== null && toIso(last.returnedAt)).toBe(cameBackAt);
});

test("a delivery that was told without a sending is done again without one", async () => {
  const of = await remittanceMarket({}, { ...TO_SUPPLIER, payeeCurrency: "USD" });
  const { orderId } = of;
  done(await of.report("received_by_payee"));
  done(await of.run("lin", requestChanges, { orderId, words: "Where is it?" }));
  expect(await lastRemittance(of.database.read, orderId)).toBeUndefined();
  done(await of.report("received_by_payee"));
});
