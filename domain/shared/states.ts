/** What a bid is to its request. */
export const BID_STATES = [
  "draft",
  "submitted",
  "stale",
  "won",
  "lost",
  "withdrawn",
  "disqualified",
  "expired",
] as const;
export type BidState = (typeof BID_STATES)[number];

/** How far an order is on its line. */
export const LINE_STATES = [
  "placed",
  "scheduled",
  "in_progress",
  "delivered",
  "changes_requested",
  "accepted",
  "completed",
  "cancelled",
] as const;
export type LineState = (typeof LINE_STATES)[number];

/** What an order says of itself: how far it is, or what keeps it from going on. */
export const ORDER_STATES = [
  "placed",
  "scheduled",
  "in_progress",
  "delivered",
  "changes_requested",
  "accepted",
  "completed",
  "on_hold",
  "exception",
  "disputed",
  "cancelled",
] as const;
export type OrderState = (typeof ORDER_STATES)[number];
