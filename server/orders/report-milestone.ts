import type { Reader } from "../../db/database";
import { keepPart, saveOrder, type StoredOrder } from "../../db/repositories/orders";
import { type FundsRefusal, fundsSchema } from "../../domain/services/payment/funds";
import { type MilestoneRefusal, NOTE_MAX, report, stateOf } from "../../domain/orders/order";
import { z } from "zod";
import { FILES_PER_SUBJECT_MAX } from "../../domain/files/file-limits";
import {
  type MissingPapers,
  missingBeforeFiling,
  PAPERS_REASON_MAX,
  type PapersRefusal,
  readPapersReason,
} from "../../domain/documents/missing-papers";
import { kindOf } from "../../domain/services/registry";
import { evidenceSchema } from "../../domain/orders/evidence-schema";
import { EARLY_REASON_MAX } from "../../domain/services/earliest";
import { lateFields, lateStatement } from "../../domain/orders/late-fields";
import type { KeptEvidence } from "../../domain/orders/evidence";
import {
  PASSED_REASON_MAX,
  passedFirst,
  type PassedRefusal,
  readPassedReason,
} from "../../domain/orders/expected-evidence";
import { instantField, optionalText, readSoFar } from "../../domain/shared/wire-fields";
import { accept, assert, atMember, checkAll, type Refusal, refusalsOf, type Result } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import type { RefusalCode } from "../../domain/shared/refusal-codes";
import { type MilestoneFilesRefusal, putToMilestone } from "../files/milestone-files";
import { notHandedOver } from "./handed-over-deliverables";
import { readinessOfDeal } from "./chain/document-readiness";
import {
  checkToldNumbers,
  confirmNumbers,
  lockNumbers,
  DOUBTS,
  mayBeNumbered,
  numbersConfirmed,
  type NumbersRefusal,
} from "./told-numbers";
import { mayTake, takeStep, type ReportedStepRefusal, type StepRefusal } from "./take-step";
import type { ByHandRefusal, LoadedOrder, StepAt, UnsaidRefusal } from "./kinds/kind-in-order";
import { reportedByHand, kindInOrder } from "./kinds/registry";
import { type CommandContext, command, type Members, type PrepareContext } from "../platform/command";
import { type LoadRefusal, loadOrder, type OrderReceipt, orderReceiptShape } from "./load-order";
import { lockDealOfOrder } from "../../db/repositories/deals";

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  code: z.string().min(1, "required").max(60).meta({ description: "One of the order's `milestones`" }),
  occurredAt: instantField,
  note: optionalText(NOTE_MAX).optional(),
  earlyReason: optionalText(EARLY_REASON_MAX).optional().meta({
    description:
      "Why it happened sooner than it can have: before the goods were ready, faster than any vehicle. Such a step is kept as early and counts for no figure",
  }),
  ...lateFields,
  papersReason: optionalText(PAPERS_REASON_MAX).optional().meta({
    description:
      "Why papers are complete while some are missing: asked for with `papers_missing` or `deliverables_missing`, which name them, and kept with the step",
  }),
  passedReason: optionalText(PASSED_REASON_MAX).optional().meta({
    description:
      "Why steps before it did not occur: asked for with `step_passed_over`, which names them, and kept with the step",
  }),
  evidence: evidenceSchema.optional().meta({
    description:
      "Numbers, weights and place; each by its own rule. Customs have filed or released under a number: `declaration_number_missing` asks for it",
  }),
  isConfirmed: numbersConfirmed,
  funds: fundsSchema.optional().meta({
    description:
      "What came in from the payer, with `funds_received`. Funds that are short are kept as a part of what is due: the step comes with the rest",
  }),
  fileIds: z
    .array(z.string().max(64))
    .max(FILES_PER_SUBJECT_MAX, "too_many")
    .optional()
    .meta({ description: "Files of yours from `POST /api/v1/files` that are attached to nothing yet" }),
  version: z.int().optional(),
});

/** The papers that a step says are complete and are not there; null of every other step. */
async function missingAt(db: Reader, order: StoredOrder, code: string): Promise<MissingPapers | null> {
  const { service, dealId } = order;
  switch (kindOf(service).milestones.find((one) => one.code === code)?.needsPapers) {
    case "before_filing":
      return { of: "before_filing", kinds: missingBeforeFiling(await readinessOfDeal(db, dealId)) };
    case "handed_over":
      return { of: "handed_over", service, codes: await notHandedOver(db, order) };
    default:
      return null;
  }
}

