import { describe, expect, test } from "vitest";
import { done, refusalOf } from "@/test/bidding-market";
import { actorOf } from "@/test/order-market";
import { newUetr } from "@/test/new-uetr";
import { yuan, HELD, remittanceMarket, TO_SUPPLIER } from "@/test/remittance-market";
import { findMilestones, findOrder } from "../../db/repositories/orders";
import {
  lastRemittance,
  locksOfOrders,
  remittanceEntriesOf,
  remittancesOfOrders,
} from "../../db/repositories/remittances";
import { outbox } from "../../db/schema/notices";
import { remittanceEntries } from "../../db/schema/remittance";
import { notificationRulesOf } from "../../domain/notices/recipients";
import { instant, MINUTE_MS, toIso } from "../../domain/shared/time";
import { refusalStatus } from "../platform/api/problem";
import { orderPage } from "../orders/queries/orders";
import { confirmLock, lockRate } from "./lock-rate";
import { freezePayment, recallPayment, unfreezePayment } from "./freeze-payment";
import { recordReceipt, sendPayment } from "./send-payment";
import { returnPayment } from "./return-payment";

type Market = Awaited<ReturnType<typeof remittanceMarket>>;

const order = ({ database, orderId }: Market) => findOrder(database.read, orderId);
const last = ({ database, orderId }: Market) => lastRemittance(database.read, orderId);
const sentAt = async ({ database, orderId }: Market) =>
  (await findMilestones(database.read, { id: orderId, service: "payment" })).find(({ code }) => code === "sent")
    ?.occurredAt;
const turn = async (of: Market, who: "lin" | "timur" = "lin") =>
  (await orderPage(of.database.read, actorOf(who), { id: of.orderId, now: of.now() }))?.turn;
const events = async ({ database }: Market) => (await database.read.select().from(outbox)).map(({ event }) => event);
const receive = (of: Market) => of.run("timur", recordReceipt, { orderId: of.orderId, occurredAt: of.at() });
const freeze = (of: Market) =>
  of.run("timur", freezePayment, { orderId: of.orderId, reason: "compliance_check", occurredAt: of.at() });
const unfreeze = (of: Market) => of.run("timur", unfreezePayment, { orderId: of.orderId, occurredAt: of.at() });
const recall = (of: Market) =>
  of.run("timur", recallPayment, { orderId: of.orderId, reason: "wrong_amount", occurredAt: of.at() });

/** A payment that is on its way under a live lock. */
async function sent(terms: object = HELD): Promise<Market> {
  const of = await remittanceMarket(terms);
  done(await of.lock());
  done(await of.report("funds_received"));
  done(await of.send());
  return of;
}

test("money goes under its lock, and arrives: the steps of the order come with it", async () => {
  const of = await sent();
  const lock = (await locksOfOrders(of.database.read, [of.orderId]))[0];
  expect(await last(of)).toMatchObject({
    attempt: 1,
    state: "sent",
    lockId: lock?.id,
    channel: "cips",
    ...{ currency: "CNY", payerCountry: "KZ", payeeCountry: "CN", providerOrganisationId: "provider" },
    ...{ amountMinor: 71_200_000n, amountCurrency: "CNY" },
  });
  expect(done(await receive(of))).toMatchObject({ attempt: 1, state: "received" });
  expect(await order(of)).toMatchObject({ state: "delivered" });
  const own = (await remittanceEntriesOf(of.database.read, [(await last(of))?.id ?? ""])).map(({ event }) => event);
  expect(own).toEqual(["send", "receive"]);
});

