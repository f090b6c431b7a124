import { type ReportContent, reportContent } from "./report-content";
import "server-only";
import type { Reader } from "@/db/database";
import { roundsOfOrder } from "@/db/repositories/inspections";
import { findOrder } from "@/db/repositories/orders";
import { type Actor, may } from "@/domain/access/policy";
import type { Instant } from "@/domain/shared/time";
import { fileAnswer } from "../files/api";
import { openFile } from "../files/queries";

/** The report as a PDF file with its fonts in it. What draws it is loaded with the first: it is a tenth of what a start would load. */
export async function renderReport(content: ReportContent): Promise<Buffer> {
  const { drawReportPdf } = await import("./draw-report-pdf");
  return drawReportPdf(content);
}

async function* whole(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

/**
 * The report of an order's last round as a file: the kept one where it was issued, else to the inspection company alone a draft, drawn now.
 * Null for everybody else, and before there is anything to report.
 */
export async function reportPdf(
  read: Reader,
  orderId: string,
  { viewer, now }: { readonly viewer: Actor; readonly now: Instant },
): Promise<Response | null> {
  const order = await findOrder(read, orderId);
  const round = order && (await roundsOfOrder(read, orderId)).at(-1);
  if (!round) return null;
  if (round.reportFileId !== null) {
    const opened = await openFile(read, round.reportFileId, { viewer });
    return opened && fileAnswer(opened);
  }
  if (round.checkedInAt === null || !may(viewer, "order.report", order)) return null;
  const content = await reportContent(read, orderId, { issuedAt: null, now });
  if (!content) return null;
  const pdf = await renderReport(content);
  const name = `inspection-${content.reference}-${round.number}-draft.pdf`;
  return fileAnswer({ facts: { name, kind: "pdf", sizeBytes: pdf.length, sha256: "" }, content: whole(pdf) });
}