/** The steps that a report passes over and has to say why, with the order's kind. */
async function passedBy(db: Reader, order: LoadedOrder, code: string) {
  const passed = passedFirst(order, code);
  const mayBear = passed.some(({ needs }) => needs === "state_charges");
  const bears = mayBear && (await kindInOrder(order).bearsStateCharges?.(db, order));
  const steps = passed.filter(({ needs }) => needs === "always" || bears).map((one) => one.code);
  return { service: order.service, steps };
}

type Told = Pick<
  z.infer<typeof input>,
  "code" | "occurredAt" | "note" | "papersReason" | "passedReason" | "evidence" | "funds"
> & { readonly isConfirmed?: boolean | undefined };
type SaidRefusal = PapersRefusal | PassedRefusal | UnsaidRefusal | NumbersRefusal | FundsRefusal | MilestoneRefusal;

const OF_TIME: readonly RefusalCode[] = ["occurred_in_future", "occurred_out_of_order"];

/**
 * What goes with a step as evidence, once all is said that its report is asked for: why papers are complete although some are missing, why
 * steps are passed over, and the numbers and words that it cannot be told without. A step that cannot come now is asked nothing; one that can,
 * but not at the time that was told, is told that together with all else that it lacks.
 */
async function readSaid(
  { db, now }: { readonly db: Reader; readonly now: Instant },
  order: LoadedOrder,
  told: Told,
): Promise<Result<KeptEvidence | undefined, SaidRefusal>> {
  const { code, note, papersReason = "", passedReason = "", evidence } = told;
  const may = report(order, told, now);
  if (!may.ok && !OF_TIME.includes(may.refusal.code)) return accept(evidence);
  const kind = kindInOrder(order);
  const missing = await missingAt(db, order, code);
  const papers = missing === null ? accept(null) : readPapersReason(missing, papersReason);
  const passed = readPassedReason(await passedBy(db, order, code), passedReason);
  const all = checkAll<SaidRefusal>([
    atMember(may, "occurredAt"),
    await checkToldNumbers(db, order, evidence),
    papers,
    passed,
    (await kind.isSaid?.(db, order, { code, note, evidence })) ?? accept(undefined),
    await mayBeNumbered(db, order, told),
    // Of a step that can come its figures are read once it is known that nothing else holds it.
    may.ok ? accept(undefined) : ((await kind.readFigures?.(db, order, { ...told, now })) ?? accept(undefined)),
  ]);
  if (!all.ok) return all;
  const meant = await confirmNumbers(db, order, told);
  if (!meant.ok) return meant;
  assert(papers.ok && passed.ok, "neither was refused");
  const reasons = {
    ...(papers.value === null ? {} : { papersReason: papers.value }),
    ...(passed.value === null ? {} : { passedReason: passed.value }),
  };
  const kept = { ...meant.value, ...reasons };
  return accept(Object.keys(kept).length === 0 ? evidence : kept);
}

/**
 * What is refused of a report of which some members cannot be read: nothing that follows from those, and so nothing of funds that are not there. A
 * time that cannot be read is taken to be now, of which nothing is said.
 */
async function refusedOfReport(
  { read, actor, now }: PrepareContext,
  { orderId, version: _, ...sent }: Members,
): Promise<readonly Refusal[]> {
  const loaded = await loadOrder(read, actor, { orderId: String(orderId), action: "order.report" });
  if (!loaded.ok) return [loaded.refusal];
  const { value, unread } = readSoFar(input, sent);
  const { code, occurredAt = now } = value;
  if (code === undefined) return [];
  const byHand = await reportedByHand(read, loaded.value, code);
  if (!byHand.ok) return [byHand.refusal];
  const refusals = refusalsOf(await readSaid({ db: read, now }, loaded.value, { ...value, code, occurredAt }));
  const isOfUnread = ({ code: refused, details }: Refusal): boolean =>
    (unread.has("evidence") && refused.startsWith("declaration_number_")) ||
    refused === "funds_unsaid" ||
    unread.has(String(details?.field));
  return refusals.filter((refusal) => !isOfUnread(refusal));
}

type Whole = { readonly evidence: KeptEvidence | undefined; readonly part: OrderReceipt | null };

/**
 * What is kept with a step once its figures are told. Where these do not make it whole, they are kept with the step as a part of what is due: the
 * order stays where it is, and its receipt is answered.
 */