describe("the lock", () => {
  test("ends after the bid's period; a longer one is allowed, a shorter one refused", async () => {
    const of = await remittanceMarket();
    const lockedAt = of.at();
    const ends = (minutes: number) => toIso(instant(Date.parse(lockedAt) + minutes * MINUTE_MS));
    expect(refusalOf(await of.lock({ lockedAt, expiresAt: ends(14) }))).toBe("lock_too_short");
    expect(done(await of.lock({ lockedAt })).expiresAt).toBe(ends(15));
    const other = await remittanceMarket();
    const from = other.at();
    const later = toIso(instant(Date.parse(from) + 240 * MINUTE_MS));
    expect(done(await other.lock({ lockedAt: from, expiresAt: later })).expiresAt).toBe(later);
  });

  test("says its end where neither bid nor request promises a period", async () => {
    const of = await remittanceMarket({ channel: "cips" });
    expect(refusalOf(await of.lock())).toBe("lock_expiry_missing");
  });

  test.each([
    ["of another pair", { base: "RUB" }, "pair_differs"],
    ["that is no rate", { rate: "seven" }, "rate_malformed"],
    ["of tomorrow", { lockedAt: "2026-11-26T02:00:00Z" }, "occurred_in_future"],
  ])("%s is refused", async (_, more, code) => {
    const of = await remittanceMarket();
    expect(refusalOf(await of.lock(more))).toBe(code);
  });

  test("of a payment in one currency is none, and such a payment needs none", async () => {
    const spec = { ...TO_SUPPLIER, payeeCurrency: "USD" };
    const of = await remittanceMarket({ channel: "correspondent" }, spec);
    expect(refusalOf(await of.lock())).toBe("no_exchange");
    done(await of.report("funds_received"));
    done(await of.send());
  });

  test("is needed before funds are taken and before money is sent, by whatever way it is reported", async () => {
    const of = await remittanceMarket();
    for (const code of ["rate_locked", "funds_received"])
      expect(refusalOf(await of.report(code)), code).toBe("lock_missing");
    // Without a lock no funds are in, and what is not in is not sent.
    expect(refusalOf(await of.report("sent"))).toBe("step_owed");
    expect(refusalOf(await of.send())).toBe("step_owed");
  });

  test("beyond 7: holds to its last millisecond; from its end on sending answers 410, and the rate is quoted again", async () => {
    const of = await remittanceMarket();
    const { expiresAt } = done(await of.lock());
    done(await of.report("funds_received"));
    of.wait(Date.parse(expiresAt) - of.now());
    expect(of.now()).toBe(Date.parse(expiresAt));
    const outcome = await of.send({ occurredAt: expiresAt });
    expect(refusalOf(outcome)).toBe("lock_expired");
    expect(refusalStatus({ code: "lock_expired" })).toBe(410);
    expect(refusalOf(await of.report("sent", expiresAt))).toBe("lock_expired");
    expect(await turn(of, "timur")).toMatchObject({ task: { side: "provider", code: "remittance.lock" } });
    done(await of.lock({ rate: "7.13" }));
    done(await of.send());
    const early = await remittanceMarket();
    const lock = done(await early.lock());
    done(await early.report("funds_received"));
    early.wait(Date.parse(lock.expiresAt) - early.now());
    done(await early.send({ occurredAt: toIso(instant(Date.parse(lock.expiresAt) - 1)) }));
  });

  test("that holds is the only one until it ends", async () => {
    const of = await remittanceMarket();
    done(await of.lock());
    expect(refusalOf(await of.lock())).toBe("lock_stands");
  });

  test("of a worse rate than the contract's holds once the buyer has taken it, and only while it has not ended", async () => {
    const of = await remittanceMarket();
    const { id, needsConfirmation, expiresAt } = done(await of.lock({ rate: "7.1199" }));
    expect(needsConfirmation).toBe(true);
    expect(await turn(of)).toEqual({
      holder: "task",
      task: { side: "buyer", code: "remittance.confirm", by: Date.parse(expiresAt) },
    });
    expect(refusalOf(await of.report("funds_received"))).toBe("lock_unconfirmed");
    const take = (who: "lin" | "timur" | "stranger") => of.run(who, confirmLock, { orderId: of.orderId, lockId: id });
    expect(refusalOf(await take("timur"))).toBe("not_permitted");
    expect(refusalOf(await take("stranger"))).toBe("not_found");
    done(await take("lin"));
    expect(refusalOf(await take("lin"))).toBe("nothing_to_confirm");
    done(await of.report("funds_received"));
    const late = await remittanceMarket();
    const worse = done(await late.lock({ rate: "7" }));
    late.wait(Date.parse(worse.expiresAt) - late.now());
    const tooLate = await late.run("lin", confirmLock, { orderId: late.orderId, lockId: worse.id });
    expect(refusalOf(tooLate)).toBe("lock_expired");
  });

  test("the other way round is worse where it is higher; without a rate in the bid or the market the first lock is the measure", async () => {
    const of = await remittanceMarket({ lockMinutes: 1 });
    expect(done(await of.lock({ base: "CNY", rate: "0.1404" })).needsConfirmation).toBe(false);
    of.wait(MINUTE_MS);
    expect(done(await of.lock({ base: "CNY", rate: "0.1405" })).needsConfirmation).toBe(true);
    of.wait(2 * MINUTE_MS);
    expect(done(await of.lock({ base: "CNY", rate: "0.1405" })).needsConfirmation).toBe(true);
    of.wait(2 * MINUTE_MS);
    expect(done(await of.lock({ base: "CNY", rate: "0.1404" })).needsConfirmation).toBe(false);
  });
});

