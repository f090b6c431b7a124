import type { Evidence } from "@/domain/orders/evidence/evidence";

/** What lies in the outbox of a field link: a report as the market takes it, but for what the outbox says of it itself. */
export type ReportBody = {
  readonly code: string;
  /** ISO 8601, by this phone's clock. */
  readonly occurredAt: string;
  readonly note: string;
  readonly evidence: Evidence;
  /** Why it was late, where whoever reports says so. */
  readonly lateReason?: string;
};
