import type { DelayPlace } from "../../domain/orders/delay/intervals";
import type { DelayReason } from "../../domain/orders/delay/reasons";
import type { StopReason } from "../../domain/services/work-reasons";
import type { Side } from "../../domain/orders/slots/slot";
import { index, instant, table, text } from "../dialect";
import { users } from "./accounts";
import { orders } from "./orders";

/**
 * Why a truck waited, from when to when, as a party has told it. The other side's objection stands beside it, and one that was taken back
 * stays on record. Written by both parties; read with the delay clock.
 */
export const delaySegments = table(
  "delay_segments",
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    place: text().$type<DelayPlace>().notNull(),
    reason: text().$type<DelayReason>().notNull(),
    from: instant().notNull(),
    // Null while it goes on: then it ends with the wait.
    to: instant(),
    words: text().notNull(),
    by: text().$type<Side>().notNull(),
    byUserId: text().references(() => users.id),
    at: instant().notNull(),
    objection: text(),
    objectedByUserId: text().references(() => users.id),
    objectedAt: instant(),
    withdrawnAt: instant(),
  },
  (row) => [index("delay_segments_by_order").on(row.orderId, row.from, row.id)],
);

/** Each time that a party said that the work of an order had stopped. Written by both parties; of an order at most one is open, which its row says too. */
export const orderExceptions = table(
  "order_exceptions",
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    reason: text().$type<StopReason>().notNull(),
    words: text().notNull(),
    by: text().$type<Side>().notNull(),
    byUserId: text().references(() => users.id),
    raisedAt: instant().notNull(),
    endedAt: instant(),
    endedBy: text().$type<Side>(),
    endedByUserId: text().references(() => users.id),
    endWords: text(),
  },
  (row) => [index("order_exceptions_by_order").on(row.orderId, row.raisedAt, row.id)],
);
