import { fileAnswer } from "@/server/files/api";
import { download } from "@/server/platform/form/page-download";
import { isReviewNoted } from "@/server/files/review-file";
import { platform } from "@/server/platform/platform";
import { smallPicture } from "@/server/files/small-picture";

async function* whole(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

/** A picture as pages show many of them, to those who may have it at this moment. */
export const GET = download(["file.read", "file.review"], async ({ actor, params: { fileId = "" } }) => {
  if (!(await isReviewNoted(actor, fileId))) return null;
  const picture = await smallPicture(platform().database.read, fileId, actor);
  if (!picture) return null;
  const facts = { name: "picture.jpg", kind: "jpeg", sizeBytes: picture.length, sha256: "" } as const;
  return fileAnswer({ facts, content: whole(picture) });
});
