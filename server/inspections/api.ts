import { z } from "zod";
import { accept, refuse } from "../../domain/shared/result";
import { inspection } from "../../views/inspections";
import { downloadEndpoint, pathId, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { inspectionView } from "./queries";
import { reportPdf } from "./report-pdf";

const ofOrder = z.strictObject({ orderId: pathId });
const PATH = "/api/v1/orders/{orderId}/inspection";

export const getInspection = queryEndpoint({
  name: "getInspection",
  path: PATH,
  summary: "The visits to the goods of an inspection order, to its two parties",
  description:
    "Of each the plan, the draw of its cartons, what was found, what lacks, the verdict, photos with what they give reason to ask about, and the decision. The cartons are drawn from the seed by SHA-256 in counter mode with rejection; the page of the order has a script that draws them anew.",
  scope: "orders:read",
  params: ofOrder,
  response: inspection,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const view = await inspectionView(database.read, params.orderId, { viewer: actor, now: clock() });
    return view ? accept(view) : refuse("not_found");
  },
});

export const getReport = downloadEndpoint({
  name: "getInspectionReport",
  path: `${PATH}/report`,
  summary: "The last round's report as PDF: as it was issued, or a draft of what there is",
  scope: "orders:read",
  params: ofOrder,
  response: z.string().meta({ description: "The bytes of the PDF" }),
  async send({ actor, params }) {
    const { database, clock } = platform();
    return reportPdf(database.read, params.orderId, { viewer: actor, now: clock() });
  },
});
