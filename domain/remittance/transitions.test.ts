import { describe, expect, test } from "vitest";
import { instant } from "../shared/time";
import type { RateLock } from "./rate-lock";
import { paymentTask, paymentTransitionsOf } from "./transitions";

const lock = (changes: Partial<RateLock> = {}): RateLock => ({
  ...{ id: "l", number: 1, base: "USD", rate: "7.12", lockedAt: instant(1_000), expiresAt: instant(2_000) },
  ...{ needsConfirmation: false, confirmedAt: null, ...changes },
});

const FREE = { heldSince: null, exceptionSince: null, disputedSince: null } as const;

const NOW = instant(1_500);
const told = (code: string, occurredAt: number | null) => ({ code, occurredAt }) as never;

describe("what a side may do to a payment", () => {
  const order = { ...FREE, state: "in_progress", milestones: [told("rate_locked", 1_000)] } as const;
  const known = {
    side: "provider",
    isExchange: true,
    order,
    stoppedCodes: [],
    locks: [lock()],
    last: null,
    ...{ mayBear: false, awaitsPayee: false },
    hold: null,
    surplus: null,
    hasNextInstalment: false,
    isRefunded: false,
  } as const;
  const worse = lock({ needsConfirmation: true });
  const runOut = [lock({ expiresAt: NOW })];
  const first = { ...order, milestones: [told("rate_locked", null)] } as const;
  const unchecked = [told("kyc_submitted", null), told("rate_locked", null)];
  const unfunded = [
    ...order.milestones,
    { ...(told("funds_received", null) as object), isRequired: true },
    told("sent", null),
  ] as never;
  const held = { ...order, heldSince: NOW };
  const stopped = { ...order, exceptionSince: NOW };
  const disputed = { ...order, disputedSince: NOW };
  const over = { ...order, state: "cancelled" } as const;

  test.each([
    ["send under a lock that holds", {}, ["send"]],
    ["lock where none holds", { locks: [lock({ expiresAt: NOW })] }, ["lock"]],
    ["lock anew where the buyer has not taken a worse one", { locks: [worse] }, ["lock"]],
    ["send without one where nothing is exchanged", { isExchange: false, locks: [] }, ["send"]],
    ["neither while money is on its way", { last: "sent" }, ["receive", "freeze", "recall", "return"]],
    ["send again once it came back", { last: "returned" }, ["send"]],
    ["nothing to money that the payee has", { last: "received" }, []],
    ["nothing before the work", { order: { ...first, state: "placed", milestones: unchecked }, locks: [] }, []],
    [
      "lock a known client's rate as the first of the work",
      { order: { ...first, state: "placed" }, locks: [] },
      ["lock"],
    ],
    ["not send money that has not come in", { order: { ...order, milestones: unfunded } }, []],
    ["nothing after it", { order: over, locks: runOut }, []],
    ["lock a first rate", { order: first, locks: [] }, ["lock"]],
    ["not the first while the order is held", { order: { ...first, heldSince: NOW }, locks: [] }, []],
    ["not the first behind a closed gate", { order: first, locks: [], stoppedCodes: ["rate_locked"] }, []],
    ["lock anew while the order is held", { order: held, locks: runOut }, ["lock"]],
    ["lock anew while a party has stopped it", { order: stopped, locks: runOut }, ["lock"]],
    ["lock anew in dispute", { order: disputed, locks: runOut }, ["lock"]],
    ["not send while the order is held", { order: held }, []],
    ["not send while a party has stopped it", { order: stopped }, []],
    ["not send behind a closed gate", { stoppedCodes: ["sent"] }, []],
    ["all of a bank's while the order is held", { order: held, last: "sent" }, ["freeze", "recall", "return"]],
    ["all of a bank's in dispute", { order: disputed, last: "sent" }, ["freeze", "recall", "return"]],
    ["let go in dispute", { order: disputed, last: "frozen" }, ["unfreeze", "return"]],
    ["all of a bank's after it was called off", { order: over, last: "sent" }, ["freeze", "recall", "return"]],
    ["not receive while a party has stopped it", { order: stopped, last: "recalled" }, ["freeze", "return"]],
    ["take a worse rate while the order is held", { side: "buyer", order: held, locks: [worse] }, ["confirm"]],
    ["take a worse rate, as the buyer", { side: "buyer", locks: [worse] }, ["confirm"]],
    ["nothing as the buyer with a good one", { side: "buyer" }, []],
    ["take on the cost of a return, the order being over", { order: over, mayBear: true }, ["bear"]],
    [
      "take it on as the buyer too, after what is due",
      { side: "buyer", locks: [worse], mayBear: true },
      ["confirm", "bear"],
    ],
  ] as const)("%s", (_, changes, transitions) => {
    expect(paymentTransitionsOf({ ...known, ...changes }, NOW)).toEqual(transitions);
  });

  test("a rate that has run out is locked anew as long as money has yet to move by it", () => {
    const asked = (at: number, occurredAt: number | null) =>
      paymentTask(
        { ...FREE, locks: [lock()], last: null, isExchanged: false, milestones: [told("sent", occurredAt)] },
        instant(at),
      );
    expect(asked(2_000, null)).toMatchObject({ side: "provider", code: "remittance.lock" });
    expect(asked(2_000, 1_800)).toBeNull();
    expect(asked(1_999, null)).toBeNull();
  });

  test("the latest rate is what is asked about", () => {
    const asked = (...locks: RateLock[]) =>
      paymentTask({ ...FREE, locks, last: null, isExchanged: false, milestones: [told("sent", null)] }, NOW);
    expect(asked(lock(), worse)).toMatchObject({ side: "buyer", code: "remittance.confirm" });
    expect(asked(...runOut, lock())).toBeNull();
    expect(asked(lock(), ...runOut)).toMatchObject({ code: "remittance.lock" });
  });

  test("no rate is asked for by money that is on its way, whatever step was passed over", () => {
    const milestones = [told("funds_received", null), told("sent", 1_400)];
    expect(paymentTask({ ...FREE, locks: runOut, last: "sent", isExchanged: false, milestones }, NOW)).toBeNull();
    expect(
      paymentTask({ ...FREE, locks: runOut, last: "returned", isExchanged: false, milestones }, NOW),
    ).toMatchObject({
      code: "remittance.lock",
    });
  });

  test("no rate is asked for by money that came back exchanged: it is sent again", () => {
    const known = { ...FREE, locks: runOut, last: "returned", isExchanged: true } as const;
    expect(paymentTask({ ...known, milestones: [told("sent", null)] }, NOW)).toMatchObject({
      code: "remittance.resend",
    });
  });

  test("what came back is asked for again once the order goes on, and a rate meanwhile", () => {
    const asked = (times: object, locks = [lock()]) =>
      paymentTask(
        { ...FREE, ...times, locks, last: "returned", isExchanged: false, milestones: [told("sent", null)] },
        NOW,
      );
    expect(asked({})).toMatchObject({ code: "remittance.resend" });
    expect(asked({ heldSince: NOW })).toBeNull();
    expect(asked({ exceptionSince: NOW })).toBeNull();
    expect(asked({ heldSince: NOW }, runOut)).toMatchObject({ code: "remittance.lock" });
  });
});

