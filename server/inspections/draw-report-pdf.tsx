import { renderToBuffer } from "@react-pdf/renderer";
import { fontsAtHand } from "./fonts/report-fonts";
import type { ReportContent } from "./report-content";
import { ReportDocument } from "./report-document";
import { reportWords } from "./report-words";

/** The report of an inspection as a PDF file with its fonts in it. */
export async function drawReportPdf(content: ReportContent): Promise<Buffer> {
  await fontsAtHand();
  return renderToBuffer(<ReportDocument content={content} words={reportWords(content.languages)} />);
}
