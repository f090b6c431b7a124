import { fileAnswer } from "@/server/files/file-answer";
import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";
import { openFile } from "@/server/files/queries";

/** A file's content, to those who may have it at this moment. */
export const GET = download("file.read", async ({ actor, params }) => {
  const opened = await openFile(platform().database.read, params.fileId ?? "", { viewer: actor });
  return opened && fileAnswer(opened);
});