describe("a sending", () => {
  test.each([
    [
      "a UETR that is no UUID of version 4",
      { reference: "97ed4827-7b6f-1491-a06f-b548d5a7512d" },
      "reference_malformed",
    ],
    ["a CIPS number that is too short", { referenceKind: "cips", reference: "A12" }, "reference_malformed"],
    ["an amount in a third currency", { amount: { minor: 1, currency: "EUR" } }, "amount_currency"],
    ["a file that is not there", { fileIds: ["no-such-file"] }, "file_unknown"],
  ])("with %s is refused", async (_, more, code) => {
    const of = await remittanceMarket();
    done(await of.lock());
    expect(refusalOf(await of.send(more))).toBe(code);
    expect(await last(of)).toBeUndefined();
  });

  test("takes a reference in any letters once in the whole market", async () => {
    const of = await remittanceMarket();
    done(await of.lock());
    const reference = newUetr();
    done(await of.send({ reference: reference.toUpperCase() }));
    expect((await last(of))?.reference).toBe(reference);
    done(await of.comeBack());
    expect(refusalOf(await of.send({ reference }))).toBe("reference_used");
  });

  test("fifty at once are one", async () => {
    const of = await remittanceMarket();
    done(await of.lock());
    const occurredAt = of.at();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => of.send({ occurredAt })));
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
    expect(await remittancesOfOrders(of.database.read, [of.orderId])).toHaveLength(1);
    expect((await events(of)).filter(({ type }) => type === "payment.sent")).toHaveLength(1);
  });

  test("is on record with the bid's channel and its bank's reference, and once while it is on its way", async () => {
    const of = await remittanceMarket();
    done(await of.lock());
    done(await of.report("sent"));
    expect(await last(of)).toMatchObject({ attempt: 1, state: "sent", referenceKind: "uetr", channel: "cips" });
    expect(refusalOf(await of.send())).toBe("payment_on_its_way");
    done(await of.report("received_by_payee"));
    expect(await last(of)).toMatchObject({ state: "received", receivedAt: of.now() });
  });
});

