import type { PlaceNames } from "./place-names";

/** The four services of a deal, in the order of every screen. */
export const SERVICES = ["logistics", "payment", "customs", "inspection"] as const;
export type Service = (typeof SERVICES)[number];

export const isService = (text: string): text is Service => (SERVICES as readonly string[]).includes(text);

/** Seen from China. */
export const DIRECTIONS = ["export", "import"] as const;
export type Direction = (typeof DIRECTIONS)[number];

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

/** A place as screens and answers name it: its UN/LOCODE or hub id, and its names. */
export type NamedPlace = PlaceNames & { readonly id: string };
export type NamedHub = NamedPlace & { readonly isBorderHub: boolean };

/** A hub with the zone whose clock its deadlines go by. */
export type HubWithClock = NamedHub & { readonly zone: string };

/** An organisation by its own name and in Latin letters. */
export type NamedParty = { readonly id: string; readonly nameOwn: string; readonly nameLatin: string };
