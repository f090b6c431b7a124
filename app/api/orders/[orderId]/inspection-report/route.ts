import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";
import { reportPdf } from "@/server/queries/inspection-report";

/** The report of an inspection: as it was issued, or to the inspection company a draft of what there is. */
export const GET = download("file.read", ({ actor, params }) =>
  reportPdf(platform().database.read, params.orderId ?? "", actor),
);
