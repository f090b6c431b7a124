import type { Carriage, PassedReason } from "../services/kind";
import { kindOf } from "../services/registry";
import type { OrderState, Service } from "../shared/vocabulary";
import { accept, checkAll, type Refusal, refuse, type Result } from "../shared/result";
import { after, before, isOver, type Milestone } from "./order";
import { type FileKind, LOOKS } from "../files/file-kind";
import { DECLARATION_FIELDS, type EvidenceField, type EvidenceKind, NUMBER_FIELDS } from "../services/evidence";
import type { Instant } from "../shared/time";
import type { Evidence, KeptEvidence } from "./evidence";

export const PASSED_REASON_MAX = 300;

export type PassedRefusal = Refusal<"step_passed_over">;

/**
 * The steps that a report of `code` is the first to overtake and that are passed over with a reason alone, by the kind of the order. Whoever
 * overtook one before has been asked already, or could not be asked.
 */
export function passedFirst(
  { service, milestones }: { readonly service: Service; readonly milestones: readonly Milestone[] },
  code: string,
): readonly { readonly code: string; readonly needs: PassedReason }[] {
  const position = milestones.findIndex((milestone) => milestone.code === code);
  return before(milestones, Math.max(0, position)).flatMap((one) => {
    const needs = kindOf(service).milestones.find((milestone) => milestone.code === one.code)?.passedWithReason;
    const isOvertaken = after(milestones, milestones.indexOf(one)).some(({ occurredAt }) => occurredAt !== null);
    return needs && one.occurredAt === null && !isOvertaken ? [{ code: one.code, needs }] : [];
  });
}

/**
 * What is kept of steps that a report passes over. Whoever reports must say why they did not occur, else it refuses `step_passed_over` with
 * their names. A reason where none is passed over is not kept.
 */
export function readPassedReason(
  passed: { readonly service: Service; readonly steps: readonly string[] },
  reason: string,
): Result<string | null, PassedRefusal> {
  const { service, steps } = passed;
  if (steps.length === 0) return accept(null);
  return reason === "" ? refuse("step_passed_over", { service, steps: steps.join(", ") }) : accept(reason);
}

/** What a step of a service is expected to bring; one that names nothing is taken at its word. */
export const expectedEvidence = (service: Service, code: string): readonly EvidenceKind[] =>
  kindOf(service).milestones.find((milestone) => milestone.code === code)?.brings ?? [];

const WRITTEN_IN: Readonly<Partial<Record<EvidenceKind, readonly EvidenceField[]>>> = {
  seal: ["seals"],
  weight: ["grossWeight"],
  declaration: DECLARATION_FIELDS,
};

/** The numbers that a step is expected to bring: a form asks for them in plain sight, and for others where somebody looks for them. */
export const fieldsBrought = (service: Service, code: string): readonly EvidenceField[] =>
  expectedEvidence(service, code).flatMap((kind) => WRITTEN_IN[kind] ?? []);

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
