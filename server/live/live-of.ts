import { dealHeads } from "../../db/repositories/live/deal-heads";
import { workHeads } from "../../db/repositories/live/work-heads";
import { log } from "../platform/process/log";
import { isOutage } from "../platform/process/outage";
import { onCommitted, type Platform } from "../platform/platform";
import { headChannel, type HeadWatcher } from "./heads/head-channel";
import { type Hub, hubOn } from "./hub";
import { makeLoop } from "./base/loop";
import { sourceOver } from "./source-over";
import type { Topics } from "./base/topics";

/** All that is watched in a process, by its kinds. */
export type Live = { readonly requests: Hub; readonly deals: Topics<HeadWatcher>; readonly work: Topics<HeadWatcher> };

// Each route bundle may hold its own copy of a module, and the loop must be one per process.
const holder = globalThis as unknown as { kouanLive?: WeakMap<Platform, Live> };

function make({ database: { read }, clock }: Platform): Live {
  const loop = makeLoop({
    clock,
    onCommitted,
    // The worker says that the database is away, or who looks first, and once; the next look comes by itself.
    fail: (error) => {
      if (!isOutage(error)) log.error({ err: error }, "a look at what is watched failed");
    },
  });
  return {
    requests: hubOn(loop, sourceOver(read), clock),
    deals: loop.over(headChannel({ heads: (ids) => dealHeads(read, ids), clock })),
    work: loop.over(headChannel({ heads: (ids) => workHeads(read, ids), clock })),
  };
}

/** What is watched over a platform, made when it is first needed. */
export function liveOf(on: Platform): Live {
  holder.kouanLive ??= new WeakMap();
  const known = holder.kouanLive.get(on);
  if (known) return known;
  const made = make(on);
  holder.kouanLive.set(on, made);
  return made;
}
