import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROUNDS_MAX } from "../inspections/round";
import { acceptanceGoesOn } from "../orders/acceptance";
import { LINE_STATES, SERVICES } from "../shared/vocabulary";
import { DAY_MS, instant, later } from "../shared/time";
import { advance } from "../shared/result";
import { money } from "../shared/money";
import {
  chargeInDispute,
  checkCharge,
  checkEnding,
  clocksOf,
  decide,
  disputedSumOf,
  type Dispute,
  DISPUTE_LIFECYCLE,
  DISPUTE_STATES,
  dividedCharges,
  type DisputeEvent,
  type DisputeState,
  type Ending,
  escalate,
  hearingOf,
  isOnGoods,
  open,
  ORDER_EFFECTS,
  OUTCOMES,
  say,
  sayable,
  settle,
} from "./dispute";
import { disputeStep } from "./dispute-step";
import { openingSchema, readEnding } from "./dispute-schema";
import { sharesOf } from "../orders/dispute-ruling";

const AT = instant(1_800_000_000_000);
const day = (days: number) => later(AT, days * DAY_MS);
const dispute = (state: DisputeState, more: Partial<Dispute> = {}): Dispute => ({
  state,
  openedAt: AT,
  openedByOrganisationId: "buyer",
  evidenceEndsAt: null,
  ...more,
});
const DELIVERED = { line: "delivered", visits: 0 } as const;
const says = (of: Dispute, organisationId: string, now = AT, isOfferAlone = false) =>
  say(of, { organisationId, now, isOfferAlone });
const FOR_BUYER: Ending = { outcome: "for_buyer", shareBps: 0, effect: "goes_on" };

const EVENTS: readonly DisputeEvent[] = ["answer", "escalate", "hear", "decide", "execute", "settle", "close"];
const LEADS: Readonly<Record<DisputeState, Partial<Record<DisputeEvent, DisputeState>>>> = {
  opened: { answer: "talk", escalate: "escalated", settle: "executed" },
  talk: { escalate: "escalated", settle: "executed" },
  escalated: { hear: "evidence", settle: "executed" },
  evidence: { decide: "decided", settle: "executed" },
  decided: { execute: "executed" },
  executed: { close: "closed" },
  closed: {},
};

test.each(DISPUTE_STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))(
  "a dispute that is %s goes by %s where its list of states says",
  (state, event) => {
    const next = advance<DisputeState, DisputeEvent>(DISPUTE_LIFECYCLE, state, event);
    const to = LEADS[state][event];
    expect(next.ok ? next.value : null).toBe(to ?? null);
  },
);

describe("a dispute is opened", () => {
  test.each(LINE_STATES.map((state) => [state, !["placed", "completed", "cancelled"].includes(state)] as const))(
    "on an order that is %s: %s",
    (state, expected) => {
      expect(open({ state }, []).ok).toBe(expected);
    },
  );

  test("once at a time, and again after one has ended", () => {
    for (const state of DISPUTE_STATES)
      expect(open({ state: "delivered" }, [{ id: "d", state }]).ok, state).toBe(
        state === "executed" || state === "closed",
      );
  });
});

describe("its clocks", () => {
  test("let a party escalate after three days and not a millisecond earlier", () => {
    expect(escalate(dispute("talk"), "party", later(day(3), -1))).toMatchObject({ refusal: { code: "talk_first" } });
    expect(escalate(dispute("talk"), "party", day(3))).toEqual({ ok: true, value: "evidence" });
    expect(escalate(dispute("opened"), "party", day(3)).ok).toBe(true);
  });

  test("escalate it by themselves after seven, whatever was said", () => {
    for (const state of ["opened", "talk"] as const) {
      expect(escalate(dispute(state), "clock", later(day(7), -1))).toMatchObject({ refusal: { code: "not_yet" } });
      expect(escalate(dispute(state), "clock", day(7))).toEqual({ ok: true, value: "evidence" });
    }
    expect(escalate(dispute("evidence"), "clock", day(7)).ok).toBe(false);
  });

  test("give three days for evidence and five more for the decision", () => {
    expect(hearingOf(AT)).toEqual({ evidenceEndsAt: day(3), decideBy: day(8) });
    expect(clocksOf(AT)).toEqual({ mayEscalateAt: day(3), escalatesAt: day(7) });
  });

  test("let nobody be decided about before its time for evidence is over, and take no evidence after it", () => {
    const heard = dispute("evidence", { evidenceEndsAt: day(10) });
    const before = later(day(10), -1);
    expect(decide(heard, FOR_BUYER, { ...DELIVERED, now: before })).toMatchObject({
      refusal: { code: "evidence_open" },
    });
    expect(says(heard, "provider", before).ok).toBe(true);
    expect(decide(heard, FOR_BUYER, { ...DELIVERED, now: day(10) })).toEqual({ ok: true, value: "executed" });
    expect(says(heard, "provider", day(10))).toMatchObject({ refusal: { code: "evidence_over" } });
  });

  test("let the two still offer each other an end after it, until it is decided", () => {
    const heard = dispute("evidence", { evidenceEndsAt: day(10) });
    for (const at of [day(10), day(14), day(40)]) expect(says(heard, "buyer", at, true).ok).toBe(true);
    for (const state of ["decided", "executed", "closed"] as const)
      expect(says(dispute(state, { evidenceEndsAt: day(10) }), "buyer", day(14), true)).toMatchObject({
        refusal: { code: "wrong_state" },
      });
  });

  test("say what may be said when, as its page shows it", () => {
    const heard = dispute("evidence", { evidenceEndsAt: day(10) });
    expect(DISPUTE_STATES.map((state) => sayable(dispute(state), day(12)))).toEqual([
      ...["anything", "anything", "anything", "anything"],
      ...["nothing", "nothing", "nothing"],
    ]);
    expect(sayable(heard, later(day(10), -1))).toBe("anything");
    expect(sayable(heard, day(10))).toBe("offers");
  });
});

