import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";
import { reportPdf } from "@/server/inspections/report-pdf";

/** The report of an inspection: as it was issued, or to the inspection company a draft of what there is. */
export const GET = download("file.read", ({ actor, params }) => {
  const { database, clock } = platform();
  return reportPdf(database.read, params.orderId ?? "", { viewer: actor, now: clock() });
});