test("a third party that has paid is decided on before a rate is asked for, once all is there, while the order goes on", () => {
  const asked = (hold: "to_decide" | "to_explain" | null, more: object = {}) =>
    paymentTask(
      {
        ...{ ...FREE, locks: [lock({ expiresAt: NOW })], last: null, isExchanged: false, hold },
        ...{ milestones: [told("compliance_cleared", null), told("sent", null)], ...more },
      },
      NOW,
    );
  expect(asked("to_decide")).toMatchObject({ side: "provider", code: "remittance.third_party" });
  expect(asked("to_explain")).toMatchObject({ side: "buyer", code: "remittance.explain_payer" });
  expect(asked("to_decide", { isShort: true })).toMatchObject({ side: "buyer", code: "remittance.funds_short" });
  expect(asked(null)).toMatchObject({ code: "remittance.lock" });
  expect(asked("to_decide", { heldSince: NOW })).toMatchObject({ code: "remittance.lock" });
});

test.each([
  ["open", "provider", "remittance.surplus_return"],
  ["declined", "provider", "remittance.surplus_return"],
  ["asked", "buyer", "remittance.surplus_answer"],
  ["kept", null, null],
  [null, null, null],
] as const)("a surplus that is %s is the turn of the %s", (surplus, side, code) => {
  const known = {
    ...FREE,
    locks: [lock()],
    last: null,
    isExchanged: false,
    milestones: [told("sent", 1_400)],
    surplus,
  };
  const task = paymentTask(known, NOW);
  expect(task).toEqual(side && { side, code, by: null });
  expect(paymentTask({ ...known, isShort: true }, NOW)).toMatchObject({ code: "remittance.funds_short" });
});

test.each([
  ["open", "remittance.surplus"],
  ["declined", "remittance.surplus_return"],
] as const)("where another instalment follows, a surplus that is %s asks the provider for %s", (surplus, code) => {
  const known = {
    ...FREE,
    locks: [lock()],
    last: null,
    isExchanged: false,
    milestones: [told("sent", 1_400)],
    surplus,
  };
  expect(paymentTask({ ...known, hasNextInstalment: true }, NOW)).toEqual({ side: "provider", code, by: null });
});