test("the other party's first word makes it a talk, one's own does not", () => {
  expect(says(dispute("opened"), "provider")).toEqual({ ok: true, value: "talk" });
  expect(says(dispute("opened"), "buyer")).toEqual({ ok: true, value: "opened" });
  for (const state of ["decided", "executed", "closed"] as const) expect(says(dispute(state), "buyer").ok).toBe(false);
});

test("an offer is taken by the other party, at any time before the decision", () => {
  const offer = { ...FOR_BUYER, byOrganisationId: "buyer" };
  const by = (organisationId: string, state: DisputeState) =>
    settle(dispute(state), offer, { ...DELIVERED, organisationId });
  for (const state of ["opened", "talk", "escalated", "evidence"] as const)
    expect(by("provider", state)).toEqual({ ok: true, value: "executed" });
  for (const state of ["decided", "executed", "closed"] as const) expect(by("provider", state).ok, state).toBe(false);
  expect(by("buyer", "talk")).toMatchObject({ refusal: { code: "own_offer" } });
});

describe("an ending", () => {
  test("gives a share that follows from who is right", () => {
    fc.assert(
      fc.property(fc.constantFrom(...OUTCOMES), fc.integer({ min: 0, max: 10_000 }), (outcome, shareBps) => {
        const isOne =
          outcome === "for_buyer"
            ? shareBps === 0
            : outcome === "for_provider"
              ? shareBps === 10_000
              : shareBps % 10_000 !== 0;
        expect(checkEnding({ outcome, shareBps, effect: "goes_on" }, { line: "in_progress", visits: 0 }).ok).toBe(
          isOne,
        );
      }),
    );
  });

  test.each(ORDER_EFFECTS.flatMap((effect) => LINE_STATES.map((line) => [effect, line] as const)))(
    "can do %s to an order that is %s only where that can happen",
    (effect, line) => {
      const isPossible = effect === "goes_on" || effect === "called_off" || line === "delivered";
      expect(checkEnding({ ...FOR_BUYER, effect }, { line, visits: 0 }).ok).toBe(isPossible);
    },
  );

  test("has an inspection kept on site done again while a visit is left, and everything else done to it after that", () => {
    const offered = (effect: Ending["effect"], visits: number) =>
      checkEnding({ ...FOR_BUYER, effect }, { ...DELIVERED, visits });
    for (let visits = 0; visits < ROUNDS_MAX; visits++)
      expect(offered("done_again", visits).ok, `${visits}`).toBe(true);
    expect(offered("done_again", ROUNDS_MAX)).toEqual({
      ok: false,
      refusal: { code: "no_visit_left", details: { maximum: ROUNDS_MAX } },
    });
    for (const effect of ["goes_on", "accepted", "called_off"] as const)
      expect(offered(effect, ROUNDS_MAX).ok, effect).toBe(true);
  });

  test("gives the clock of the acceptance what was left of it when the dispute was opened, to the millisecond", () => {
    fc.assert(
      fc.property(fc.nat(7 * DAY_MS), fc.nat(400 * DAY_MS), (passed, stood) => {
        const opened = later(AT, passed);
        const ended = later(opened, stood);
        const order = { autoAcceptAt: day(7), disputedSince: opened };
        expect(acceptanceGoesOn(order, ended)).toEqual({ autoAcceptAt: later(ended, day(7) - opened) });
      }),
    );
    expect(acceptanceGoesOn({ autoAcceptAt: day(7), disputedSince: day(8) }, day(12))).toEqual({
      autoAcceptAt: day(12),
    });
    expect(acceptanceGoesOn({ autoAcceptAt: null, disputedSince: day(8) }, day(12))).toEqual({});
  });

  test("loses no unit of the sum in dispute", () => {
    const amounts = fc.bigInt({ min: 0n, max: 9_007_199_254_740_991n });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 10_000 }), (minor, shareBps) => {
        const { toProvider, toBuyer } = sharesOf(money(minor, "CNY"), shareBps);
        expect(toProvider.minor + toBuyer.minor).toBe(minor);
        expect(toProvider.minor >= 0n && toBuyer.minor >= 0n).toBe(true);
      }),
    );
    expect(sharesOf(money(1_001n, "CNY"), 5_000)).toEqual({
      toProvider: money(501n, "CNY"),
      toBuyer: money(500n, "CNY"),
    });
  });

  test.each([
    ["for_buyer", "", 0],
    ["for_buyer", " ", 0],
    ["for_provider", "", 10_000],
    ["split", "62.5", 6_250],
    ["split", "60 %", 6_000],
    ["split", "100", 10_000],
    ["for_buyer", "60", "share_unused"],
    ["for_buyer", "0", "share_unused"],
    ["for_provider", "100", "share_unused"],
    ["for_provider", "most", "share_unused"],
    ["split", "", "required"],
    ["split", "most", "share_malformed"],
    ["split", "62.555", "share_malformed"],
    ["split", "-1", "share_malformed"],
    ["split", "100.01", "share_malformed"],
    ["split", "140", "share_malformed"],
  ])(
    "is read from its form, and a share that it does not use is refused: %s, %j",
    (outcome, sharePercent, expected) => {
      const issues: unknown[] = [];
      const ending = readEnding(
        { outcome, sharePercent, effect: "goes_on" },
        { addIssue: (issue) => issues.push(issue) },
      );
      if (typeof expected === "number") expect([ending?.shareBps, issues]).toEqual([expected, []]);
      else expect([ending, issues]).toEqual([null, [{ code: "custom", path: ["sharePercent"], message: expected }]]);
    },
  );
});

