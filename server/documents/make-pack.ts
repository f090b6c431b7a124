import { downloadZip } from "client-zip";
import type { Reader } from "@/db/database";
import { filesOfSubject, findFile, type StoredFile } from "@/db/repositories/files";
import { findOrder, type StoredMilestone, type StoredOrder } from "@/db/repositories/orders";
import { deliverablesOf, findPack, insertPack } from "@/db/repositories/documents";
import { type Actor, may } from "@/domain/access/policy";
import { attachmentHeader } from "@/domain/files/file-name";
import {
  chainOf,
  freeName,
  hashOf,
  MANIFEST_NAME,
  manifestText,
  type PackEntry,
} from "@/domain/documents/pack-manifest";
import { accept, assert, type Refusal, type Result } from "@/domain/shared/result";
import type { FileStore } from "../files/file-store";
import { openFile } from "../files/queries";
import { dealLogAfter } from "@/db/repositories/chains";
import { stateOf } from "@/domain/orders/order";
import { type Instant, toIso } from "@/domain/shared/time";
import { sha256 } from "../bidding/closing-proof";
import { openFacts, readFileKey } from "../sealing/seal-file";
import { z } from "zod";
import { command } from "../platform/command";
import { loadOrder, type LoadRefusal } from "../orders/load-order";
import { lockDealOfOrder } from "../../db/repositories/deals";

/** What stands where a file would: one in which a scanner has found something since is handed out to nobody, and the others are. */
const withheld = ({ name, sha256 }: PackEntry) => ({
  name: `${name}.withheld.json`,
  input: `${JSON.stringify({ file: name, sha256, reason: "infected" }, null, 2)}\n`,
});

/** The archive of a pack as it is read: each file opened when its turn comes, so that none waits in memory. Null to all but the order's parties. */
export async function packArchive(
  read: Reader,
  viewer: Actor,
  { packId, store }: { readonly packId: string; readonly store?: FileStore },
): Promise<Response | null> {
  const pack = await findPack(read, packId);
  const order = pack && (await findOrder(read, pack.orderId));
  if (!pack || !order) return null;
  const organisationIds = [order.buyerOrganisationId, order.providerOrganisationId];
  if (!may(viewer, "order.read", { organisationIds })) return null;
  const { entries, fileIds, records, manifest, madeAt } = pack;
  const lastModified = new Date(madeAt);
  async function* parts() {
    yield { name: MANIFEST_NAME, lastModified, input: manifest };
    for (const entry of entries) {
      const { name, bytes } = entry;
      const fileId = fileIds[name];
      if (fileId === undefined) {
        yield { name, lastModified, input: records[name] ?? "" };
        continue;
      }
      const opened = await openFile(read, fileId, { viewer, ...(store ? { store } : {}) });
      if (opened) {
        yield { name, lastModified, input: opened.content, size: bytes };
        continue;
      }
      const { state } = (await findFile(read, fileId)) ?? {};
      assert(state === "infected", `file ${fileId} of pack ${packId} is there`);
      yield { lastModified, ...withheld(entry) };
    }
  }
  const archive = downloadZip(parts());
  return new Response(archive.body, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": attachmentHeader(`${order.reference}.zip`),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

type Packed = StoredOrder & { readonly milestones: readonly StoredMilestone[] };

export type Gathered = {
  readonly entries: PackEntry[];
  readonly fileIds: Record<string, string>;
  readonly records: Record<string, string>;
};

/** More than a deal ever has. */
const LOG_MAX = 10_000;

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The order as it stands: what, by whom it is known, how far it is, and when each step happened. No amounts: a pack goes to third parties. */
const orderRecord = (order: Packed, at: Instant): string =>
  jsonText({
    order: order.reference,
    service: order.service,
    state: stateOf(order),
    hub: order.hubId,
    origin: order.originId,
    destination: order.destinationId,
    mode: order.mode,
    grossWeightGrams: order.grossWeightGrams,
    contractedAt: toIso(order.contractedAt),
    asOf: toIso(at),
    steps: order.milestones.map(({ code, occurredAt, reportedAt, note }) => ({
      code,
      occurredAt: occurredAt === null ? null : toIso(occurredAt),
      reportedAt: reportedAt === null ? null : toIso(reportedAt),
      note,
    })),
  });

const isTaken = ({ state }: StoredFile): boolean => state === "clean" || state === "unscanned";

/** Everything of an order that a pack holds: its files with their recorded hashes, how it stands, and the chained log of its deal. */
async function gatherPack(db: Reader, order: Packed, at: Instant): Promise<Gathered> {
  const codes = new Map((await deliverablesOf(db, order.id)).map(({ fileId, code }) => [fileId, code]));
  const gathered: Gathered = { entries: [], fileIds: {}, records: {} };
  const taken = new Set<string>();
  for (const file of (await filesOfSubject(db, { kind: "order", id: order.id })).filter(isTaken)) {
    const facts = openFacts(file.facts, { fileId: file.id, dataKey: await readFileKey(db, file, true) });
    const name = freeName(facts.name, taken);
    taken.add(name);
    gathered.fileIds[name] = file.id;
    gathered.entries.push({
      name,
      sha256: facts.sha256,
      bytes: facts.sizeBytes,
      deliverable: codes.get(file.id) ?? file.milestoneCode,
    });
  }
  const log = await dealLogAfter(db, { dealId: order.dealId, seq: 0, limit: LOG_MAX });
  // Of other orders of the deal a party of this one is told that something happened, and no more than it hears anyway.
  const own = log.filter(({ orderId }) => orderId === null || orderId === order.id);
  const records = { "order.json": orderRecord(order, at), "events.json": jsonText(chainOf(own, sha256)) };
  for (const [wanted, text] of Object.entries(records)) {
    const name = freeName(wanted, taken);
    taken.add(name);
    gathered.records[name] = text;
    const bytes = new TextEncoder().encode(text).length;
    gathered.entries.push({ name, sha256: hashOf(text, sha256), bytes, deliverable: null });
  }
  return gathered;
}

const input = z.strictObject({ orderId: z.string().min(1).max(64) });

export type PackReceipt = { readonly id: string; readonly orderId: string; readonly root: string };

/** A party has everything of the order put together as it is now, with a list of hashes that anybody can hold it to. */
export const makePack = command({
  name: "packs.make-pack",
  action: "order.pack",
  input,
  lock: lockDealOfOrder,
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
