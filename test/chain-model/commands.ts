import fc from "fast-check";
import { expect } from "vitest";
import { forgetReferenceData } from "../../server/hubs/queries/network";
import { cancelOrder } from "../../server/orders/cancel-order";
import { requestChanges } from "../../server/orders/accept-order";
import { openDispute, writeEntry } from "../../server/disputes/dispute";
import { takeOffer } from "../../server/disputes/take-offer";
import { stateNeed, waiveGate } from "../../server/orders/chain/gates";
import { entriesOf, disputesOfOrder } from "../../db/repositories/disputes";
import type { Decision } from "../../domain/inspections/verdict";
import { type Service, SERVICES } from "../../domain/shared/vocabulary";
import { type Act, act, isDone } from "./act";
import { closedBefore, codesOf, deliveryOf, GATES, type Model, mayReport, report } from "./model";
import { askingForSlot, confirmingSlot, givingSlotUp } from "./slots";
import { askForVisit, deciding, visiting, VISITS_MAX } from "./visits";

const reporting = (service: Service, code: string): Act =>
  act(`report ${service}.${code}`, async (model, real) => {
    const expected = mayReport(model, service, code);
    expect(isDone(await real.report(service, code)), `report ${service}.${code}`).toBe(expected);
    if (expected) report(model, service, code);
  });

/** Twice at once: one is taken where one may be, and never both. */
const reportingTwice = (service: Service, code: string): Act =>
  act(`report ${service}.${code} twice at once`, async (model, real) => {
    const expected = mayReport(model, service, code);
    const outcomes = await Promise.all([real.report(service, code), real.report(service, code)]);
    expect(outcomes.filter(isDone)).toHaveLength(expected ? 1 : 0);
    if (expected) report(model, service, code);
  });

const accepting = (service: Service): Act =>
  act(`accept ${service}`, async (model, real) => {
    const order = model.orders[service];
    const expected = order.line === "delivered" && !order.isDisputed;
    expect(isDone(await real.accept(service))).toBe(expected);
    if (expected) order.line = "accepted";
  });

const cancelling = (service: Service): Act =>
  act(`cancel ${service}`, async (model, real) => {
    const order = model.orders[service];
    const expected = (order.line === "placed" || order.line === "scheduled") && !order.isDisputed;
    const outcome = await real.run("lin", cancelOrder, { orderId: real.idOf(service), reason: "plans changed" });
    expect(isDone(outcome)).toBe(expected);
    if (expected) order.line = "cancelled";
  });

const RELEASES: readonly string[] = ["customs.export_released", "customs.released"];

const waiving = (at: number): Act => {
  const gate = GATES[at % GATES.length] as (typeof GATES)[number];
  return act(`waive ${gate.key}`, async (model, real) => {
    const last = codesOf(gate.service).at(-1) ?? "";
    const isShut = closedBefore(model, gate.service, last).some(({ key }) => key === gate.key);
    // Nobody but the customs releases goods.
    const expected = isShut && !RELEASES.includes(gate.needs);
    const input = { dealId: real.dealId, gate: gate.key, reason: "seen to it" };
    expect(isDone(await real.run("lin", waiveGate, input))).toBe(expected);
    if (expected) model.waived.add(gate.key);
  });
};

/** By China's number where goods leave, and by Kazakhstan's where they come in. */
const releaseOf = (needs: string) => ({
  number: needs === "customs.export_released" ? "940220260000012345" : "50417/241126/0012345",
  ...{ releasedOn: "2026-11-24", reason: "seen at the post" },
});

/** The buyer states what gates wait for: of what providers bring only a release, with its number. */
const stating = (at: number): Act => {
  const gate = GATES[at % GATES.length] as (typeof GATES)[number];
  const isRelease = RELEASES.includes(gate.needs);
  return act(`state ${gate.needs}`, async (model, real) => {
    const last = codesOf(gate.service).at(-1) ?? "";
    const expected = isRelease && closedBefore(model, gate.service, last).some(({ key }) => key === gate.key);
    const input = {
      dealId: real.dealId,
      need: gate.key.split(">")[0],
      ...(isRelease ? { release: releaseOf(gate.needs) } : {}),
    };
    expect(isDone(await real.run("lin", stateNeed, input))).toBe(expected);
    if (expected) model.waived.add(gate.key);
  });
};

/** The delivery is to be done again, and told again. */
function takeBack(model: Model, service: Service): void {
  const order = model.orders[service];
  order.line = "changes_requested";
  order.rounds += 1;
  order.told.delete(deliveryOf(service));
}

const sendingBack = (service: Service): Act =>
  act(`send ${service} back`, async (model, real) => {
    const order = model.orders[service];
    const isKeptOnSite = service === "inspection" && model.visits > 0;
    const expected = order.line === "delivered" && !order.isDisputed && order.rounds < 3 && !isKeptOnSite;
    const outcome = await real.run("lin", requestChanges, { orderId: real.idOf(service), words: "once more" });
    expect(isDone(outcome)).toBe(expected);
    if (!expected) return;
    takeBack(model, service);
  });