describe("what is to be done next in a dispute", () => {
  type Written = Parameters<typeof disputeStep>[0]["entries"];
  const step = (
    state: DisputeState,
    now = day(1),
    { openedBy = "buyer", entries = [] }: { openedBy?: "buyer" | "provider"; entries?: Written } = {},
  ) => {
    const isHeard = !["opened", "talk"].includes(state);
    const rule = isHeard ? hearingOf(day(4)) : { evidenceEndsAt: null, decideBy: null };
    return disputeStep({ state, openedBy, entries, escalatesAt: clocksOf(AT).escalatesAt, ...rule }, now);
  };

  test.each([
    ["opened", 1, "buyer", { who: "provider", what: "answer", by: day(7) }],
    ["opened", 1, "provider", { who: "buyer", what: "answer", by: day(7) }],
    ["talk", 1, "buyer", { who: "parties", what: "talk", by: day(7) }],
    ["escalated", 5, "buyer", { who: "parties", what: "evidence", by: day(7) }],
    ["evidence", 5, "buyer", { who: "parties", what: "evidence", by: day(7) }],
    ["evidence", 7, "buyer", { who: "market", what: "decide", by: day(12) }],
    ["evidence", 20, "buyer", { who: "market", what: "decide", by: day(12) }],
    ["decided", 20, "buyer", null],
    ["executed", 20, "buyer", null],
    ["closed", 20, "buyer", null],
  ] as const)("that is %s on day %i and was opened by the %s", (state, days, openedBy, expected) => {
    expect(step(state, day(days), { openedBy })).toEqual(expected);
  });

  const offer = (by: "buyer" | "provider") => ({ by, offer: {} });
  const words = (by: "buyer" | "provider") => ({ by, offer: null });
  const mutual = { who: "parties", what: "talk", by: day(7) };
  test.each([
    ["an offer of the provider", [words("provider"), offer("provider")], { who: "buyer", what: "offer", by: day(7) }],
    ["a counter-offer", [offer("provider"), offer("buyer")], { who: "provider", what: "offer", by: day(7) }],
    [
      "an offer and words of the same",
      [offer("buyer"), words("buyer")],
      { who: "provider", what: "offer", by: day(7) },
    ],
    ["an offer that the other has answered", [offer("provider"), words("buyer")], mutual],
    ["words alone", [words("provider"), words("buyer")], mutual],
  ] as const)("of a talk follows %s", (_, entries, expected) => {
    expect(step("talk", day(1), { entries })).toEqual(expected);
  });
});

test.each([
  ["late", "customs", "own_price"],
  ["waiting_charge", "customs", "own_price"],
  ["late", "logistics", "price"],
  ["waiting_charge", "logistics", "waiting"],
  ["waiting_charge", "inspection", "price"],
  ["not_paid", "payment", "price"],
] as const)("a dispute that is about %s of %s shares the sum %s", (code, service, about) => {
  expect(disputedSumOf({ code, charge: null }, service)).toBe(about);
});

