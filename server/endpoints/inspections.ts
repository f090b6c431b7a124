import { z } from "zod";
import { DECISION_REASON_MAX, DECISIONS } from "../../domain/inspections/decision";
import { CARTONS_MAX } from "../../domain/inspections/draw/draw-cartons";
import { positionSchema } from "../../domain/inspections/photos/position";
import { VERDICTS } from "../../domain/inspections/results/judge";
import { resultsSchema } from "../../domain/inspections/results/results";
import { boundedText, instantField, localDateField } from "../../domain/services/wire-fields";
import { accept, refuse } from "../../domain/shared/result";
import { bookRound, INSPECTOR_NAME_MAX } from "../commands/inspections/book-round";
import { checkIn } from "../commands/inspections/check-in";
import { checkOut } from "../commands/inspections/check-out";
import { decideGoods } from "../commands/inspections/decide-goods";
import { issueReport } from "../commands/inspections/issue-report";
import { saveResults } from "../commands/inspections/save-results";
import { commandEndpoint, downloadEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { inspectionView } from "../queries/inspections";
import { reportPdf } from "../queries/inspection-report";
import { idText, pathId } from "./shapes/fields";
import { inspectionShape, roundReceiptShape, writeInspection } from "./shapes/order-rooms/inspection";

const ofOrder = z.strictObject({ orderId: pathId });
const PATH = "/api/v1/orders/{orderId}/inspection";

const OF_ROUND = ["not_an_inspection", "no_round", "wrong_state", "not_permitted"];
const OF_STEP = ["occurred_in_future", "occurred_out_of_order", "gate_closed"];

const round = z.int().min(1).optional().meta({
  description: "The round that is meant: a call for an earlier one does not fall to a later one",
});

export const getInspection = queryEndpoint({
  name: "getInspection",
  path: PATH,
  summary: "The visits to the goods of an inspection order, to its two parties",
  description:
    "Of each the plan, the draw of its cartons, what was found, what lacks, the verdict, photos with what they give reason to ask about, and the decision. The cartons are drawn from the seed by SHA-256 in counter mode with rejection; the page of the order has a script that draws them anew.",
  scope: "orders:read",
  params: ofOrder,
  response: inspectionShape,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const view = await inspectionView(database.read, params.orderId, { viewer: actor, now: clock() });
    return view ? accept(writeInspection(view)) : refuse("not_found");
  },
});

export const postBooking = commandEndpoint({
  name: "bookInspection",
  method: "POST",
  path: `${PATH}/book`,
  summary: "The inspection company says who comes and when",
  description:
    "Answers the hash of the seed by which the cartons will be drawn; both parties read it. Booked again before check-in it changes day and person.",
  scope: "orders:write",
  params: ofOrder,
  body: z.strictObject({ plannedDay: localDateField, inspectorName: boundedText(INSPECTOR_NAME_MAX) }),
  example: { plannedDay: "2026-12-01", inspectorName: "Wang Wei" },
  response: roundReceiptShape.extend({ commitment: z.string() }).meta({ id: "BookingReceipt" }),
  refusals: [...OF_ROUND, ...OF_STEP],
  command: bookRound,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 201,
});

export const postCheckIn = commandEndpoint({
  name: "checkInInspection",
  method: "POST",
  path: `${PATH}/check-in`,
  summary: "The inspector is with the goods: the seed is told and the cartons are drawn, once",
  scope: "orders:write",
  params: ofOrder,
  body: z.strictObject({
    round,
    occurredAt: instantField,
    position: positionSchema.nullable().optional(),
    cartons: z
      .int()
      .min(1)
      .max(CARTONS_MAX)
      .nullable()
      .optional()
      .meta({ description: "Presented; needed where the type draws a sample" }),
  }),
  example: {
    occurredAt: "2026-12-01T01:00:00Z",
    cartons: 160,
    position: { latE6: 29_310_000, lonE6: 120_075_000, accuracyM: 12 },
  },
  response: roundReceiptShape.extend({ drawn: z.array(z.int()) }).meta({ id: "CheckInReceipt" }),
  refusals: [...OF_ROUND, ...OF_STEP, "cartons_missing", "more_cartons_than_units"],
  command: checkIn,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 201,
});

export const postResults = commandEndpoint({
  name: "saveInspectionResults",
  method: "POST",
  path: `${PATH}/results`,
  summary: "What has been found so far, whole; the last one before the report counts",
  description:
    "Says what was seen, never what follows: there is no field for a verdict. Photos are sent by `POST /api/v1/files?subject=inspection` with the round's id.",
  scope: "orders:write",
  params: ofOrder,
  body: z.strictObject({ round, results: resultsSchema }),
  example: {
    results: {
      openedCartons: [11, 13, 17],
      unitsInspected: 125,
      quantities: [{ line: 0, presented: 3_200, packed: 3_200 }],
      defects: [{ code: "scratch", defectClass: "major", count: 8, words: "Left of the panel" }],
    },
  },
  response: roundReceiptShape,
  refusals: [
    ...OF_ROUND,
    ...["carton_not_drawn", "more_than_sample", "point_unknown", "test_unknown", "line_of_plan_unknown"],
    ...["more_failed_than_tested", "more_packed_than_presented", "photo_unknown"],
  ],
  command: saveResults,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  versionOf: (output) => output.version,
  status: 200,
});

export const postCheckOut = commandEndpoint({
  name: "checkOutInspection",
  method: "POST",
  path: `${PATH}/check-out`,
  summary: "The inspector leaves",
  scope: "orders:write",
  params: ofOrder,
  body: z.strictObject({ round, occurredAt: instantField }),
  example: { occurredAt: "2026-12-01T09:00:00Z" },
  response: roundReceiptShape,
  refusals: [...OF_ROUND, ...OF_STEP, "left_before_arrival"],
  command: checkOut,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 201,
});

export const postReport = commandEndpoint({
  name: "issueInspectionReport",
  method: "POST",
  path: `${PATH}/report`,
  summary: "Fix what was found with the verdict that follows from it, and deliver the order",
  description:
    "The verdict is computed of plan and results; the call names none. The report is kept as a file of the order.",
  scope: "orders:write",
  params: ofOrder,
  body: z.strictObject({ round }),
  example: { round: 1 },
  response: roundReceiptShape
    .extend({ verdict: z.enum(VERDICTS), fileId: idText, sha256: z.string() })
    .meta({ id: "ReportReceipt" }),
  refusals: [...OF_ROUND, ...OF_STEP, "not_reportable"],
  command: issueReport,
  takesIfMatch: true,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
  versionOf: (output) => output.version,
  status: 201,
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

export const postGoodsDecision = commandEndpoint({
  name: "decideOnGoods",
  method: "POST",
  path: `${PATH}/decision`,
  summary: "The buyer takes the goods, takes them against the verdict, does not, or has them inspected again",
  description: "What waits behind the inspection is held or let go with it. All but `accept` need a reason.",
  scope: "orders:write",
  params: ofOrder,
  body: z.strictObject({ round, decision: z.enum(DECISIONS), reason: z.string().max(DECISION_REASON_MAX).optional() }),
  example: { decision: "reinspect", reason: "Sort out the scratched panels first" },
  response: roundReceiptShape,
  refusals: [...OF_ROUND, "waiver_needed", "nothing_to_waive", "reason_required", "too_many_rounds"],
  command: decideGoods,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  status: 201,
});
