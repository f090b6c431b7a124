import { stored } from "./stored";

/** The codes of an order's steps: one of a client that is known from an earlier order has none of its check. */
export const stepsOf = (orderId: string): string[] =>
  stored("SELECT code FROM order_milestones WHERE order_id = ? ORDER BY position", orderId).map(({ code }) =>
    String(code),
  );
