import type fc from "fast-check";
import { expect } from "vitest";
import { findChain } from "../../db/repositories/chains";
import { SERVICES } from "../../domain/shared/vocabulary";
import { closedBefore, codesOf, GATES, isHeld, type Model } from "./model";
import type { Real } from "./real";

export type Act = fc.AsyncCommand<Model, Real>;

type Outcome = { readonly kind: string };

export const isDone = ({ kind }: Outcome): boolean => kind === "done";

/** After each command the market is what the model says, in every order and in what is kept of the gates. */
async function agree(model: Model, real: Real): Promise<void> {
  for (const service of SERVICES) {
    const { line, told, isDisputed } = model.orders[service];
    const isOver = line === "completed" || line === "cancelled";
    const expected = isOver ? line : isDisputed ? "disputed" : isHeld(model, service) ? "on_hold" : line;
    expect(await real.state(service), service).toBe(expected);
    expect([...(await real.told(service))].sort(), service).toEqual([...told].sort());
  }
  const closed = GATES.filter(({ service, key }) => {
    const last = codesOf(service).at(-1) ?? "";
    return closedBefore(model, service, last).some((gate) => gate.key === key);
  });
  expect([...((await findChain(real.database.read, real.dealId))?.closed ?? [])].sort()).toEqual(
    closed.map(({ key }) => key).sort(),
  );
}

/** A step of the model and the market, which agree after it. */
export const act = (name: string, run: (model: Model, real: Real) => Promise<void>): Act => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real);
    await agree(model, real);
  },
  toString: () => name,
});
