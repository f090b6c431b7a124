import { describe, expect, test } from "vitest";
import type { ChainFacts } from "../orders/chain/chain-facts";
import { gateState } from "../orders/chain/gate-state";
import { instant, type LocalDate } from "../shared/time";
import { DECISIONS, type JudgedRound, checkDecision, takesBackPass, verdictOfRounds } from "./verdict";
import { VERDICTS } from "./results/results";
import { advance } from "../shared/result";
import { ROUND_LIFECYCLE, ROUND_STATES, type RoundEvent, type RoundState } from "./round";
import { checkVisitTime } from "./visit-times";

const REASON = "The buyer sells them as second choice";

describe("what a buyer may decide", () => {
  const TABLE = {
    "accept pass": "ok",
    "accept fail": "waiver_needed",
    "accept pending": "ok",
    "waive pass": "nothing_to_waive",
    "waive fail": "ok",
    "waive pending": "ok",
    "reject pass": "ok",
    "reject fail": "ok",
    "reject pending": "ok",
    "reinspect pass": "ok",
    "reinspect fail": "ok",
    "reinspect pending": "ok",
  } as const;

  test.each(DECISIONS.flatMap((decision) => VERDICTS.map((verdict) => [decision, verdict] as const)))(
    "%s on %s",
    (decision, verdict) => {
      const said = checkDecision(decision, { verdict, reason: REASON });
      expect(said.ok ? "ok" : said.refusal.code).toBe(TABLE[`${decision} ${verdict}`]);
    },
  );

  test("a pass is taken back by a refusal or another look, and nothing else is", () => {
    const backs = DECISIONS.flatMap((decision) => VERDICTS.map((verdict) => [decision, verdict] as const));
    const taken = backs.filter(([decision, verdict]) => takesBackPass(decision, verdict));
    expect(taken).toEqual([
      ["reject", "pass"],
      ["reinspect", "pass"],
    ]);
  });

  test("to take what passed, or what waits for the buyer's word, needs no reason", () => {
    for (const verdict of ["pass", "pending"] as const)
      expect(checkDecision("accept", { verdict, reason: "" }).ok).toBe(true);
  });

  test.each(["waive", "reject", "reinspect"] as const)("%s needs a reason", (decision) => {
    expect(checkDecision(decision, { verdict: "fail", reason: "" })).toMatchObject({
      refusal: { code: "reason_required" },
    });
  });
});

describe("the goods, by an order's rounds", () => {
  const at = instant(1_000);
  const later = instant(2_000);
  const day = "2026-12-01" as LocalDate;
  const round = (verdict: JudgedRound["verdict"], decision: JudgedRound["decision"] = null): JudgedRound => ({
    verdict,
    issuedAt: verdict && at,
    decision,
    decidedAt: decision && later,
    state: decision ? "decided" : "reported",
    plannedDay: day,
  });
  const unreported = round(null);

  test.each([
    ["no round", [], "none"],
    ["none reported", [unreported], "pending"],
    ["passed", [round("pass")], "passed"],
    ["failed", [round("fail")], "failed"],
    ["pending", [round("pending")], "pending"],
    ["passed and accepted", [round("pass", "accept")], "passed"],
    ["passed and refused", [round("pass", "reject")], "refused"],
    ["pending and accepted", [round("pending", "accept")], "decided"],
    ["failed and taken by a waiver", [round("fail", "waive")], "decided"],
    ["failed and refused", [round("fail", "reject")], "refused"],
    ["failed, and looked at again without a report yet", [round("fail", "reinspect"), unreported], "failed"],
    ["passed, and looked at again without a report yet", [round("pass", "reinspect"), unreported], "pending"],
    ["failed, then passed", [round("fail", "reinspect"), round("pass")], "passed"],
    ["failed, then failed", [round("fail", "reinspect"), round("fail")], "failed"],
  ] as const)("%s: %s", (_, rounds, kind) => {
    expect(verdictOfRounds(rounds).kind).toBe(kind);
  });

  test.each([
    [
      "asked for again",
      [round("pass", "reinspect"), { ...unreported, state: "asked", plannedDay: null }],
      "asked",
      null,
    ],
    ["booked", [{ ...unreported, state: "booked" }], "booked", day],
    ["under way", [{ ...unreported, state: "on_site" }], "on_site", day],
    ["over", [{ ...unreported, state: "left" }], "left", day],
  ] as const)("wait for a visit that is %s", (_, rounds, state, on) => {
    expect(verdictOfRounds(rounds)).toEqual({ kind: "pending", at: null, visit: { state, day: on } });
  });

  test.each([
    ["a report that its buyer has not decided by", [round("pending")]],
    ["goods that failed and are looked at again", [round("fail", "reinspect"), { ...unreported, state: "booked" }]],
  ] as const)("wait for no visit: %s", (_, rounds) => {
    expect(verdictOfRounds(rounds)).not.toHaveProperty("visit");
  });

  test("are dated by the fact that let them go", () => {
    expect(verdictOfRounds([round("pass")]).at).toBe(at);
    expect(verdictOfRounds([round("fail", "waive")]).at).toBe(later);
  });
});

test("an inspection that was called off before its report brings no verdict any more: its gate has failed", () => {
  const gate = { need: { kind: "inspection" }, holds: { service: "logistics", code: "picked_up" } } as const;
  const facts = (state: "in_progress" | "cancelled"): ChainFacts => ({
    orders: [
      {
        ...({ id: "i", service: "inspection", state, milestones: [] } as const),
        heldSince: null,
        exceptionSince: null,
        disputedSince: null,
      },
    ] as const,
    verdict: { kind: "pending", at: null } as const,
    slot: { kind: "none", at: null } as const,
    papers: { kind: "ready", missing: 0, blocked: 0 } as const,
    waivers: [],
    unprovided: { undecided: [], own: [] },
    statements: [],
  });
  expect(gateState(gate, facts("cancelled"))).toEqual({ kind: "failed", why: "order_cancelled" });
  expect(gateState(gate, facts("in_progress"))).toEqual({ kind: "waiting", why: "verdict_pending" });
});

test("a round goes only where its table leads: no seed is told twice, nothing is written after the report", () => {
  const next = (from: RoundState, event: RoundEvent) => {
    const moved = advance<RoundState, RoundEvent>(ROUND_LIFECYCLE, from, event);
    return moved.ok ? moved.value : null;
  };
  const EVENTS: readonly RoundEvent[] = ["book", "check_in", "record", "check_out", "issue", "decide"];
  expect(ROUND_STATES.map((state) => EVENTS.map((event) => next(state, event)))).toEqual([
    ["booked", null, null, null, null, null],
    ["booked", "on_site", null, null, null, null],
    [null, null, "on_site", "left", null, null],
    [null, null, "left", "left", "reported", null],
    [null, null, null, null, null, "decided"],
    [null, null, null, null, null, null],
  ]);
});

test("nobody comes in the future or leaves before coming, but a phone's clock may run five minutes ahead", () => {
  const now = instant(1_000_000_000);
  const said = (ms: number, checkedInAt: number | null) => {
    const fits = checkVisitTime(instant(ms), { now, checkedInAt: checkedInAt === null ? null : instant(checkedInAt) });
    return fits.ok ? "ok" : fits.refusal.code;
  };
  expect([
    said(now + 300_000, null),
    said(now + 300_001, null),
    said(now - 2, now - 1),
    said(now - 1, now - 1),
  ]).toEqual(["ok", "occurred_in_future", "left_before_arrival", "ok"]);
});
