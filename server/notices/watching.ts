import { z } from "zod";
import type { Reader } from "@/db/database";
import { lockNames } from "@/db/repositories/platform";
import { deleteWatch, insertWatch, watchesOf } from "@/db/repositories/saved-searches";
import type { Actor } from "@/domain/access/policy";
import { servedCorridors } from "@/domain/catalogue/served-corridors";
import { ownerOf } from "@/domain/notices/saved-search";
import { WATCHED, type Watched, WATCHES_MAX } from "@/domain/notices/watching";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { referenceData } from "../hubs/queries/network";
import { command } from "../platform/command";

const input = z.strictObject({ what: z.enum(WATCHED), subject: z.string().min(1).max(64) });

/** Whether there is such a hub, or requests are posted on such a corridor. */
async function isThere(db: Reader, { what, subject }: Watched): Promise<boolean> {
  const { hubs, network } = await referenceData(db);
  return what === "hub" ? hubs.has(subject) : servedCorridors(network).includes(subject);
}

/** The person is told the news of a hub, or of the hubs of a corridor, in the organisation that they act for. Refuses `too_many_watches`. */
export const watch = command({
  name: "notices.watch",
  action: "list.arrange",
  input,
  lock: (tx, _, { userId }) => lockNames(tx, [`watches of ${userId}`]),
  async run(
    { tx, actor, now, concerns },
    watched,
  ): Promise<Result<Watched, Refusal<"not_found" | "too_many_watches">>> {
    const owner = ownerOf(actor);
    if (!owner || !(await isThere(tx, watched))) return refuse("not_found");
    const own = await watchesOf(tx, owner);
    const isKept = own.some(({ what, subject }) => what === watched.what && subject === watched.subject);
    if (!isKept && own.length >= WATCHES_MAX) return refuse("too_many_watches", { maximum: WATCHES_MAX });
    await insertWatch(tx, owner, { ...watched, now });
    concerns(watched.subject);
    return accept(watched);
  },
});

/** The person is told it no more, unless an order of theirs goes there. */
export const unwatch = command({
  name: "notices.unwatch",
  action: "list.arrange",
  input,
  lock: (tx, _, { userId }) => lockNames(tx, [`watches of ${userId}`]),
  async run({ tx, actor, concerns }, watched): Promise<Result<Watched, Refusal<"not_found">>> {
    const owner = ownerOf(actor);
    if (!owner) return refuse("not_found");
    await deleteWatch(tx, owner, watched);
    concerns(watched.subject);
    return accept(watched);
  },
});

/** What a person watches in the organisation that they act for. */
export async function ownWatches(read: Reader, actor: Pick<Actor, "userId" | "organisationId">): Promise<Watched[]> {
  const owner = ownerOf(actor);
  return owner ? await watchesOf(read, owner) : [];
}
