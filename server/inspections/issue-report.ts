import { z } from "zod";
import { saveRound } from "../../db/repositories/inspections";
import { judge, NO_RESULTS, VERDICTS } from "../../domain/inspections/results/results";
import { lateFields, lateStatement } from "../../domain/orders/late-fields";
import { orderFacts } from "../../domain/orders/order";
import type { Instant } from "../../domain/shared/time";
import { accept, assert, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { draftWhenComplete, followSeen, gapsOnRecord } from "./follow-step";
import {
  loadRound,
  OF_ROUND,
  OF_STEP,
  roundField,
  roundReceiptShape,
  type RoundRefusal,
  settleRound,
} from "./load-rounds";
import { renderReport } from "./report-pdf";
import { reportContent } from "./report-content";
import type { AskedStepRefusal } from "../orders/take-step";
import { idText } from "../platform/api/endpoint-kinds";
import { command, type PrepareContext, type CommandContext } from "../platform/command";
import { createHash, randomBytes } from "node:crypto";
import { attachToMilestone, insertFile } from "../../db/repositories/files";
import type { FileFacts } from "../../domain/files/file";
import { fileStore } from "../files/open-store";
import { newId } from "../platform/platform";
import { env } from "../platform/process/env";
import { newKey } from "../sealing/envelope";
import { contentContext, sealFacts, wrapFileKey } from "../sealing/seal-file";
import { sealStream } from "../sealing/seal-stream";
import { ownKey } from "../sealing/keys";
import { lockDealOfOrder } from "../../db/repositories/deals";

/** A report that lies in the store, sealed; no row speaks of it yet, and it is swept away where none comes to. */
type StoredReport = {
  readonly fileId: string;
  readonly objectName: string;
  readonly dataKey: Buffer;
  readonly facts: FileFacts;
};

async function* whole(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

/** Puts a report into the store under a name that tells nothing. */
async function storeReport(content: Buffer, name: string): Promise<StoredReport> {
  const [fileId, dataKey, objectName] = [newId(), newKey(), randomBytes(16).toString("hex")];
  const sha256 = createHash("sha256").update(content).digest("hex");
  await (await fileStore()).put(
    objectName,
    sealStream(whole(content), { key: dataKey, context: contentContext(fileId) }),
  );
  return { fileId, objectName, dataKey, facts: { name, kind: "pdf", sizeBytes: content.length, sha256 } };
}

type Of = { readonly orderId: string; readonly organisationId: string };

/** Puts the stored report on record as a file of the order's delivery, the inspection company's own. */
async function keepReport(
  { tx, actor, now }: Pick<CommandContext, "tx" | "actor" | "now">,
  { fileId, objectName, dataKey, facts }: StoredReport,
  { orderId, organisationId }: Of,
): Promise<void> {
  assert(actor.userId, "who issues a report is somebody");
  await insertFile(tx, {
    id: fileId,
    organisationId,
    uploadedByUserId: actor.userId,
    subject: { kind: "order", id: orderId },
    state: env().CLAMD_URL === "" ? "unscanned" : "pending",
    facts: sealFacts(facts, { fileId, dataKey }),
    keyForOwner: wrapFileKey(dataKey, fileId, { holder: "owner", key: await ownKey(tx, organisationId, now) }),
    keyForRequest: null,
    objectName,
    now,
  });
  await attachToMilestone(tx, [fileId], { orderId, code: "report_issued" });
}

const input = z.strictObject({
  orderId: z.string().min(1).max(64),
  round: roundField,
  version: z.int().optional(),
  ...lateFields,
});
type Input = z.output<typeof input>;

type Drawn = { readonly report: StoredReport; readonly version: number; readonly at: Instant };

/** The report as a file, drawn and stored before the transaction; null where the call will be refused anyway. */
async function drawReport(
  { read, actor, now }: PrepareContext,
  { orderId, round: number }: Input,
): Promise<Drawn | null> {
  const asked = { orderId, action: "order.report", event: "issue", round: number } as const;
  const loaded = await loadRound({ tx: read, actor }, asked);
  if (!loaded.ok || (await gapsOnRecord(read, loaded.value.round, now)).length > 0) return null;
  const content = await reportContent(read, orderId, { issuedAt: now, now });
  if (!content) return null;
  const name = `inspection-${content.reference}-${content.round.round}.pdf`;
  return { report: await storeReport(await renderReport(content), name), version: content.round.version, at: now };
}

type IssueRefusal = RoundRefusal | AskedStepRefusal | Refusal<"not_reportable">;

const reportReceiptShape = roundReceiptShape
  .extend({ verdict: z.enum(VERDICTS), fileId: idText, sha256: z.string() })
  .meta({ id: "ReportReceipt" });
type ReportReceipt = Readonly<z.output<typeof reportReceiptShape>>;

/**
 * Fixes what was found with the verdict that follows from it, keeps the report as a file of the order with its hash, and delivers the
 * order. The call names no verdict, and none is asked for. Refuses `not_reportable` while anything lacks:
 * minutes, a place or a photo of the visit, or something of what was to be looked at.
 */
export const issueReport = command({
  name: "inspections.issue-report",
  action: "order.report",
  input,
  http: {
    method: "POST",
    path: "/orders/{orderId}/inspection/report",
    scope: "orders:write",
    operation: "issueInspectionReport",
    status: 201,
    summary: "Fix what was found with the verdict that follows from it, and deliver the order",
    description:
      "The verdict is computed of plan and results; the call names none. The report is kept as a file of the order.",
    example: { round: 1 },
    output: reportReceiptShape,
    refusals: [...OF_ROUND, ...OF_STEP, "late_without_reason", "not_reportable"],
  },
  lock: lockDealOfOrder,
  prepare: drawReport,
  async run(
    context,
    { orderId, round: number, version, ...said },
    drawn,
  ): Promise<Result<ReportReceipt, IssueRefusal>> {
    const { tx, actor, now, publish } = context;
    const asked = { orderId, action: "order.report", event: "issue", round: number, version } as const;
    const loaded = await loadRound(context, asked);
    if (!loaded.ok) return loaded;
    const { order, round, next } = loaded.value;
    const results = round.results ?? NO_RESULTS;
    const [gap] = await gapsOnRecord(tx, round, now);
    if (gap)
      return refuse("not_reportable", { lacks: gap.kind, ...("subject" in gap ? { subject: gap.subject } : {}) });
    // What was drawn says what stood there then.
    if (drawn === null || drawn.version !== round.version) return refuse("stale_version", { version: round.version });
    const judgement = judge(round.plan, results);
    const { fileId, facts } = drawn.report;
    await keepReport(context, drawn.report, { orderId, organisationId: order.providerOrganisationId });
    await saveRound(tx, round, {
      state: next,
      verdict: judgement.kind,
      judgement,
      issuedAt: drawn.at,
      issuedByUserId: actor.userId,
      reportFileId: fileId,
      reportSha256: facts.sha256,
    });
    // The last thing that lacked may have been a photo, whose coming takes no step.
    const drafted = await draftWhenComplete(context, round);
    if (!drafted.ok) return drafted;
    const delivered = await followSeen(context, orderId, {
      code: "report_issued",
      at: drawn.at,
      late: lateStatement(said),
    });
    if (!delivered.ok) return delivered;
    publish({ type: "inspection.reported", round: round.number, verdict: judgement.kind, ...orderFacts(order) });
    const receipt = await settleRound(context, loaded.value);
    return accept({ ...receipt, verdict: judgement.kind, fileId, sha256: facts.sha256 });
  },
});
