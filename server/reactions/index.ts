import type { EventType } from "../../domain/events";
import type { Reaction } from "./reaction";
import { tell } from "./tell";

/** Everything that can happen, and what follows. Who is told what stands in domain/notices/recipients. */
export const REACTIONS = {
  "user.signed_up": [],
  "user.reset_asked": [],
  "organisation.created": [],
  "organisation.suspended": [tell],
  "organisation.checked": [tell],
  "member.invited": [],
  "request.published": [tell],
  "request.held_for_review": [tell],
  "request.changed": [tell],
  "request.closed": [tell],
  "request.opened": [tell],
  "request.ended": [tell],
  "question.asked": [tell],
  "question.answered": [tell],
  "bid.submitted": [tell],
  "bid.scored": [tell],
  "bid.withdrawn": [tell],
  "bid.won": [tell],
  "bid.lost": [tell],
  "order.placed": [tell],
  "order.milestone_reported": [tell],
  "order.accepted": [tell],
  "order.completed": [tell],
  "order.cancelled": [tell],
  "file.infected": [tell],
} as const satisfies Record<EventType, readonly Reaction[]>;
