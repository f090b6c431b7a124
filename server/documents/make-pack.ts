import { z } from "zod";
import { insertPack } from "../../db/repositories/packs";
import { hashOf, manifestText } from "../../domain/documents/packs/manifest";
import { assert } from "../../domain/shared/assert";
import { accept, type Refusal, type Result } from "../../domain/shared/result";
import { gatherPack } from "./packs/gather-pack";
import { sha256 } from "../bidding/proof/sha256";
import { command } from "../platform/command";
import { type LoadRefusal, loadOrder } from "../orders/load-order";

const input = z.strictObject({ orderId: z.string().min(1).max(64) });

export type PackReceipt = { readonly id: string; readonly orderId: string; readonly root: string };

/** A party has everything of the order put together as it is now, with a list of hashes that anybody can hold it to. */
export const makePack = command({
  name: "packs.make-pack",
  action: "order.pack",
  input,
  async run(
    { tx, actor, now, newId, concerns },
    { orderId },
  ): Promise<Result<PackReceipt, LoadRefusal | Refusal<"wrong_state">>> {
    const loaded = await loadOrder(tx, actor, { orderId, action: "order.pack" });
    if (!loaded.ok) return loaded;
    const order = loaded.value;
    assert(actor.userId, "a pack is made by somebody");
    const gathered = await gatherPack(tx, order, now);
    const id = newId();
    const manifest = manifestText({ packId: id, order: order.reference, madeAt: now, entries: gathered.entries });
    const root = hashOf(manifest, sha256);
    await insertPack(tx, { id, orderId, madeByUserId: actor.userId, madeAt: now, ...gathered, manifest, root });
    concerns(id);
    return accept({ id, orderId, root });
  },
});
