import { packArchive } from "@/server/documents/make-pack";
import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";

/** The archive of a pack, to the parties of its order. */
export const GET = download("order.read", ({ actor, params }) =>
  packArchive(platform().database.read, actor, { packId: params.packId ?? "" }),
);