const UNDER_WAY = ["scheduled", "in_progress", "delivered", "changes_requested", "accepted"];

const disputing = (service: Service): Act =>
  act(`dispute ${service}`, async (model, real) => {
    const order = model.orders[service];
    const expected = UNDER_WAY.includes(order.line) && !order.isDisputed;
    const outcome = await real.run("aigul", openDispute, { orderId: real.idOf(service), code: "other", words: "no" });
    expect(isDone(outcome)).toBe(expected);
    if (expected) order.isDisputed = true;
  });

type Effect = "goes_on" | "done_again" | "called_off";

/** Whether an order in dispute can end so: only what was delivered is done again, and by a visit more where one is left. */
function maySettle({ orders, visits }: Model, service: Service, effect: Effect): boolean {
  if (effect !== "done_again") return true;
  return orders[service].line === "delivered" && !(service === "inspection" && visits >= VISITS_MAX);
}

/** The parties agree that the order goes on, is done again, or ends. */
const settling = (service: Service, effect: Effect): Act =>
  act(`settle ${service}: ${effect}`, async (model, real) => {
    const order = model.orders[service];
    if (!order.isDisputed) return;
    const expected = maySettle(model, service, effect);
    const [dispute] = await disputesOfOrder(real.database.read, real.idOf(service));
    const disputeId = dispute?.id ?? "";
    const offer = { outcome: "split", shareBps: 5_000, effect };
    expect(isDone(await real.run("aigul", writeEntry, { disputeId, words: "half each", offer }))).toBe(expected);
    if (!expected) return;
    const seq = (await entriesOf(real.database.read, disputeId)).length;
    expect(isDone(await real.run("lin", takeOffer, { disputeId, seq }))).toBe(true);
    order.isDisputed = false;
    if (effect === "called_off") order.line = "cancelled";
    if (effect !== "done_again") return;
    if (service === "inspection" && model.visits > 0) askForVisit(model);
    else takeBack(model, service);
  });

/** The process dies in the middle of a report, after its last write and before its commit, and starts again: as if nobody had called. */
const dyingOver = (service: Service, code: string): Act =>
  act(`die over ${service}.${code}`, async (_, real) => {
    await expect(real.dyingOver(service, code)).rejects.toThrow("the process died");
    forgetReferenceData();
  });

const services = fc.constantFrom(...SERVICES);
const steps = services.chain((service) => fc.constantFrom(...codesOf(service)).map((code) => ({ service, code })));
const reports = (service: Service, from: number, to: number): Act[] =>
  codesOf(service)
    .slice(from, to)
    .map((code) => reporting(service, code));

// In the order of a good day, so that runs get far: chance alone would hardly ever pick a truck up.
const ON_PAPER = [...reports("inspection", 0, 5), accepting("inspection")];
const ON_SITE = [visiting(0), deciding("accept")];
const AT_THE_DESK = [...reports("customs", 0, 4), ...reports("logistics", 0, 1)];
const SLOT_TOLD = reports("logistics", 1, 2);
const SLOT_KEPT = [askingForSlot(), confirmingSlot()];
const ON_THE_ROAD = [
  ...reports("logistics", 2, 6),
  ...reports("customs", 5, 7),
  ...reports("logistics", 6, 9),
  ...reports("payment", 0, 7),
];

/** Goods looked at on paper or on site, a slot that the carrier tells of or that is kept here. */
const DAYS: readonly (readonly Act[])[] = [ON_PAPER, ON_SITE].flatMap((seen) =>
  [SLOT_TOLD, SLOT_KEPT].map((slot) => [...seen, ...AT_THE_DESK, ...slot, ...ON_THE_ROAD]),
);

export const ACTS = [
  fc.constantFrom(...DAYS.flat()),
  fc.constantFrom(...DAYS.flat()),
  steps.map(({ service, code }) => reporting(service, code)),
  steps.map(({ service, code }) => reportingTwice(service, code)),
  steps.map(({ service, code }) => dyingOver(service, code)),
  services.map(accepting),
  fc.constant(accepting("inspection")),
  services.map(cancelling),
  fc.nat(20).map(waiving),
  fc.nat(20).map(stating),
  services.map(sendingBack),
  services.map(disputing),
  services.map((service) => settling(service, "goes_on")),
  services.map((service) => settling(service, "called_off")),
  services.map((service) => settling(service, "done_again")),
  // Chance alone would hardly ever dispute a report while it waits.
  fc.constantFrom(disputing("inspection"), settling("inspection", "done_again")),
  fc.constantFrom(0, 8, 8).map(visiting),
  fc.constant(visiting(8)),
  fc.constantFrom<Decision[]>("accept", "waive", "reject", "reinspect").map(deciding),
  fc.constantFrom<Decision[]>("reject", "reinspect").map(deciding),
  fc.constantFrom(askingForSlot(), confirmingSlot(), givingSlotUp()),
  fc.constant(givingSlotUp()),
];

/** Everything of a good day up to a point, so that what chance does next meets a chain that is under way. */
export const BEGUN = fc.constantFrom(...DAYS).chain((day) => fc.nat(day.length).map((steps) => day.slice(0, steps)));
