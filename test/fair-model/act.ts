import type fc from "fast-check";
import type { Refusal } from "../../domain/shared/result";
import type { Command } from "../../server/platform/command";
import { agree } from "./agree";
import type { Provider, RealMarket } from "./market";
import type { Model } from "./model";

export type Act = fc.AsyncCommand<Model, RealMarket>;

type Answer = { readonly kind: string };

/** A command that may always be tried: the model says whether it is accepted, and what follows then. */
export const act = (name: string, run: (model: Model, real: RealMarket) => Promise<void>): Act => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real);
    await agree(model, real);
  },
  toString: () => name,
});

export const isDone = (answer: Answer): boolean => answer.kind === "done";
/** The bid's id, or one that nobody has. */
export const idOf = async (real: RealMarket, provider: Provider) => (await real.bidOf(provider))?.id ?? "no-such-bid";

export const lastReceipt = async (
  real: RealMarket,
  provider: Provider,
): Promise<{ count: number; receipt: string }> => {
  const versions = await real.versionsOf(await idOf(real, provider));
  return { count: versions.length, receipt: versions.at(-1)?.receipt ?? "" };
};

export type Call = readonly [Command<never, unknown, Refusal>, string, unknown];
export const call = (command: unknown, by: string, input: unknown): Call => [command as Call[0], by, input];

export const send = (real: RealMarket, [command, by, input]: Call) =>
  real.run(command, real.actors[by] as never, input);
