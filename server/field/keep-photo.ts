import { z } from "zod";
import { countPhotos, insertPhoto, photosOf } from "../../db/repositories/field";
import { insertFile } from "../../db/repositories/files";
import { PHOTOS_PER_LINK_MAX } from "../../domain/field/link";
import type { Instant } from "../../domain/shared/instant";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { loadStanding, type StandingRefusal } from "./load-standing";
import { StoredContent } from "../files/storage/stored-content";
import { command } from "../platform/command";
import { env } from "../platform/process/env";
import { sealFacts, wrapFileKey } from "../sealing/file/seal-file";
import { ownKey } from "../sealing/own-key";

const input = z.strictObject({
  id: z.uuid(),
  content: z.instanceof(StoredContent),
  taken: z.strictObject({
    at: z.custom<Instant>((value) => typeof value === "number").nullable(),
    position: z.strictObject({ latE6: z.int(), lonE6: z.int() }).nullable(),
  }),
});

type KeepRefusal = StandingRefusal | Refusal<"already_received" | "too_many_files">;

/** Puts a picture on record that came by a link: at once on its order, so that nothing sweeps it while its report waits on a phone. */
export const keepPhoto = command({
  name: "field.keep-photo",
  action: "field.report",
  limit: "field",
  input,
  async run(
    { tx, actor, now, concerns },
    { id, content: { of }, taken },
  ): Promise<Result<{ id: string }, KeepRefusal>> {
    const standing = await loadStanding(tx, actor, now);
    if (!standing.ok) return standing;
    const { link, order } = standing.value;
    if ((await photosOf(tx, { sender: link, ids: [id] })).length > 0) return refuse("already_received");
    if ((await countPhotos(tx, link.id)) >= PHOTOS_PER_LINK_MAX)
      return refuse("too_many_files", { maximum: PHOTOS_PER_LINK_MAX });
    const key = await ownKey(tx, link.organisationId, now);
    await insertFile(tx, {
      id: of.fileId,
      organisationId: link.organisationId,
      // Whoever gave the link out answers for what comes by it.
      uploadedByUserId: link.madeByUserId,
      fieldLinkId: link.id,
      subject: { kind: "order", id: order.id },
      state: env().CLAMD_URL === "" ? "unscanned" : "pending",
      facts: sealFacts(of.facts, of),
      keyForOwner: wrapFileKey(of.dataKey, of.fileId, { holder: "owner", key }),
      keyForRequest: null,
      objectName: of.objectName,
      now,
    });
    await insertPhoto(tx, {
      linkId: link.id,
      id,
      fileId: of.fileId,
      originalSha256: of.receivedSha256,
      takenAt: taken.at,
      takenLatE6: taken.position?.latE6 ?? null,
      takenLonE6: taken.position?.lonE6 ?? null,
      receivedAt: now,
    });
    concerns(of.fileId);
    return accept({ id });
  },
});
