import { type FileKind, LOOKS } from "../files/file-kind";
import { type EvidenceField, type EvidenceKind, NUMBER_FIELDS } from "../services/evidence";
import type { Carriage } from "../services/kind";
import { kindOf } from "../services/registry";
import type { Service } from "../shared/service";
import type { OrderState } from "../shared/states";
import { isOver } from "./order";
import type { Instant } from "../shared/instant";
import type { Evidence, KeptEvidence } from "./evidence";
import { checkAll, type Refusal, refuse, type Result } from "../shared/result";

/** What a step of a service is expected to bring; one that names nothing is taken at its word. */
export const expectedEvidence = (service: Service, code: string): readonly EvidenceKind[] =>
  kindOf(service).milestones.find((milestone) => milestone.code === code)?.brings ?? [];

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
  declaration: ({ evidence }) => (evidence?.declarations ?? evidence?.registered ?? []).length > 0,
  document: ({ files }) => files.length > 0,
  proof: ({ files }) => files.length > 0,
  credit_advice: ({ files }) => files.length > 0,
};

/** What is expected of a step and has not come. It is shown and never refused: a truck that has left is not called back for a seal's number. */
export const missingEvidence = (of: { readonly service: Service; readonly code: string }, present: Present) =>
  expectedEvidence(of.service, of.code).filter((kind) => !IS_THERE[kind](present));

type StepFile = { readonly milestoneCode: string | null; readonly kind: FileKind };
type ReportedStep = {
  readonly code: string;
  readonly occurredAt: Instant | null;
  readonly evidence: KeptEvidence | null;
};

/** What the order's own rooms hold of a step's evidence: a visit's photos, position and report, a sending's reference. */
export type HeldByStep = Readonly<Record<string, readonly EvidenceKind[]>>;

/** What is missing of a step of an order, by what lies with it or in the order's rooms; nothing while it has not happened, nor once the order is over and nobody will bring it. */
export function missingOf(
  order: { readonly service: Service; readonly state: OrderState; readonly heldByStep?: HeldByStep },
  { code, occurredAt, evidence }: ReportedStep,
  files: readonly StepFile[],
): readonly EvidenceKind[] {
  if (occurredAt === null || isOver(order)) return [];
  const { service, heldByStep = {} } = order;
  const own = files.filter(({ milestoneCode }) => milestoneCode === code);
  const isPicture = ({ kind }: StepFile) => LOOKS[kind].mediaType.startsWith("image/");
  const held = heldByStep[code] ?? [];
  const present = { evidence, files: own.map((file) => ({ isPicture: isPicture(file) })) };
  return missingEvidence({ service, code }, present).filter((kind) => !held.includes(kind));
}

/** The fields that a form offers for an order: those that its service, its mode of transport and its states can fill. */
export const fieldsOf = (of: Carriage & { readonly service: Service }): readonly EvidenceField[] =>
  kindOf(of.service).evidenceFields?.(of) ?? [];

/**
 * Whether the numbers that are told go with the order's work and way: no wagon on a road, no plates at sea. Refuses `number_not_of_order` for
 * each that does not.
 */
export function checkNumbers(
  of: Carriage & { readonly service: Service },
  evidence: Evidence,
): Result<void, Refusal<"number_not_of_order">> {
  const known = fieldsOf(of);
  const strange = numbersIn(evidence).filter((field) => !known.includes(field));
  return checkAll(strange.map((field) => refuse("number_not_of_order", { field: `evidence.${field}`, mode: of.mode })));
}

/** Which numbers of what carries the goods and of its papers are told. */
export const numbersIn = (evidence: Evidence) => NUMBER_FIELDS.filter((field) => evidence[field] !== undefined);
