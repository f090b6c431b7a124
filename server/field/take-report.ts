import { z } from "zod";
import { type FieldPhotoRow, findReport, insertReport, namePhotos, photosOf } from "../../db/repositories/field";
import { attachToMilestone } from "../../db/repositories/files";
import { PHOTOS_PER_REPORT_MAX } from "../../domain/field/link";
import { phoneTime } from "../../domain/field/phone-outbox";
import { stepsOf } from "../../domain/access/field-role";
import { lateFields, lateStatement } from "../../domain/orders/late-fields";
import { evidenceSchema } from "../../domain/orders/evidence-schema";
import type { KeptEvidence, PhotoEvidence } from "../../domain/orders/evidence";
import { isOver, mayStandBeside, NOTE_MAX, orderFacts } from "../../domain/orders/order";
import { EARLY_REASON_MAX } from "../../domain/services/earliest";
import { instantField, optionalText } from "../../domain/shared/wire-fields";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { type Instant, instant } from "../../domain/shared/time";
import { loadStanding, reportsStep, type StandingRefusal, lockDealOfSender } from "./load-standing";
import {
  checkToldNumbers,
  confirmNumbers,
  lockNumbers,
  mayBeNumbered,
  numbersConfirmed,
  type NumbersRefusal,
} from "../orders/told-numbers";
import { type ReportedStepRefusal, takeStep } from "../orders/take-step";
import { command } from "../platform/command";

// The years that a phone's clock may show, however wrong it is.
const clockField = z.int().min(0).max(4_102_444_800_000);

/** What a phone sends of one report. Its id was made on the phone, and is what a repeat is known by. */
export const reportInput = z.strictObject({
  id: z.uuid(),
  seq: z.int().min(0),
  code: z.string().min(1, "required").max(60),
  occurredAt: instantField,
  madeAt: clockField,
  sentAt: clockField,
  note: z.string().trim().max(NOTE_MAX, "too_long").default(""),
  photoIds: z.array(z.uuid()).max(PHOTOS_PER_REPORT_MAX, "too_many").default([]),
  evidence: evidenceSchema.default({}),
  isConfirmed: numbersConfirmed,
  earlyReason: optionalText(EARLY_REASON_MAX).optional(),
  ...lateFields,
});

/** `isStep` where the report is the step's own; else it stands beside what had been reported of it. */
export type ReportReceipt = { readonly id: string; readonly isStep: boolean };
type ReportRefusal =
  | StandingRefusal
  | ReportedStepRefusal
  | NumbersRefusal
  | Refusal<"already_received" | "file_unknown">;

const evidenceOf = (photo: FieldPhotoRow): PhotoEvidence => ({
  fileId: photo.fileId,
  originalSha256: photo.originalSha256,
  takenAt: photo.takenAt === null ? null : (photo.takenAt as Instant),
  takenPosition:
    photo.takenLatE6 === null || photo.takenLonE6 === null
      ? null
      : { latE6: photo.takenLatE6, lonE6: photo.takenLonE6 },
});

/**
 * Somebody in the field says what happened. By a link of the provider it is the step's report, where nobody has reported it yet; by a
 * link of the buyer, later than somebody else's or when the order is over, it stands beside it as evidence and moves nothing. One id is
 * taken once, whatever it says and by whichever link of the order; its pictures may have come by the link that this one replaces. It is held
 * to what the order's page holds a report to: numbers, times, and why it came early or late. What is refused stays on the phone to be corrected.
 */
export const takeReport = command({
  name: "field.take-report",
  action: "field.report",
  limit: "field",
  input: reportInput,
  async lock(tx, { evidence }, actor) {
    await lockDealOfSender(tx, null, actor);
    await lockNumbers(tx, evidence?.declarations);
  },
  async run(context, told): Promise<Result<ReportReceipt, ReportRefusal>> {
    const { tx, actor, now, publish, concerns } = context;
    const standing = await loadStanding(tx, actor, now);
    if (!standing.ok) return standing;
    const { link, order } = standing.value;
    const { id, code, note, photoIds } = told;
    if (await findReport(tx, { orderId: order.id, id })) return refuse("already_received");
    if (!stepsOf(link.role, order).some((step) => step.code === code)) return refuse("milestone_unknown", { code });
    const photos = await photosOf(tx, { sender: link, ids: photoIds });
    const unknown = photoIds.find((photoId) => !photos.some((photo) => photo.id === photoId));
    if (unknown !== undefined) return refuse("file_unknown", { fileId: unknown });
    const time = phoneTime({ occurredAt: told.occurredAt, sentAt: instant(told.sentAt) }, now);
    const at = { code, occurredAt: time.occurredAt };
    const ofOrder = await checkToldNumbers(tx, order, told.evidence);
    if (!ofOrder.ok) return ofOrder;
    const numbered = await mayBeNumbered(tx, order, { ...at, evidence: told.evidence });
    if (!numbered.ok) return numbered;
    const meant = await confirmNumbers(tx, order, told);
    if (!meant.ok) return meant;
    const evidence: KeptEvidence = {
      ...meant.value,
      ...(photos.length > 0 ? { photos: photos.map(evidenceOf) } : {}),
      field: { linkId: link.id, role: link.role, person: link.person, clockDriftMs: time.driftMs },
    };
    const isToCome = order.milestones.some((milestone) => milestone.code === code && milestone.occurredAt === null);
    const isOpen = isToCome && !isOver(order);
    const isStep = isOpen && (await reportsStep(tx, standing.value, code));
    if (isStep) {
      const asked = { earlyReason: told.earlyReason || null, late: lateStatement(told) };
      const taken = await takeStep(context, order, { ...at, note: note || null, evidence, ...asked });
      if (!taken.ok) return taken;
    } else {
      const fits = mayStandBeside(order.milestones, at, now);
      if (!fits.ok) return fits;
      publish({ type: "order.evidence_added", code, ...orderFacts(order) });
    }
    await attachToMilestone(
      tx,
      photos.map(({ fileId }) => fileId),
      { orderId: order.id, code },
    );
    await namePhotos(tx, { sender: link, ids: photoIds, reportId: id });
    assert(link.orderId === order.id, "a link reports on its own order");
    const { seq, occurredAt: toldAt } = told;
    const clocks = { madeAt: instant(told.madeAt), sentAt: instant(told.sentAt), receivedAt: now, toldAt };
    await insertReport(tx, {
      linkId: link.id,
      id,
      orderId: order.id,
      seq,
      ...at,
      ...clocks,
      isStep,
      note: note || null,
      evidence,
    });
    concerns(order.id);
    return accept({ id, isStep });
  },
});