describe("what a side may do with a surplus", () => {
  const order = { ...FREE, state: "in_progress", milestones: [told("rate_locked", 1_000)] } as const;
  const over = { ...order, state: "cancelled" } as const;
  const known = {
    side: "provider",
    isExchange: true,
    order,
    stoppedCodes: [],
    locks: [lock()],
    last: "received",
    ...{ mayBear: false, awaitsPayee: false },
    hold: null,
    surplus: "open",
    hasNextInstalment: true,
    isRefunded: false,
  } as const;

  test.each([
    ["return it beside all else", { last: null, hasNextInstalment: false }, ["send", "return_surplus"]],
    ["ask to keep it where another instalment follows", {}, ["return_surplus", "keep_surplus"]],
    ["not ask twice", { surplus: "asked" }, ["return_surplus"]],
    ["return what the buyer had kept, the order being over", { surplus: "kept", order: over }, ["return_surplus"]],
    ["not have anything kept for an order that is over", { order: over }, ["return_surplus"]],
    ["say as the buyer what becomes of it", { side: "buyer", surplus: "asked" }, ["answer_surplus"]],
    ["nothing as the buyer that was not asked", { side: "buyer" }, []],
  ] as const)("%s", (_, changes, transitions) => {
    expect(paymentTransitionsOf({ ...known, ...changes }, NOW)).toEqual(transitions);
  });
});

describe("what a side may do with money of a third party", () => {
  const order = { ...FREE, state: "in_progress", milestones: [told("rate_locked", 1_000)] } as const;
  const over = { ...order, state: "cancelled" } as const;
  const known = {
    side: "provider",
    isExchange: false,
    order,
    stoppedCodes: ["sent"],
    locks: [],
    last: null,
    ...{ mayBear: false, awaitsPayee: false },
    hold: "to_decide",
    surplus: null,
    hasNextInstalment: false,
    isRefunded: false,
  } as const;

  test.each([
    ["accept it, ask about it or return it", {}, ["accept_payer", "ask_payer", "return_payer"]],
    ["not ask twice", { hold: "to_explain" }, ["accept_payer", "return_payer"]],
    ["return it alone once the order is over", { order: over }, ["return_payer"]],
    ["explain it as the buyer that was asked", { side: "buyer", hold: "to_explain" }, ["explain_payer"]],
    ["nothing as the buyer that was not asked", { side: "buyer" }, []],
    ["nothing where none is held", { hold: null }, []],
    ["return it with all else that goes back", { order: over, isRefunded: true }, ["return_funds"]],
    ["return nothing as the buyer", { side: "buyer", order: over, isRefunded: true }, []],
  ] as const)("%s", (_, changes, transitions) => {
    expect(paymentTransitionsOf({ ...known, ...changes }, NOW)).toEqual(transitions);
  });
});

describe("money that came back for its payee", () => {
  const order = { ...FREE, state: "in_progress", milestones: [told("rate_locked", 1_000)] } as const;
  const known = {
    side: "provider",
    isExchange: true,
    order,
    stoppedCodes: [],
    locks: [lock()],
    last: "returned",
    mayBear: false,
    awaitsPayee: true,
    hold: null,
    surplus: null,
    hasNextInstalment: false,
    isRefunded: false,
  } as const;

  test.each([
    ["is not sent again before the buyer has given the payee anew", {}, []],
    ["is sent again after that", { awaitsPayee: false }, ["send"]],
    ["is the buyer's to give a payee", { side: "buyer" }, ["tell_payee"]],
    ["asks the buyer for nothing more after that", { side: "buyer", awaitsPayee: false }, []],
    ["asks for nothing once the order is over", { side: "buyer", order: { ...order, state: "cancelled" } }, []],
  ] as const)("%s", (_, changes, transitions) => {
    expect(paymentTransitionsOf({ ...known, ...changes }, NOW)).toEqual(transitions);
  });

  test("is the buyer's turn before a rate is locked anew, and the provider's to send after it", () => {
    const asked = (awaits: boolean, locks = [lock({ expiresAt: NOW })]) =>
      paymentTask(
        {
          ...{ ...FREE, locks, isExchanged: false, awaitsPayee: awaits },
          ...{ last: "returned", milestones: [told("sent", null)] },
        },
        NOW,
      );
    expect(asked(true)).toMatchObject({ side: "buyer", code: "remittance.tell_payee" });
    expect(asked(false)).toMatchObject({ side: "provider", code: "remittance.lock" });
    expect(asked(false, [lock()])).toMatchObject({ side: "provider", code: "remittance.resend" });
  });
});
