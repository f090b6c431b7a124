import { expect } from "vitest";
import type { Decision } from "../../domain/inspections/verdict";
import { type Act, act, isDone } from "./act";
import { type Model, report } from "./model";

export const VISITS_MAX = 5;
/** So few major defects of 125 pieces that the goods pass even by tightened sampling. */
const PASSING_MAX = 5;

const mayVisit = ({ orders, round, visits }: Model): boolean => {
  const { line, isDisputed } = orders.inspection;
  if (isDisputed || line === "cancelled") return false;
  return visits === 0 ? ["placed", "scheduled", "in_progress"].includes(line) : round === "asked";
};

const STEPS = ["scheduled", "inspector_assigned", "on_site", "report_drafted", "report_issued"];

/** A whole visit, from its booking to the report with the verdict that follows from what was found. */
export const visiting = (majors: number): Act =>
  act(`visit, ${majors} major defects`, async (model, real) => {
    if (!mayVisit(model)) {
      expect(isDone(await real.book())).toBe(false);
      return;
    }
    await real.visit(majors);
    const { told } = model.orders.inspection;
    for (const code of STEPS.filter((one) => !told.has(one))) report(model, "inspection", code);
    model.visits += 1;
    model.round = "reported";
    model.verdict = majors <= PASSING_MAX ? "passed" : "failed";
    model.found = model.verdict;
  });

/** Whether the decision fits the report, told in words of its own. */
function mayDecide({ orders, round, visits, found }: Model, decision: Decision): boolean {
  const { line, isDisputed } = orders.inspection;
  if (round !== "reported" || isDisputed || line === "cancelled") return false;
  if (decision === "accept") return found === "passed";
  if (decision === "waive") return found === "failed";
  return decision === "reject" || visits < VISITS_MAX;
}

/** The next visit is asked for: the steps of the visit that delivered the order are told anew. */
export function askForVisit(model: Model): void {
  const order = model.orders.inspection;
  model.round = "asked";
  // Goods that failed stay so until they are seen to be better; of those that passed nobody knows until then.
  if (model.verdict === "passed") model.verdict = "pending";
  if (order.line !== "delivered") return;
  order.line = "changes_requested";
  for (const code of ["inspector_assigned", "on_site", "report_drafted", "report_issued"]) order.told.delete(code);
}

/** The buyer's word on the goods, whatever the service has earned. */
export const deciding = (decision: Decision): Act =>
  act(`decide: ${decision}`, async (model, real) => {
    const expected = mayDecide(model, decision);
    expect(isDone(await real.decide(decision, "seen by our own people")), decision).toBe(expected);
    if (!expected) return;
    const order = model.orders.inspection;
    if (decision === "reinspect") {
      askForVisit(model);
      return;
    }
    model.round = "decided";
    if (decision === "waive") model.verdict = "taken";
    if (decision === "reject") model.verdict = "refused";
    order.told.add("buyer_decided");
    order.line = "completed";
  });