describe("lesson 35: money that comes back", () => {
  test.each([
    ["by the bid's clause the payer", HELD, {}, { costBorneBy: "payer", costBasis: "bid" }],
    [
      "by the bid's clause the provider",
      { ...HELD, returnCostBorneBy: "provider" },
      {},
      { costBorneBy: "provider", costBasis: "bid" },
    ],
    [
      "open where the bid says nothing",
      { ...HELD, returnCostBorneBy: undefined },
      {},
      { costBorneBy: null, costBasis: "open" },
    ],
    [
      "open with what the provider says where the bid says nothing",
      { ...HELD, returnCostBorneBy: undefined },
      { costBorneBy: "payer" },
      { costBorneBy: "payer", costBasis: "open" },
    ],
  ])("is booked with its reason, amount and cost, which is borne %s", async (_, terms, more, expected) => {
    const of = await sent(terms);
    done(await of.comeBack(more));
    expect(await last(of)).toMatchObject({
      ...{ state: "returned", returnReason: "bank_policy", returnedMinor: 71_100_000n, returnedCurrency: "CNY" },
      ...{ costMinor: 100_000n, costCurrency: "CNY", returnedAt: of.now(), ...expected },
    });
    const returned = (await events(of)).find(({ type }) => type === "payment.returned");
    expect(returned).toMatchObject({
      reason: "bank_policy",
      borneBy: expected.costBasis === "bid" ? expected.costBorneBy : "open",
    });
  });

  test("is not booked on another bearer than the bid's, nor above what was sent, nor in another currency", async () => {
    const of = await sent();
    expect(refusalOf(await of.comeBack({ costBorneBy: "provider" }))).toBe("bearer_by_bid");
    expect(refusalOf(await of.comeBack({ amountReturned: yuan(71_200_001) }))).toBe("return_above_sent");
    expect(refusalOf(await of.comeBack({ amountReturned: { minor: 1, currency: "USD" } }))).toBe("return_currency");
    expect(refusalOf(await of.comeBack({ cost: yuan(30_000) }))).toBe("return_cost_short");
    expect(refusalOf(await of.comeBack({ cost: yuan(150_000) }))).toBe("return_cost_apart");
    done(await of.comeBack({ cost: yuan(150_000), isCostApart: true }));
    expect(await last(of)).toMatchObject({ costMinor: 150_000n, costCurrency: "CNY" });
  });

  test("puts the order back before its sending, and the next attempt is the one that its step keeps", async () => {
    const of = await sent();
    const first = await sentAt(of);
    done(await of.comeBack());
    expect(await sentAt(of)).toBeNull();
    expect(await order(of)).toMatchObject({ state: "in_progress", exceptionSince: null });
    expect(await turn(of, "timur")).toMatchObject({ task: { side: "provider", code: "remittance.resend" } });
    expect(refusalOf(await receive(of))).toBe("payment_not_sent");
    expect(done(await of.send()).attempt).toBe(2);
    expect(await sentAt(of)).toBe(of.now());
    expect(await sentAt(of)).not.toBe(first);
    done(await receive(of));
    expect((await remittancesOfOrders(of.database.read, [of.orderId])).map(({ state }) => state)).toEqual([
      ...["returned", "received"],
    ]);
  });

  test("comes back once, however often it is reported at once", async () => {
    const of = await sent();
    const occurredAt = of.at();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => of.comeBack({ occurredAt })));
    expect(outcomes.filter(({ kind }) => kind === "done")).toHaveLength(1);
  });

  test("that the payee has is not returned", async () => {
    const of = await sent();
    done(await receive(of));
    expect(refusalOf(await of.comeBack())).toBe("wrong_state");
  });
});

describe("frozen money", () => {
  test("makes the order an exception, in which nothing is received, until it is let go", async () => {
    const of = await sent();
    done(await freeze(of));
    expect(await order(of)).toMatchObject({ exceptionSince: of.now() });
    const page = await orderPage(of.database.read, actorOf("lin"), { id: of.orderId, now: of.now() });
    expect(page?.state).toBe("exception");
    expect(page?.turn).toMatchObject({ task: { side: "provider", code: "remittance.frozen" } });
    expect(refusalOf(await receive(of))).toBe("wrong_state");
    done(await unfreeze(of));
    expect(await order(of)).toMatchObject({ exceptionSince: null });
    done(await receive(of));
    expect(await last(of)).toMatchObject({ state: "received", wasFrozen: true, frozenAt: null });
  });

  test("may come back, which ends the exception", async () => {
    const of = await sent();
    done(await freeze(of));
    done(await of.comeBack());
    expect(await order(of)).toMatchObject({ exceptionSince: null, state: "in_progress" });
    expect((await last(of))?.frozenAt).toBeNull();
  });
});

