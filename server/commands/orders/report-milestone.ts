import type { Reader } from "../../../db/database";
import type { StoredOrder } from "../../../db/repositories/orders";
import { z } from "zod";
import { FILES_PER_SUBJECT_MAX } from "../../../domain/files/file-limits";
import { missingBeforeFiling, PAPERS_REASON_MAX, readPapersReason } from "../../../domain/documents/complete-without";
import { kindOf } from "../../../domain/services/registry";
import { evidenceSchema } from "../../../domain/orders/evidence/evidence-schema";
import { EARLY_REASON_MAX } from "../../../domain/services/earliest";
import { NOTE_MAX } from "../../../domain/orders/order";
import { instantField, optionalText } from "../../../domain/services/wire-fields";
import { accept, type Refusal, type Result } from "../../../domain/shared/result";
import { type MilestoneFilesRefusal, putToMilestone } from "../../files/milestone-files";
import { readinessOfDeal } from "../../documents/readiness-of-deal";
import { takeStep, type ToldStepRefusal } from "../../orders/take-step";
import { type ByHandRefusal, toldByHand } from "../../orders/told-by-hand";
import { command } from "../../platform/command";
import { type LoadRefusal, loadOrder, type OrderReceipt } from "./load-order";

export const milestoneNote = optionalText(NOTE_MAX);
export const earlyReason = optionalText(EARLY_REASON_MAX);
export const papersReason = optionalText(PAPERS_REASON_MAX);

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  code: z.string().min(1, "required").max(60),
  occurredAt: instantField,
  note: milestoneNote.default(""),
  earlyReason: earlyReason.default(""),
  papersReason: papersReason.default(""),
  fileIds: z.array(z.string().max(64)).max(FILES_PER_SUBJECT_MAX, "too_many").default([]),
  evidence: evidenceSchema.optional(),
  version: z.int().optional(),
});

/** Why a step that says that the papers are complete is told although required ones are missing; null for every other step and where none is. */
async function papersReasonOf(
  db: Reader,
  order: Pick<StoredOrder, "service" | "dealId">,
  { code, papersReason: reason }: { readonly code: string; readonly papersReason: string },
): Promise<Result<string | null, Refusal<"papers_missing">>> {
  const step = kindOf(order.service).milestones.find((one) => one.code === code);
  if (!step?.needsPapers) return accept(null);
  return readPapersReason(missingBeforeFiling(await readinessOfDeal(db, order.dealId)), reason);
}

type ReportRefusal = LoadRefusal | ToldStepRefusal | MilestoneFilesRefusal | ByHandRefusal | Refusal<"papers_missing">;

/** The provider says what happened and when, as far as the gates of the deal let it; the delivery starts the time after which acceptance follows by itself. */
export const reportMilestone = command({
  name: "orders.report-milestone",
  action: "order.report",
  input,
  async run(
    context,
    { orderId, code, occurredAt, note, fileIds, version, earlyReason: reason, ...told },
  ): Promise<Result<OrderReceipt, ReportRefusal>> {
    const { tx, actor, concerns } = context;
    const loaded = await loadOrder(tx, actor, { orderId, version, action: "order.report" });
    if (!loaded.ok) return loaded;
    const byHand = await toldByHand(tx, loaded.value, code);
    if (!byHand.ok) return byHand;
    const papers = await papersReasonOf(tx, loaded.value, { code, ...told });
    if (!papers.ok) return papers;
    const evidence = papers.value === null ? told.evidence : { ...told.evidence, papersReason: papers.value };
    const step = { code, occurredAt, note: note || null, evidence, earlyReason: reason || null };
    const taken = await takeStep(context, loaded.value, step);
    if (!taken.ok) return taken;
    const put = await putToMilestone(tx, fileIds, { orderId, code, organisationId: actor.organisationId });
    if (!put.ok) return put;
    concerns(orderId);
    return accept({ id: orderId, ...taken.value });
  },
});