test.each(SERVICES)("a dispute about %s that names a charge shares that charge", (service) => {
  expect(disputedSumOf({ code: "charge_not_agreed", charge: { minor: 1, currency: "CNY" } }, service)).toBe("charge");
});

test.each([
  ["up to ten times the price", 10_000n, "CNY", null],
  [
    "above that",
    10_001n,
    "CNY",
    { code: "charge_too_high", details: { times: 10, bound: "price", currency: "CNY", most: "100.00" } },
  ],
  ["in another currency", 1n, "USD", { code: "charge_currency", details: { currency: "CNY" } }],
] as const)("a charge %s is named or refused", (_, minor, currency, refusal) => {
  for (const goods of [null, money(9_000n, "CNY")]) {
    const checked = checkCharge(money(minor, currency), { contract: money(1_000n, "CNY"), goods });
    expect(checked.ok ? null : checked.refusal).toEqual(refusal);
  }
});

test("a charge beside a cheap contract is named up to the value of the goods, where its service is done on goods", () => {
  const known = { contract: money(30_000n, "CNY"), goods: money(30_000_000n, "CNY") };
  expect(checkCharge(money(30_000_000n, "CNY"), known).ok).toBe(true);
  expect(checkCharge(money(30_000_001n, "CNY"), known)).toMatchObject({
    refusal: { code: "charge_too_high", details: { bound: "goods", currency: "CNY", most: "300000.00" } },
  });
  expect(SERVICES.filter(isOnGoods)).toEqual(SERVICES.filter((service) => service !== "payment"));
});

describe("a charge that was in dispute before", () => {
  const contract = money(1_000n, "CNY");
  const ended = (id: string, shareBps: number, more: object = {}) => ({
    ...{ id, charge: {} as { earlier?: string } },
    ending: { outcome: "split", shareBps, effect: "goes_on", chargeMinor: 650 } as const,
    ...more,
  });
  const known = (...disputes: ReturnType<typeof ended>[]) => ({
    ...{ contract, goods: null, divided: dividedCharges(disputes, contract) },
  });
  const charge = money(650n, "CNY");

  test.each([
    ["is what its dispute has left to the provider", { charge: undefined, earlier: "a" }, 390n],
    ["is another one where its party says so", { charge, earlier: null }, 650n],
    ["is not counted twice by saying nothing", { charge, earlier: undefined }, "charge_disputed_before"],
    ["is one of this order", { charge: undefined, earlier: "x" }, "charge_disputed_before"],
  ] as const)("%s", (_, named, expected) => {
    const found = chargeInDispute(named, known(ended("a", 6_000)));
    expect(found.ok ? found.value?.minor : found.refusal.code).toBe(expected);
  });

  test("is the last dispute's alone, and in none where nothing is left", () => {
    const twice = known(ended("b", 5_000, { charge: { earlier: "a" } }), ended("a", 6_000));
    expect(twice.divided).toEqual([{ disputeId: "b", left: money(325n, "CNY") }]);
    expect(chargeInDispute({ charge: undefined, earlier: "a" }, twice)).toMatchObject({
      refusal: { code: "charge_disputed_before", details: { disputeId: "b" } },
    });
    expect(chargeInDispute({ charge: undefined, earlier: "a" }, known(ended("a", 0)))).toMatchObject({
      refusal: { code: "charge_settled", details: { disputeId: "a" } },
    });
  });

  test("is not asked about where none was, nor of a dispute about anything else", () => {
    expect(chargeInDispute({ charge, earlier: undefined }, known())).toMatchObject({ value: charge });
    const none = { charge: undefined, earlier: undefined };
    expect(chargeInDispute(none, known(ended("a", 6_000)))).toMatchObject({ ok: true, value: null });
  });
});

test.each([
  ["charge_not_agreed", { minor: 1, currency: "CNY" }, null],
  ["charge_not_agreed", undefined, "charge required"],
  ["charge_not_agreed", { minor: 0, currency: "CNY" }, "charge amount_not_positive"],
  ["late", undefined, null],
  ["late", { minor: 1, currency: "CNY" }, "charge charge_unused"],
  ["late", undefined, "earlier charge_unused", null],
  ["charge_not_agreed", undefined, null, "d"],
  ["charge_not_agreed", undefined, "charge required", null],
  ["charge_not_agreed", { minor: 1, currency: "CNY" }, "charge charge_named_twice", "d"],
] as const)("a dispute about %s is opened with the charge %j: %s", (code, charge, problem, earlier?: string | null) => {
  const { error } = openingSchema.safeParse({ orderId: "o", code, words: "x", charge, earlier });
  const [issue] = error?.issues ?? [];
  expect(issue ? `${issue.path.join(".")} ${issue.message}` : null).toBe(problem);
});
