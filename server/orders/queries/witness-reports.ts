import type { Reader } from "@/db/database";
import { reportsOfOrder } from "@/db/repositories/field";
import { reopenedStepsOf } from "@/db/repositories/orders";
import type { Witness } from "@/views/orders";
import type { Instant } from "@/domain/shared/time";

/** What has been told beside the steps' own reports, and what was told of them before they were reopened. Who may read the order reads it; that is asked before. */
export async function witnessesOf(read: Reader, orderId: string): Promise<Witness[]> {
  const beside = (await reportsOfOrder(read, orderId))
    .filter(({ isStep }) => !isStep)
    .map(({ id, code, occurredAt, receivedAt, note, evidence }) => ({
      ...{ id, code, note, evidence, isReopened: false, reporterName: null },
      occurredAt: occurredAt as Instant,
      receivedAt: receivedAt as Instant,
    }));
  const before = (await reopenedStepsOf(read, orderId)).map(
    ({ seq, code, occurredAt, reportedAt, note, evidence, reporterName }) => ({
      ...{ id: `reopened-${seq}`, code, note, isReopened: true, reporterName, occurredAt },
      evidence: evidence ?? {},
      receivedAt: reportedAt,
    }),
  );
  return [...before, ...beside].sort((a, b) => a.receivedAt - b.receivedAt);
}
