import { describe, expect, test } from "vitest";
import { HOUR_MS, type Instant, instant, later } from "../../shared/time";
import { slotFactOf, slotToRebook } from "./order-of-slot";
import type { SlotState } from "./slot";

const FROM = instant(Date.parse("2026-11-25T02:00:00Z"));
const TO = later(FROM, HOUR_MS);

describe("what the gate before dispatch is told", () => {
  const one = (state: SlotState, confirmedAt: Instant | null = null, endedAt: Instant | null = null) => ({
    state,
    confirmedAt,
    endedAt,
  });

  test.each([
    ["of none for two trucks", [], { kind: "none", at: null }],
    ["of one for two trucks", [one("confirmed", FROM)], { kind: "some", at: null }],
    ["of one, and another that is paid for", [one("confirmed", FROM), one("paid")], { kind: "some", at: null }],
    ["of one for each", [one("called", TO), one("confirmed", FROM)], { kind: "stands", at: TO }],
    [
      "of one for each, of which one was lost since",
      [one("confirmed", FROM), one("forfeited", TO, later(TO, 1))],
      { kind: "some", at: null, firstAt: TO },
    ],
    [
      "of one that was lost before there were two",
      [one("cancelled", FROM, later(FROM, 1)), one("confirmed", TO)],
      { kind: "some", at: null },
    ],
    ["of two that were lost", [one("forfeited", FROM, TO), one("cancelled", TO, TO)], { kind: "lost", at: TO }],
  ] as const)("%s is whether each of two trucks has one", (_, slots, fact) => {
    expect(slotFactOf(slots, 2)).toEqual(fact);
  });

  test.each([
    ["of none", [], { kind: "none", at: null }],
    ["of one that is asked for", [one("paid")], { kind: "asked", at: null }],
    ["of one that stands", [one("confirmed", FROM)], { kind: "stands", at: FROM }],
    ["of one that was lost", [one("forfeited", FROM, TO)], { kind: "lost", at: TO, firstAt: FROM }],
    [
      "of one that was lost and another that is asked for",
      [one("forfeited", FROM, TO), one("requested")],
      { kind: "asked", at: null, firstAt: FROM },
    ],
    [
      "of one that was lost and another that stands",
      [one("cancelled", FROM, FROM), one("in", TO)],
      { kind: "stands", at: TO, firstAt: FROM },
    ],
    [
      "of two that were lost",
      [one("cancelled", null, FROM), one("forfeited", FROM, TO)],
      { kind: "lost", at: TO, firstAt: FROM },
    ],
  ] as const)("%s", (_, slots, fact) => {
    expect(slotFactOf(slots, 1)).toEqual(fact);
  });
});

describe("the slot in whose place another is booked", () => {
  const ORDER = { service: "logistics", mode: "road", state: "in_progress", milestones: [] } as const;
  const one = (id: string, state: SlotState, more: object = {}) => ({
    ...{ id, state, tractorPlate: "A", replacesId: null, ...more },
  });

  test.each([
    ["of none", [], 1, {}, undefined],
    ["of one that stands", [one("1", "called")], 1, {}, undefined],
    ["of one that was lost", [one("1", "forfeited")], 1, {}, "1"],
    ["of one that was called off", [one("1", "cancelled")], 1, {}, "1"],
    ["of one whose goods are across", [one("1", "forfeited")], 1, { state: "delivered" }, undefined],
    ["of one of a train", [one("1", "forfeited")], 1, { mode: "rail" }, undefined],
    [
      "of one that has another in its place",
      [one("1", "forfeited"), one("2", "paid", { replacesId: "1" })],
      2,
      {},
      undefined,
    ],
    ["of one whose next ended too", [one("1", "forfeited"), one("2", "cancelled", { replacesId: "1" })], 1, {}, "2"],
    [
      "of one beside another truck's of two",
      [one("1", "forfeited"), one("2", "in", { tractorPlate: "B" })],
      2,
      {},
      "1",
    ],
    [
      "of one beside another truck's that crossed of one",
      [one("1", "forfeited"), one("2", "crossed", { tractorPlate: "B" })],
      1,
      {},
      undefined,
    ],
    ["of one whose truck has another", [one("1", "forfeited"), one("2", "requested")], 2, {}, undefined],
    ["of two the last", [one("1", "forfeited"), one("2", "cancelled", { tractorPlate: "B" })], 2, {}, "2"],
  ] as const)("%s", (_, slots, trucks, more, id) => {
    expect(slotToRebook({ ...ORDER, ...more }, { slots, trucks })?.id).toBe(id);
  });
});
