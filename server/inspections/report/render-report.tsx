import { renderToBuffer } from "@react-pdf/renderer";
import { registerFonts } from "./fonts";
import type { ReportContent } from "./report-content";
import { ReportDocument } from "./report-document";
import { reportWords } from "./report-words";

/** The report as a PDF file with its fonts in it. */
export function renderReport(content: ReportContent): Promise<Buffer> {
  registerFonts();
  return renderToBuffer(<ReportDocument content={content} words={reportWords(content.languages)} />);
}