test("money that is called back may come back or arrive all the same", async () => {
  const of = await sent();
  done(await recall(of));
  expect(await turn(of)).toMatchObject({ task: { code: "remittance.recalled" } });
  done(await receive(of));
  const other = await sent();
  done(await recall(other));
  done(await other.comeBack({ reason: "recalled" }));
});

test("no event and no notice of a payment bears an amount or a rate", async () => {
  const of = await remittanceMarket();
  done(await of.lock({ rate: "7" }));
  of.wait(20 * MINUTE_MS);
  done(await of.lock());
  done(await of.send());
  done(await freeze(of));
  done(await of.comeBack());
  const told = (await events(of)).filter(({ type }) => type.startsWith("payment."));
  expect(told.length).toBeGreaterThan(3);
  const said = JSON.stringify([told, told.flatMap((event) => notificationRulesOf(event))]);
  expect(said).not.toMatch(/minor|7\.12|10000000|9990000|"rate"|USD/i);
});

test.each([
  ["the buyer does not lock", "lin", "lock", "not_permitted"],
  ["the buyer does not send", "lin", "send", "not_permitted"],
  ["a viewer does not report a return", "wei", "return", "not_permitted"],
  ["to a stranger there is nothing to lock", "stranger", "lock", "not_found"],
  ["to a stranger there is nothing to send", "stranger", "send", "not_found"],
  ["to a stranger there is nothing that came back", "stranger", "return", "not_found"],
] as const)("%s", async (_, who, verb, code) => {
  const of = await sent();
  const before = await last(of);
  const { orderId } = of;
  const occurredAt = of.at();
  const outcome =
    verb === "lock"
      ? await of.run(who, lockRate, { orderId, base: "USD", rate: "7", reference: "x", lockedAt: occurredAt })
      : verb === "send"
        ? await of.run(who, sendPayment, { orderId, referenceKind: "uetr", reference: newUetr(), occurredAt })
        : await of.run(who, returnPayment, { orderId, reason: "other", amountReturned: yuan(1), occurredAt });
  expect(refusalOf(outcome)).toBe(code);
  expect(await last(of)).toEqual(before);
});

test("what happened to a sending is never changed and never taken away", async () => {
  const of = await sent();
  await expect(of.database.write((tx) => tx.update(remittanceEntries).set({ words: "x" }))).rejects.toThrow();
  await expect(of.database.write((tx) => tx.delete(remittanceEntries))).rejects.toThrow();
});

test("a rate that is locked anew before the money has come is the one by which the money is due", async () => {
  const of = await remittanceMarket();
  const stepAt = async () => {
    const order = await findOrder(of.database.read, of.orderId);
    const steps = order ? await findMilestones(of.database.read, order) : [];
    return steps.find(({ code }) => code === "rate_locked")?.occurredAt;
  };
  const lock = done(await of.lock());
  const first = of.now();
  expect(await stepAt()).toBe(first);
  of.wait(Date.parse(lock.expiresAt) - of.now());
  const worse = done(await of.lock({ rate: "7.1" }));
  expect(await stepAt()).toBe(first);
  done(await of.run("lin", confirmLock, { orderId: of.orderId, lockId: worse.id }));
  expect(await stepAt()).toBe(of.now());
  of.wait(Date.parse(worse.expiresAt) - of.now());
  done(await of.lock({ rate: "7.13" }));
  expect(await stepAt()).toBe(of.now());
});
