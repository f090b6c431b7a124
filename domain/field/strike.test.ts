import { expect, test } from "vitest";
import { milestonesFor } from "../services/registry";
import { type Instant, instant } from "../shared/time";
import type { LineState } from "../shared/vocabulary";
import { strike } from "./strike";

const at = (code: string): Instant => instant(1 + ["booked", "picked_up", "arrived_hub", "delivered"].indexOf(code));
const by = (linkId: string) => ({ field: { linkId, role: "driver", person: "Azamat", clockDriftMs: 0 } }) as const;
const report = (code: string, more: object = {}) => ({
  ...{ linkId: "l", code, occurredAt: at(code), isStep: true, evidence: {}, ...more },
});
const orderAt = (state: LineState, ...told: readonly string[]) => ({
  state,
  milestones: milestonesFor("logistics", "road").map((milestone) => ({
    ...milestone,
    occurredAt: told.includes(milestone.code) ? at(milestone.code) : null,
    evidence: told.includes(milestone.code) ? by("l") : null,
  })),
});

test.each([
  ["the only step", orderAt("scheduled", "booked"), report("booked"), "placed"],
  ["the second step", orderAt("in_progress", "booked", "picked_up"), report("picked_up"), "scheduled"],
  ["a later step", orderAt("in_progress", "booked", "picked_up", "arrived_hub"), report("arrived_hub"), "in_progress"],
  ["the delivery", orderAt("delivered", "booked", "picked_up", "delivered"), report("delivered"), "in_progress"],
  ["what stood beside a step", orderAt("completed", "booked"), report("booked", { isStep: false }), null],
  ["a step that is told by another link now", orderAt("scheduled", "booked"), report("booked", { linkId: "m" }), null],
  ["a step that was told anew", orderAt("scheduled", "booked"), report("booked", { occurredAt: instant(9) }), null],
] as const)("a struck report of %s leaves the order where it is without it", (_, order, of, state) => {
  expect(strike(order, of)).toEqual({ ok: true, value: state });
});

test.each([
  [
    "was struck before",
    orderAt("scheduled", "booked"),
    report("booked", { evidence: { struck: {} } }),
    "already_struck",
  ],
  ["another step followed", orderAt("in_progress", "booked", "picked_up"), report("booked"), "step_followed"],
  [
    "is of a delivery that was accepted",
    orderAt("accepted", "booked", "delivered"),
    report("delivered"),
    "wrong_state",
  ],
  ["is of an order that was called off", orderAt("cancelled", "booked"), report("booked"), "wrong_state"],
] as const)("a report is not struck that %s", (_, order, of, code) => {
  expect(strike(order, of)).toMatchObject({ refusal: { code } });
});
