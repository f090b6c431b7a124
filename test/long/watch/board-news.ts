import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/db/database";
import type { Actor } from "@/domain/access/actor";
import { DAY_MS, later, toIso } from "@/domain/shared/instant";
import { announceClosure } from "@/server/hubs/announce-closure";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { platformOver } from "@/server/platform/platform";
import { must } from "../../must";
import type { StreamClient } from "./stream-client";

const WAIT_MAX_MS = 10_000;
const LOOK_MS = 5;

/** Announces closures at the request's port from this process, which serves nobody; answers how long the last client took to hear of each (ms). */
export async function boardNews(
  clients: readonly StreamClient[],
  { database, userId, closures }: { readonly database: Database; readonly userId: string; readonly closures: number },
): Promise<number[]> {
  const on = { ...platformOver(database), isMetered: false, nudge: () => undefined };
  const actor: Actor = mintActor({ kind: "user", userId, organisationId: "platform", role: "administrator" });
  const lastMs: number[] = [];
  for (let count = 1; count <= closures; count++) {
    const from = later(on.clock(), count * DAY_MS);
    const input = {
      ...{ hubId: "horgos", mode: "road", from: toIso(from), to: toIso(later(from, DAY_MS)) },
      ...{ reason: "Measured", source: "Measured" },
    };
    const sentMs = performance.now();
    await must(on, announceClosure, { actor, input });
    while (!clients.every((client) => client.board() >= count) && performance.now() - sentMs < WAIT_MAX_MS)
      await pause(LOOK_MS);
    lastMs.push(performance.now() - sentMs);
  }
  return lastMs;
}
