import { DAY_MS, type Instant, instant, later } from "../shared/time";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import { type FieldRole, rolesFor } from "../access/field-role";
import type { LineState, Service } from "../shared/vocabulary";
import { isOver } from "../orders/order";

/** A haul to Central Asia with a week at the border is over by then. */
export const LINK_DAYS = 14;
export const LINK_DAYS_MAX = 60;
/** A truck has two drivers, an order some yards; more are somebody's mistake. */
export const LINKS_PER_ORDER_MAX = 20;
export const PERSON_MAX = 60;
/** So long after an order is over a link is replaced for what still waits on a phone; a haul whose driver comes home by then. */
export const LATE_DAYS = 30;
/** Pictures by one link; a step has a handful. */
export const PHOTOS_PER_LINK_MAX = 60;
export const PHOTOS_PER_REPORT_MAX = 8;

const SECOND_MS = 1_000;

export type LinkState = "stands" | "expired" | "revoked";

/** Whether a link opens anything now. It ends at its time to the millisecond; a link that was called back stays called back. */
export function stateOfLink(
  link: { readonly expiresAt: Instant; readonly revokedAt: Instant | null },
  now: Instant,
): LinkState {
  if (link.revokedAt !== null) return "revoked";
  return now >= link.expiresAt ? "expired" : "stands";
}

export type LinkRefusal = Refusal<"role_of_other_side" | "too_many_links" | "wrong_state">;

type LinkedOrder = {
  readonly state: LineState;
  /** When it was completed or called off. */
  readonly overSince: Instant | null;
};

/** When an order was completed or called off; null while it goes on. */
export const overSince = (order: { readonly completedAt: Instant | null; readonly cancelledAt: Instant | null }) =>
  order.completedAt ?? order.cancelledAt;

/**
 * Whether a party may give out a link on its order now. An order that is over has nothing new to report: for thirty days a party that gave out
 * links before gives out another, since what waits on a phone goes by no other way.
 */
export function givesOutLinks({ state, overSince: since }: LinkedOrder, given: number, now: Instant): boolean {
  if (!isOver({ state })) return true;
  return given > 0 && since !== null && now < later(since, LATE_DAYS * DAY_MS);
}

/**
 * Until when a link holds that one party of an order makes now. Refuses a role that has nothing to report on this service for this side, more
 * than twenty that stand, and an order that is over, unless the link stands for one that was given out before.
 */
export function makeLink(
  order: LinkedOrder & { readonly service: Service; readonly side: "buyer" | "provider" },
  asked: { readonly role: FieldRole; readonly days: number; readonly given: number; readonly standing: number },
  now: Instant,
): Result<{ readonly expiresAt: Instant }, LinkRefusal> {
  if (!givesOutLinks(order, asked.given, now)) return refuse("wrong_state", { state: order.state, event: "progress" });
  if (!rolesFor(order.service, order.side).includes(asked.role))
    return refuse("role_of_other_side", { role: asked.role });
  if (asked.standing >= LINKS_PER_ORDER_MAX) return refuse("too_many_links", { maximum: LINKS_PER_ORDER_MAX });
  // A link is signed to the second.
  const endSeconds = Math.floor((now + asked.days * DAY_MS) / SECOND_MS);
  return accept({ expiresAt: instant(endSeconds * SECOND_MS) });
}
