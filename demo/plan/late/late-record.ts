import type { DelayReason } from "../../../domain/orders/delay/reasons";
import type { Fault } from "../../../domain/orders/slots/sides";
import type { Mode } from "../../../domain/hubs/place";
import type { ReturnReason } from "../../../domain/remittance/remittance";
import type { Service } from "../../../domain/shared/service";
import type { Instant } from "../../../domain/shared/instant";

/** What an order's own record says of its waits: the spans of its delay clock, and whose fault it was that slots were booked anew, and when the window of the last one opens. */
export type WaitRecord = {
  readonly spans: readonly { readonly reason: DelayReason; readonly from: Instant; readonly to: Instant | null }[];
  readonly faults: readonly Fault[];
  readonly slotOpensAt: Instant | null;
};

/** What is on record of one of a deal's orders: when its steps happened, when the verdict of an inspection let the goods go, and of a clearance which side it is for. */
export type OrderRecord = {
  readonly steps: Readonly<Record<string, Instant>>;
  readonly letGoAt: Instant | null;
  readonly side?: string;
};

/** A step that came after it was due, with all that the deal has on record when it is told. */
export type LateStep = {
  readonly service: Service;
  readonly mode: Mode;
  readonly corridor: string;
  readonly code: string;
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly deal: Readonly<Partial<Record<Service, OrderRecord>>>;
  readonly waits: WaitRecord;
  /** Why the payment came back before, where it did. */
  readonly returned: ReturnReason | null;
};
