import { z } from "zod";
import { DECISIONS } from "../../domain/inspections/verdict";
import type { InspectionView, PhotoView, RoundView, ShownFlag } from "../../domain/inspections/inspection-view";
import { VERDICTS } from "../../domain/inspections/judge";
import { ROUND_STATES } from "../../domain/inspections/round";
import { minutesOfVisit } from "../../domain/inspections/visit-times";
import { CHECKPOINTS, INSPECTION_TYPES, NAMED_TESTS } from "../../domain/services/inspection/choices";
import { DEFECT_CLASSES, SEVERITIES } from "../../domain/services/inspection/sampling";
import { toIso } from "../../domain/shared/instant";
import { dayText, idText, isoOrNull, partyShape, pathId, timeText } from "../platform/api/fields";
import { accept, refuse } from "../../domain/shared/result";
import { downloadEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { inspectionView } from "./queries";
import { reportPdf } from "./report-pdf";

const hashText = z.string().meta({ description: "SHA-256 in hexadecimal" });
const count = z.int();

const placeShape = z
  .strictObject({ latE6: z.int(), lonE6: z.int(), accuracyM: z.int().optional() })
  .meta({ description: "Millionths of a degree, WGS 84" });

const planRow = { codeLetter: z.string(), sampleSize: count, acceptanceNumber: count, rejectionNumber: count };
const classRow = { defectClass: z.enum(DEFECT_CLASSES), ...planRow };
const testRow = { test: z.enum(NAMED_TESTS), text: z.string().nullable(), level: z.string(), ...planRow };

const planShape = z
  .strictObject({
    type: z.enum(INSPECTION_TYPES),
    severity: z.enum(SEVERITIES),
    lotSize: count.nullable(),
    units: count.meta({ description: "Units that are looked at" }),
    rows: z.array(z.strictObject(classRow)),
    tests: z.array(z.strictObject(testRow)),
    points: z.array(
      z.strictObject({
        code: z.enum(CHECKPOINTS).optional(),
        text: z.string().optional(),
        method: z.string().optional(),
        tolerance: z.string().optional(),
        tool: z.string().optional(),
        isCritical: z.boolean(),
        ownUnits: count.nullable(),
      }),
    ),
    lines: z.array(z.strictObject({ name: z.string().nullable(), ordered: count })),
    packedPercentMin: count.nullable(),
  })
  .meta({ id: "InspectionPlan", description: "What the round is judged by; nobody changes it" });

/** Why a verdict is what it is; what it is about is named by its place in the plan. */
const reasonShape = z.looseObject({ kind: z.string() }).meta({
  description: "With `defectClass`, or the place of the `point`, `test` or `line` in the plan",
});

const judgementShape = z
  .strictObject({
    kind: z.enum(VERDICTS),
    classes: z.array(z.strictObject({ ...classRow, found: count, isWithin: z.boolean() })),
    tests: z.array(z.strictObject({ ...testRow, unitsTested: count, failed: count, isWithin: z.boolean() })),
    fails: z.array(reasonShape),
    pending: z.array(reasonShape),
  })
  .meta({
    id: "Judgement",
    description: "Computed of plan and results; before the report is issued as it would be now",
  });

const flagShape = z.strictObject({
  kind: z.enum(["same_in_report", "same_elsewhere", "taken_before", "taken_after", "far_away"]),
  bitsApart: count.nullable().meta({ description: "Of 64, between the two pictures" }),
  otherOrderId: idText.nullable().meta({ description: "Where it is an order of yours" }),
  at: timeText.nullable().meta({ description: "When the other one came, or when this one was taken by its own word" }),
  metres: count.nullable(),
});

const photoShape = z.strictObject({
  fileId: idText,
  about: z.string().nullable(),
  keptAt: timeText,
  takenAt: timeText.nullable(),
  position: placeShape.nullable(),
  flags: z.array(flagShape),
});

const roundShape = z
  .strictObject({
    round: count,
    state: z.enum(ROUND_STATES),
    version: count,
    plan: planShape,
    plannedDay: dayText.nullable(),
    inspectorName: z.string().nullable(),
    checkedInAt: timeText.nullable(),
    checkedOutAt: timeText.nullable(),
    minutesOnSite: count.nullable().meta({ description: "Whole minutes from check-in to check-out; null until then" }),
    position: placeShape.nullable(),
    draw: z.strictObject({
      commitment: hashText.nullable().meta({ description: "SHA-256 of the seed's bytes, told at booking" }),
      seed: z.string().nullable().meta({ description: "32 bytes in hexadecimal, told at check-in" }),
      cartons: count.nullable(),
      drawn: z.array(count),
    }),
    results: z.looseObject({}).nullable().meta({ description: "As `POST …/inspection/results` takes them" }),
    isWrittenLater: z.boolean().meta({ description: "Whether results were last written after check-out" }),
    lacks: z.array(z.looseObject({ kind: z.string() })).meta({ description: "What lacks before a report" }),
    judgement: judgementShape.nullable(),
    issuedAt: timeText.nullable(),
    report: z.strictObject({ fileId: idText, sha256: hashText }).nullable(),
    decision: z
      .strictObject({
        decision: z.enum(DECISIONS),
        reason: z.string().nullable(),
        at: timeText,
        by: z.string().nullable(),
      })
      .nullable(),
    photos: z.array(photoShape),
    pairing: z
      .strictObject({ times: count, of: count })
      .nullable()
      .meta({ description: "The inspector made so many of the last visits to the factory" }),
  })
  .meta({ id: "InspectionRound" });

const inspectionShape = z
  .strictObject({
    orderId: idText,
    reference: z.string(),
    buyer: partyShape,
    provider: partyShape,
    factoryAddress: z.string(),
    rounds: z.array(roundShape),
  })
  .meta({ id: "Inspection" });

const NO_FLAG = { bitsApart: null, otherOrderId: null, at: null, metres: null };

function writeFlag(flag: ShownFlag): z.input<typeof flagShape> {
  const { kind } = flag;
  if ("same" in flag) {
    const { distance, order, keptAt } = flag.same;
    return { ...NO_FLAG, kind, bitsApart: distance, otherOrderId: order?.id ?? null, at: toIso(keptAt) };
  }
  return "takenAt" in flag ? { ...NO_FLAG, kind, at: toIso(flag.takenAt) } : { ...NO_FLAG, kind, metres: flag.metres };
}

const writePhoto = ({ fileId, about, keptAt, takenAt, position, flags }: PhotoView): z.input<typeof photoShape> => ({
  ...{ fileId, about, position },
  keptAt: toIso(keptAt),
  takenAt: isoOrNull(takenAt),
  flags: flags.map(writeFlag),
});

function writeRound(round: RoundView): z.input<typeof roundShape> {
  const { state, version, plan, plannedDay, inspectorName, position, results, report, pairing, isWrittenLater } = round;
  const { commitment, seed, cartons, drawn } = round.draw;
  const { decision, judgement } = round;
  return {
    ...{ round: round.number, state, version, plannedDay, inspectorName, position, report, pairing, isWrittenLater },
    plan: { ...plan, rows: [...plan.rows], tests: [...plan.tests], points: [...plan.points], lines: [...plan.lines] },
    checkedInAt: isoOrNull(round.checkedInAt),
    checkedOutAt: isoOrNull(round.checkedOutAt),
    minutesOnSite: minutesOfVisit(round),
    draw: { commitment, seed, cartons, drawn: [...drawn] },
    results: results && { ...results },
    lacks: [...round.gaps],
    judgement: judgement && {
      kind: judgement.kind,
      classes: [...judgement.classes],
      tests: [...judgement.tests],
      fails: [...judgement.fails],
      pending: [...judgement.pending],
    },
    issuedAt: isoOrNull(round.issuedAt),
    decision: decision && {
      decision: decision.kind,
      reason: decision.reason,
      at: toIso(decision.at),
      by: decision.by,
    },
    photos: round.photos.map(writePhoto),
  };
}

/** The record of the site as the API tells it to both parties. */
export const writeInspection = (view: InspectionView): z.input<typeof inspectionShape> => ({
  orderId: view.orderId,
  reference: view.reference,
  buyer: view.buyer,
  provider: view.provider,
  factoryAddress: view.factoryAddress,
  rounds: view.rounds.map(writeRound),
});

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
  response: inspectionShape,
  async run({ actor, params }) {
    const { database, clock } = platform();
    const view = await inspectionView(database.read, params.orderId, { viewer: actor, now: clock() });
    return view ? accept(writeInspection(view)) : refuse("not_found");
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
