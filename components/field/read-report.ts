import { PHOTOS_PER_REPORT_MAX } from "@/domain/field/link";
import type { Position } from "@/domain/orders/evidence";
import { type EvidenceProblem, readTypedEvidence } from "@/domain/orders/typed-evidence";
import { EVIDENCE_FIELDS, type EvidenceField } from "@/domain/services/evidence";
import type { NewPhoto } from "./entry-store";
import { filesIn, type PictureProblem, pictureOf, problemOfPicture } from "./picture-files";
import type { ReportBody } from "./field-outbox";

export type ReportField = EvidenceField | "code" | "occurredAt" | "photos";
export type ReportProblem =
  | EvidenceProblem
  | PictureProblem
  | "code_missing"
  | "time_malformed"
  | "time_in_future"
  | "too_many_photos";

export type Problems = Partial<Readonly<Record<ReportField, ReportProblem>>>;

// As the market allows a phone's clock to run ahead.
const AHEAD_MS = 5 * 60_000;

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
};

function checkPhotos(files: readonly File[]): ReportProblem | null {
  if (files.length > PHOTOS_PER_REPORT_MAX) return "too_many_photos";
  const problems = files.map(problemOfPicture);
  return problems.find((one) => one === "no_picture") ?? problems.find((one) => one !== null) ?? null;
}

type Read =
  | { readonly problems: Problems; readonly body: null }
  | { readonly problems: null; readonly body: ReportBody; readonly photos: () => Promise<NewPhoto[]> };

/** Reads the form of a report on the phone itself, by the rules that the market asks too: without a connection nobody else can say what is wrong. */
export function readReport(data: FormData, position: Position | null | undefined, nowMs: number): Read {
  const typed = Object.fromEntries(EVIDENCE_FIELDS.map((field) => [field, textOf(data, field)]));
  const { evidence, problems: found } = readTypedEvidence(typed);
  const code = textOf(data, "code");
  // Without a zone it is read by this phone's, which is the wall that its holder looks at.
  const atMs = Date.parse(textOf(data, "occurredAt"));
  const files = filesIn(data, "photos");
  const photoProblem = checkPhotos(files);
  const problems: Problems = {
    ...(code === "" && { code: "code_missing" as const }),
    ...(Number.isNaN(atMs) && { occurredAt: "time_malformed" as const }),
    ...(atMs > nowMs + AHEAD_MS && { occurredAt: "time_in_future" as const }),
    ...found,
    ...(photoProblem && { photos: photoProblem }),
  };
  if (Object.keys(problems).length > 0) return { problems, body: null };
  const [lateReason, earlyReason] = [textOf(data, "lateReason"), textOf(data, "earlyReason").trim()];
  const place = position === undefined ? {} : { position };
  return {
    problems: null,
    body: {
      code,
      occurredAt: new Date(atMs).toISOString(),
      note: textOf(data, "note"),
      evidence: { ...evidence, ...place },
      ...(lateReason === "" ? {} : { lateReason }),
      ...(earlyReason === "" ? {} : { earlyReason }),
      ...(textOf(data, "isConfirmed") === "" ? {} : { isConfirmed: true }),
    },
    photos: () => Promise.all(files.map(pictureOf)),
  };
}
