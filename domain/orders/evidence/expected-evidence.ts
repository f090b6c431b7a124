import type { Mode } from "../../hubs/place";
import { type FileKind, LOOKS } from "../../files/file-kind";
import type { Service } from "../../services/service";
import type { Instant } from "../../shared/instant";
import type { KeptEvidence } from "./evidence";
import type { EvidenceField } from "./typed-evidence";

/** Kinds of evidence that a step may be asked for. `proof` is a signed paper or a picture of it, `document` any file. */
export const EVIDENCE_KINDS = ["photo", "seal", "weight", "position", "declaration", "document", "proof"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What each step is expected to bring, by service. A step that is not here is taken at its word. */
const EXPECTED: Readonly<Record<Service, Readonly<Record<string, readonly EvidenceKind[]>>>> = {
  logistics: {
    picked_up: ["photo", "seal", "weight"],
    export_released: ["declaration"],
    crossed_border: ["position"],
    import_released: ["declaration"],
    delivered: ["proof"],
    documents_closed: ["document"],
  },
  customs: {
    filed: ["declaration"],
    duties_paid: ["document"],
    released: ["declaration", "document"],
    pack_archived: ["document"],
  },
  inspection: { on_site: ["photo", "position"], report_issued: ["document"] },
  payment: {
    sent: ["document"],
    received_by_payee: ["proof"],
    control_documents_delivered: ["document"],
  },
};

export const expectedEvidence = (service: Service, code: string): readonly EvidenceKind[] =>
  EXPECTED[service][code] ?? [];

type Present = {
  readonly evidence: KeptEvidence | null;
  /** Of the files that were put to the step, whether each is a picture. */
  readonly files: readonly { readonly isPicture: boolean }[];
};

const IS_THERE: Readonly<Record<EvidenceKind, (present: Present) => boolean>> = {
  photo: ({ files }) => files.some(({ isPicture }) => isPicture),
  seal: ({ evidence }) => (evidence?.seals?.length ?? 0) > 0,
  weight: ({ evidence }) => evidence?.grossWeightGrams !== undefined,
  // Where it was refused, that was said: nothing is missing that could still come.
  position: ({ evidence }) => evidence?.position !== undefined,
  declaration: ({ evidence }) => (evidence?.declarations?.length ?? 0) > 0,
  document: ({ files }) => files.length > 0,
  proof: ({ files }) => files.length > 0,
};

/** What is expected of a step and has not come. It is shown and never refused: a truck that has left is not called back for a seal's number. */
export const missingEvidence = (of: { readonly service: Service; readonly code: string }, present: Present) =>
  expectedEvidence(of.service, of.code).filter((kind) => !IS_THERE[kind](present));

type StepFile = { readonly milestoneCode: string | null; readonly kind: FileKind };
type ToldStep = { readonly code: string; readonly occurredAt: Instant | null; readonly evidence: KeptEvidence | null };

/** What is missing of a step of an order, by what lies with it; nothing while it has not happened. */
export function missingOf(
  { service }: { readonly service: Service },
  { code, occurredAt, evidence }: ToldStep,
  files: readonly StepFile[],
): readonly EvidenceKind[] {
  if (occurredAt === null) return [];
  const own = files.filter(({ milestoneCode }) => milestoneCode === code);
  const isPicture = ({ kind }: StepFile) => LOOKS[kind].mediaType.startsWith("image/");
  return missingEvidence({ service, code }, { evidence, files: own.map((file) => ({ isPicture: isPicture(file) })) });
}

const BY_MODE: Readonly<Record<Mode, readonly EvidenceField[]>> = {
  road: ["seals", "containerNumber", "tractorPlate", "trailerPlate", "cmrNumber", "tirCarnet", "grossWeight"],
  rail: ["seals", "containerNumber", "wagonNumber", "smgsNumber", "grossWeight"],
  sea: ["seals", "containerNumber", "grossWeight"],
  air: ["seals", "airWaybill", "grossWeight"],
};
const DECLARATION: readonly EvidenceField[] = ["declarationCountry", "declarationNumber"];

/** The fields that a form offers for an order: those that its service and its mode of transport can fill. */
export function fieldsOf({
  service,
  mode,
}: {
  readonly service: Service;
  readonly mode: Mode;
}): readonly EvidenceField[] {
  switch (service) {
    case "logistics":
      return [...BY_MODE[mode], ...DECLARATION];
    case "customs":
      return DECLARATION;
    case "inspection":
      return ["seals", "containerNumber", "grossWeight"];
    case "payment":
      return [];
  }
}
