import { expect } from "vitest";
import { type Act, act, isDone } from "./act";
import { closedBefore, codesOf, type Model, report } from "./model";

const STEP = "slot_reserved";

const isOver = ({ orders }: Model): boolean => ["completed", "cancelled"].includes(orders.logistics.line);
const mayReserve = (model: Model): boolean => closedBefore(model, "logistics", STEP).length === 0;

export const askingForSlot = (): Act =>
  act("ask for a slot", async (model, real) => {
    const { line, told } = model.orders.logistics;
    const isUnderWay = ["scheduled", "in_progress", "changes_requested"].includes(line) && !told.has("crossed_border");
    const expected = isUnderWay && mayReserve(model) && model.slot !== "asked" && model.slot !== "stands";
    expect(isDone(await real.askForSlot())).toBe(expected);
    if (expected) model.slot = "asked";
  });

/** With the first slot that stands the order's own step is told, on hold or not, unless the order is in dispute. */
function tellStep(model: Model): void {
  const { told, isDisputed } = model.orders.logistics;
  const codes = codesOf("logistics");
  const isUntold = codes.slice(codes.indexOf(STEP)).every((code) => !told.has(code));
  if (isUntold && !isDisputed) report(model, "logistics", STEP);
}

export const confirmingSlot = (): Act =>
  act("pay for the slot that is asked for and have it confirmed", async (model, real) => {
    const expected = model.slot === "asked" && mayReserve(model) && !isOver(model);
    await real.payForSlot();
    expect(isDone(await real.confirmSlot())).toBe(expected);
    if (!expected) return;
    tellStep(model);
    model.slot = "stands";
  });

export const givingSlotUp = (): Act =>
  act("give the slot up", async (model, real) => {
    const expected = (model.slot === "asked" || model.slot === "stands") && !isOver(model);
    expect(isDone(await real.giveSlotUp())).toBe(expected);
    if (expected) model.slot = "lost";
  });
