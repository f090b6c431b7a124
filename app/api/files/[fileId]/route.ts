import { fileAnswer } from "@/server/files/api";
import { download } from "@/server/platform/form/page-download";
import { isReviewNoted } from "@/server/files/review-file";
import { platform } from "@/server/platform/platform";
import { openFile } from "@/server/files/queries";

/** A file's content, to those who may have it at this moment. */
export const GET = download(["file.read", "file.review"], async ({ actor, params: { fileId = "" } }) => {
  if (!(await isReviewNoted(actor, fileId))) return null;
  const opened = await openFile(platform().database.read, fileId, { viewer: actor });
  return opened && fileAnswer(opened);
});