async function keptWith(
  context: CommandContext,
  order: LoadedOrder,
  { code, occurredAt, funds, evidence }: StepAt & Pick<z.infer<typeof input>, "funds"> & Omit<Whole, "part">,
): Promise<Result<Whole, StepRefusal | FundsRefusal>> {
  const { tx, now } = context;
  const { readFigures, onFigures } = kindInOrder(order);
  const may = readFigures ? await mayTake(context, order, { code, occurredAt }) : accept(order.state);
  if (!may.ok) return may;
  const figures = (await readFigures?.(tx, order, { code, occurredAt, funds, now })) ?? accept(null);
  if (!figures.ok) return figures;
  if (figures.value) onFigures?.(context, order, figures.value);
  const kept = figures.value ? { ...evidence, ...figures.value.kept } : evidence;
  if (!kept || figures.value?.isWhole !== false) return accept({ evidence: kept, part: null });
  await keepPart(tx, { orderId: order.id, code }, kept);
  await saveOrder(tx, order, {});
  return accept({ evidence: kept, part: { id: order.id, state: stateOf(order), version: order.version + 1 } });
}

type ReportRefusal =
  | FundsRefusal
  | LoadRefusal
  | ReportedStepRefusal
  | MilestoneFilesRefusal
  | ByHandRefusal
  | SaidRefusal;

/** The provider says what happened and when, as far as the gates of the deal let it; the delivery starts the time after which acceptance follows by itself. */
export const reportMilestone = command({
  name: "orders.report-milestone",
  action: "order.report",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/milestones",
    scope: "orders:write",
    status: 201,
    summary: "The provider says what happened and when",
    description:
      "The service's first milestone schedules the order, its delivery delivers it, its last one after acceptance completes it.",
    example: { code: "documents_requested", occurredAt: "2026-12-01T09:00:00Z", note: "List sent", fileIds: [] },
    output: orderReceiptShape,
    refusals: [
      "milestone_unknown",
      "milestone_already_reported",
      "milestone_out_of_order",
      "step_owed",
      "awaiting_acceptance",
      "payment_not_sent",
      "gate_closed",
      "occurred_out_of_order",
      "occurred_in_future",
      "early_without_reason",
      "late_without_reason",
      "papers_missing",
      "deliverables_missing",
      "step_passed_over",
      "declaration_number_missing",
      "number_not_of_order",
      "declaration_number_malformed",
      ...DOUBTS,
      "weight_absurd",
      "funds_unsaid",
      "funds_currency",
      "value_date_in_future",
      "third_party_payment",
      "payee_pays_itself",
      "payer_not_importer",
      "payer_without_contract",
      "third_party_held",
      "surplus_unsettled",
      "declaration_unreleased",
      "step_of_declaration",
      "sending_without_reference",
      "wrong_state",
      "not_permitted",
      "file_unknown",
      "too_many_files",
    ],
  },
  async lock(tx, { orderId, evidence }) {
    await lockDealOfOrder(tx, { orderId });
    await lockNumbers(tx, evidence?.declarations);
  },
  refusedSoFar: refusedOfReport,
  async run(
    context,
    { orderId, code, occurredAt, note, fileIds = [], version, earlyReason: reason, funds, ...told },
  ): Promise<Result<OrderReceipt, ReportRefusal>> {
    const { tx, actor, now, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "order.report" });
    if (!loaded.ok) return loaded;
    const byHand = await reportedByHand(tx, loaded.value, code);
    if (!byHand.ok) return byHand;
    const said = await readSaid({ db: tx, now }, loaded.value, { code, occurredAt, note, funds, ...told });
    if (!said.ok) return said;
    const whole = await keptWith(context, loaded.value, { code, occurredAt, funds, evidence: said.value });
    if (!whole.ok) return whole;
    if (whole.value.part) {
      const kept = await putToMilestone(tx, fileIds, { orderId, code, organisationId: actor.organisationId });
      if (!kept.ok) return kept;
      concerns(orderId);
      return accept(whole.value.part);
    }
    const asked = { earlyReason: reason || null, late: lateStatement(told) };
    const step = { code, occurredAt, note: note || null, evidence: whole.value.evidence, ...asked };
    const taken = await takeStep(context, loaded.value, step);
    if (!taken.ok) return taken;
    const put = await putToMilestone(tx, fileIds, { orderId, code, organisationId: actor.organisationId });
    if (!put.ok) return put;
    concerns(orderId);
    return accept({ id: orderId, ...taken.value });
  },
});
