import { HOUR_MS, instant, later } from "../../../domain/shared/time";
import { closeEndedDispute } from "@/server/disputes/close-ended-dispute";
import { decideDispute, escalateDispute, escalateDueDispute, openDispute, writeEntry } from "@/server/disputes/dispute";
import { takeOffer } from "@/server/disputes/take-offer";
import type { Actor } from "../../../domain/access/policy";
import type { PlannedDispute } from "../../plan/disputes/plan-dispute";
import { type EventQueue, SYSTEM, type Stage } from "../stage";
import type { OrderOfYear } from "./history-rooms";

/** The order's parties, and who decides. */
type Disputing = Pick<OrderOfYear, "id" | "plan" | "buyer" | "provider"> & { readonly administrator: Actor };

/** An order's dispute, each of its steps at its time: what both say, and how it ends. Closed once the order is over. */
export function playDispute(stage: Stage, queue: EventQueue, order: Disputing, dispute: PlannedDispute): void {
  const { script, openedAt, words, charge, entries, ruling, endedAt } = dispute;
  let disputeId: string | undefined;
  const schedule = (at: typeof openedAt, take: (id: string) => Promise<unknown>) =>
    queue.schedule(at, async () => void (disputeId && (await take(disputeId))));
  queue.schedule(openedAt, async () => {
    const opened = { orderId: order.id, code: script.code, words, charge };
    disputeId = (await stage.act(openedAt, order[script.opener], openDispute, opened))?.id;
  });
  for (const { by, at, ...said } of entries)
    schedule(at, (id) => stage.act(at, order[by], writeEntry, { disputeId: id, ...said }));
  if (ruling) {
    const { escalatedAt, isByClock, ending } = ruling;
    const [actor, command] = isByClock
      ? ([SYSTEM, escalateDueDispute] as const)
      : ([order[script.opener], escalateDispute] as const);
    schedule(escalatedAt, (id) => stage.act(escalatedAt, actor, command, { disputeId: id }));
    const decision = { ...ending, words: ruling.words };
    schedule(endedAt, (id) => stage.act(endedAt, order.administrator, decideDispute, { disputeId: id, ...decision }));
  } else {
    schedule(endedAt, (id) =>
      stage.act(endedAt, order[script.opener], takeOffer, { disputeId: id, seq: entries.length }),
    );
  }
  const last = instant(Math.max(endedAt, ...order.plan.reports.map(({ at }) => at)));
  schedule(later(last, HOUR_MS), (id) => stage.act(later(last, HOUR_MS), SYSTEM, closeEndedDispute, { disputeId: id }));
}
