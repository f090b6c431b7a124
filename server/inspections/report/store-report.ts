import { createHash, randomBytes } from "node:crypto";
import { attachToMilestone, insertFile } from "../../../db/repositories/files";
import type { FileFacts } from "../../../domain/files/file";
import { assert } from "../../../domain/shared/assert";
import { fileStore } from "../../files/storage/open-store";
import type { CommandContext } from "../../platform/command";
import { newId } from "../../platform/new-id";
import { env } from "../../platform/process/env";
import { newKey } from "../../sealing/envelope";
import { contentContext, sealFacts, wrapFileKey } from "../../sealing/file/seal-file";
import { sealStream } from "../../sealing/file/seal-stream";
import { ownKey } from "../../sealing/own-key";

/** A report that lies in the store, sealed; no row speaks of it yet, and it is swept away where none comes to. */
export type StoredReport = {
  readonly fileId: string;
  readonly objectName: string;
  readonly dataKey: Buffer;
  readonly facts: FileFacts;
};

async function* whole(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

/** Puts a report into the store under a name that tells nothing. */
export async function storeReport(content: Buffer, name: string): Promise<StoredReport> {
  const [fileId, dataKey, objectName] = [newId(), newKey(), randomBytes(16).toString("hex")];
  const sha256 = createHash("sha256").update(content).digest("hex");
  await (await fileStore()).put(
    objectName,
    sealStream(whole(content), { key: dataKey, context: contentContext(fileId) }),
  );
  return { fileId, objectName, dataKey, facts: { name, kind: "pdf", sizeBytes: content.length, sha256 } };
}

type Of = { readonly orderId: string; readonly organisationId: string };

/** Puts the stored report on record as a file of the order's delivery, the inspection company's own. */
export async function keepReport(
  { tx, actor, now }: Pick<CommandContext, "tx" | "actor" | "now">,
  { fileId, objectName, dataKey, facts }: StoredReport,
  { orderId, organisationId }: Of,
): Promise<void> {
  assert(actor.userId, "who issues a report is somebody");
  await insertFile(tx, {
    id: fileId,
    organisationId,
    uploadedByUserId: actor.userId,
    subject: { kind: "order", id: orderId },
    state: env().CLAMD_URL === "" ? "unscanned" : "pending",
    facts: sealFacts(facts, { fileId, dataKey }),
    keyForOwner: wrapFileKey(dataKey, fileId, { holder: "owner", key: await ownKey(tx, organisationId, now) }),
    keyForRequest: null,
    objectName,
    now,
  });
  await attachToMilestone(tx, [fileId], { orderId, code: "report_issued" });
}
