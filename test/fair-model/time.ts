import { expect } from "vitest";
import { MINUTE_MS } from "../../domain/shared/time";
import { openRequest } from "../../server/requests/open-request";
import { deadlineRound } from "../../server/worker/timers";
import { act, call, isDone, send } from "./act";
import type { RealMarket } from "./market";
import { closeModel, endModel, type Model, settleCures } from "./model";

async function runTimers(model: Model, real: RealMarket): Promise<void> {
  await deadlineRound(real.platform());
  settleCures(model);
  if (model.state === "open" && model.now >= model.closesAt) closeModel(model);
  else if ((model.state === "closed" || model.state === "opened") && model.now >= model.decideBy)
    endModel(model, "no_decision");
}

/** Time goes by; the timers run behind it or have not looked yet. */
export const pass = (ms: number, doTimersRun: boolean) =>
  act(`${ms / MINUTE_MS} min go by${doTimersRun ? ", the timers run" : ""}`, async (model, real) => {
    real.pass(ms);
    model.now = real.now();
    if (doTimersRun) await runTimers(model, real);
  });

/** To the very end of the time for bids, or a millisecond before it. */
export const passToClose = (before: 0 | 1) =>
  act(before ? "it is the last moment" : "the time is up", async (model, real) => {
    real.pass(Math.max(0, model.closesAt - before - model.now));
    model.now = real.now();
  });

/** All that leads to the opening, so that runs come as far as an award. */
export const toTheOpening = () =>
  act("the time is up, and two open", async (model, real) => {
    if (model.state === "open") {
      real.pass(Math.max(0, model.closesAt - model.now));
      model.now = real.now();
      await runTimers(model, real);
    }
    for (const person of ["buyer", "colleague"]) {
      const isTaken = model.state === "closed" && !model.approvals.has(person);
      const answer = await send(real, call(openRequest, person, { requestId: real.requestId }));
      expect(isDone(answer)).toBe(isTaken);
      if (isTaken) model.approvals.add(person);
      if (model.approvals.size === 2 && model.state === "closed") model.state = "opened";
    }
  });
