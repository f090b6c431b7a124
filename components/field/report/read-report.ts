import { FILE_MAX_BYTES } from "@/domain/files/file-limits";
import { PHOTOS_PER_REPORT_MAX } from "@/domain/field/link";
import type { Position } from "@/domain/orders/evidence/evidence";
import { type EvidenceProblem, readTypedEvidence } from "@/domain/orders/evidence/typed-evidence";
import { EVIDENCE_FIELDS, type EvidenceField } from "@/domain/services/evidence";
import type { NewPhoto } from "../outbox/entry";
import type { ReportBody } from "./report-body";

export type ReportField = EvidenceField | "code" | "occurredAt" | "photos";
export type ReportProblem =
  | EvidenceProblem
  | "code_missing"
  | "time_malformed"
  | "time_in_future"
  | "too_many_photos"
  | "photo_too_large"
  | "no_picture";

export type Problems = Partial<Readonly<Record<ReportField, ReportProblem>>>;

const PICTURES = ["image/jpeg", "image/png", "image/webp"];
// As the market allows a phone's clock to run ahead.
const AHEAD_MS = 5 * 60_000;

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
};

/** A picture that an album has under any name gets one that says what it is. */
const nameOf = ({ name, type }: File): string => (/\.(jpe?g|png|webp)$/i.test(name) ? name : `photo.${type.slice(6)}`);

function checkPhotos(files: readonly File[]): ReportProblem | null {
  if (files.length > PHOTOS_PER_REPORT_MAX) return "too_many_photos";
  if (files.some(({ type }) => !PICTURES.includes(type))) return "no_picture";
  return files.some(({ size }) => size > FILE_MAX_BYTES) ? "photo_too_large" : null;
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
  const files = data.getAll("photos").filter((file): file is File => file instanceof File && file.size > 0);
  const photoProblem = checkPhotos(files);
  const problems: Problems = {
    ...(code === "" && { code: "code_missing" as const }),
    ...(Number.isNaN(atMs) && { occurredAt: "time_malformed" as const }),
    ...(atMs > nowMs + AHEAD_MS && { occurredAt: "time_in_future" as const }),
    ...found,
    ...(photoProblem && { photos: photoProblem }),
  };
  if (Object.keys(problems).length > 0) return { problems, body: null };
  const place = position === undefined ? {} : { position };
  return {
    problems: null,
    body: {
      code,
      occurredAt: new Date(atMs).toISOString(),
      note: textOf(data, "note"),
      evidence: { ...evidence, ...place },
    },
    photos: () =>
      Promise.all(
        files.map(async (file) => ({ name: nameOf(file), type: file.type, bytes: await file.arrayBuffer() })),
      ),
  };
}
