import { act } from "./act";
import * as asking from "./asking";
import * as bidding from "./bidding";
import * as curing from "./curing";
import * as deciding from "./deciding";
import type { Provider, Reader } from "./market";

/** Every command as it is called, for those whose process dies in it. */
export const CALLS = { ...bidding.CALLS, ...asking.CALLS, ...deciding.CALLS, ...curing.CALLS } as const;

/** A process that dies in the middle of a call leaves nothing of it, and what was answered before is there. */
export const cutOff = (which: keyof typeof CALLS, provider: Provider, price: number) =>
  act(`the process dies in ${which}`, async (model, real) => {
    const [command, by, input] = await CALLS[which](model, real, provider, price);
    await real.cutOff(command, real.actors[by] as never, input);
    await real.restart();
  });

export const restart = () => act("the process starts again", async (_, real) => real.restart());

export const hear = (reader: Reader, limit: number) =>
  act(`${reader} hears up to ${limit}`, async (_, real) => {
    await real.hear(reader, limit);
  });
