import { downloadZip } from "client-zip";
import type { Reader } from "@/db/database";
import { findFile } from "@/db/repositories/files";
import { findOrder } from "@/db/repositories/orders";
import { findPack } from "@/db/repositories/documents";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { attachmentHeader } from "@/domain/files/file-name";
import { MANIFEST_NAME, type PackEntry } from "@/domain/documents/pack-manifest";
import { assert } from "@/domain/shared/assert";
import type { FileStore } from "../files/file-store";
import { openFile } from "../files/queries";

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
